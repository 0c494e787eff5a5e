import type { Expression, PythonCall } from './expression.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Functions that are handed another one, and then its arguments. https://docs.python.org/3/library/functools.html#functools.partial */
const first = words(
  'partial to_thread submit register run_sync run_in_threadpool add_task start_soon call_soon call_soon_threadsafe',
)

/** The same, behind one more argument: https://docs.python.org/3/library/asyncio-eventloop.html#asyncio.loop.run_in_executor */
const second = words('run_in_executor call_later call_at')

/** The same with the arguments as a list: https://docs.python.org/3/library/threading.html#threading.Thread */
const lists = words('Thread Process Timer apply apply_async')

/** The names of all of them. */
export const deferring: ReadonlySet<string> = new Set([...first, ...second, ...lists])

/**
 * The call that such a function makes, at once or later: `asyncio.to_thread(subprocess.run, ['git', 'log'])`,
 * `Thread(target=shutil.rmtree, args=('cache',))`; undefined for other calls.
 */
export function deferredCall({
  callee,
  args,
  named,
  hasOthers,
}: PythonCall): PythonCall | undefined {
  const name = callee.kind === 'member' || callee.kind === 'name' ? callee.name : undefined
  if (name === undefined) return undefined
  if (first.has(name) || second.has(name)) {
    const [handed, ...rest] = second.has(name) ? args.slice(1) : args
    return isFunction(handed)
      ? { kind: 'call', callee: handed, args: rest, named, hasOthers }
      : undefined
  }
  if (!lists.has(name)) return undefined
  const ofName = named.get('target') ?? named.get('function') ?? named.get('func')
  // `Timer(5, f, [a])`, `pool.apply_async(f, (a,))`
  const at = name === 'Timer' ? 1 : 0
  const target = ofName ?? args[at]
  const list = named.get('args') ?? (ofName === undefined ? args[at + 1] : undefined)
  const options = named.get('kwargs') ?? named.get('kwds')
  if (!isFunction(target)) return undefined
  return {
    kind: 'call',
    callee: target,
    args:
      list === undefined ? [] : list.kind === 'list' ? list.items : [{ kind: 'splat', of: list }],
    named: options?.kind === 'dictionary' ? options.fields : new Map(),
    hasOthers: options !== undefined && options.kind !== 'dictionary',
  }
}

const isFunction = (handed: Expression | undefined): handed is Expression =>
  handed?.kind === 'name' || handed?.kind === 'member'
