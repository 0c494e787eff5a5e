import type { Argument, Call } from '../../call.ts'
import { unknownPath } from '../../path-value.ts'
import { folderSettings } from '../../calls/python/frameworks.ts'
import type { SourceLine } from '../../source-facts.ts'
import type { Expression, PythonCall } from './expression.ts'
import { pathClass, uploadClass } from './names.ts'
import { wordsNamed } from './program-modules.ts'
import { kindOfSettings } from './setting-kind.ts'
import { isOfPackage } from './value-of-item.ts'
import type { ValueReader } from './values.ts'

/** Methods that only paths have: of an object that nobody knows they are of a path. */
const ofPathsAlone: ReadonlySet<string> = new Set(
  'write_text write_bytes read_text read_bytes symlink_to hardlink_to iterdir rglob'.split(' '),
)
/** The same where the source works with paths. */
const likelyOfPaths: ReadonlySet<string> = new Set('mkdir touch unlink open rmdir'.split(' '))

/** Functions that are handed an address and a port as a pair. */
const takesPair =
  /^(bind|HTTPServer|ThreadingHTTPServer|TCPServer|ThreadingTCPServer|UDPServer|WSGIServer|listen)$/

/** What a source works with, by its imports: of whose class an object is that nobody knows. */
export interface SourceHints {
  readonly hasPaths: boolean
  /** It cleans the names of files that requests bring. */
  readonly hasUploads: boolean
  /** It has tasks, whose first parameter runs commands: `def serve(c): c.run('git pull')`. */
  readonly hasTasks: boolean
}

const ofTasks: ReadonlySet<string> = new Set(['run', 'sudo', 'local'])

/** A call as rows read it; undefined for one that no row could know. */
export function toCall(
  expression: PythonCall,
  at: SourceLine,
  reader: ValueReader,
  { hasPaths, hasUploads, hasTasks }: SourceHints,
): Call | undefined {
  const { callee } = expression
  const args = reader.argumentsOf(expression)
  const whole = reader.nameOf(callee)
  const words = wordsNamed(whole ?? '').map((text): Expression => ({ kind: 'text', text }))
  if (words.length > 0)
    return {
      ...{ module: 'sh', object: undefined, name: 'Command', isNew: false, at },
      args: [...words, ...args].map(reader.argumentOf),
    }
  const { module, name } = partsOf(whole, callee)
  if (name === undefined) return undefined
  const options = optionsOf(expression, reader)
  const end = options === undefined ? [] : [options]
  const call = { object: receiverOf(callee), name, isNew: false, at }
  const receiver = callee.kind === 'member' ? callee.of : undefined
  const isGuess =
    whole === undefined && (ofPathsAlone.has(name) || (hasPaths && likelyOfPaths.has(name)))
  if (receiver !== undefined && (module === pathClass || isGuess))
    return {
      ...call,
      module: pathClass,
      args: [...[receiver, ...args].map(reader.argumentOf), ...end],
    }
  if (whole !== undefined && isOfPackage(whole))
    return { ...call, module, args: [reader.argumentOf(expression), ...end] }
  const pair = takesPair.test(name) && args[0] !== undefined ? reader.resolve(args[0]) : undefined
  if (pair?.kind === 'list' && pair.items[1] !== undefined)
    return { ...call, module, args: [reader.argumentOf(pair.items[1]), ...end] }
  if (name === 'bind') {
    const first = args[0] === undefined ? undefined : reader.argumentOf(args[0])
    // A socket of Unix: a file.
    return first !== undefined && /^[./]|\.sock$/.test(first.text('') ?? '')
      ? { ...call, module: 'socket', name: 'bindToPath', args: [first] }
      : undefined
  }
  const isUpload = whole === undefined && hasUploads && name === 'save' && args.length === 1
  if ((isUpload || module === uploadClass) && isInSetFolder(args[0], reader)) return undefined
  if (isUpload)
    return { ...call, module: uploadClass, args: [...args.map(reader.argumentOf), ...end] }
  const isTask = whole === undefined && hasTasks && receiver !== undefined && ofTasks.has(name)
  return {
    ...call,
    module: isTask ? 'invoke' : module,
    args: [...args.map(reader.argumentOf), ...end],
  }
}

/** The word before a method: `sftp` in `sftp.get(a)`, `open_sftp` in `client.open_sftp().get(a)`. */
function receiverOf(callee: Expression): string | undefined {
  if (callee.kind !== 'member') return undefined
  const { of } = callee
  const last = of.kind === 'call' ? of.callee : of
  return last.kind === 'name' || last.kind === 'member' ? last.name : undefined
}

/** `os.path.join(app.config['UPLOAD_FOLDER'], name)`: who sets it says where that is. */
function isInSetFolder(written: Expression | undefined, reader: ValueReader, depth = 0): boolean {
  if (written === undefined || depth > 8) return false
  const inner = (next: Expression) => isInSetFolder(next, reader, depth + 1)
  const value = reader.resolve(written)
  switch (value.kind) {
    case 'item':
      return (
        value.of.kind === 'member' &&
        value.of.name === 'config' &&
        folderSettings.has(reader.argumentOf(value.key).text('') ?? '')
      )
    case 'call':
      return value.args.some(inner)
    case 'slash':
      return inner(value.left)
    case 'parts':
      return value.parts.some(inner)
    default:
      return false
  }
}

/** Items as calls of what they are of: `os.environ['A']`, `plumbum.local['git']`. */
export function itemToCall(
  item: Expression,
  at: SourceLine,
  { argumentOf, nameOf }: ValueReader,
): Call | undefined {
  if (item.kind !== 'item') return undefined
  const whole = nameOf(item.of)
  if (whole !== 'os.environ' && whole !== 'plumbum.local') return undefined
  const { module, name = '' } = partsOf(whole, item.of)
  return { module, object: undefined, name, isNew: false, args: [argumentOf(item.key)], at }
}

function partsOf(whole: string | undefined, callee: Expression) {
  if (whole === undefined)
    return { module: undefined, name: callee.kind === 'member' ? callee.name : undefined }
  const at = whole.lastIndexOf('.')
  return { module: whole.slice(0, Math.max(at, 0)), name: whole.slice(at + 1) }
}

/** What is handed over by names, as the options of one more argument that is no path itself. */
function optionsOf(
  { named, hasOthers }: PythonCall,
  { argumentOf }: ValueReader,
): Argument | undefined {
  if (named.size === 0 && !hasOthers) return undefined
  return {
    paths: () => [],
    text: () => undefined,
    items: () => [],
    isWritten: () => !hasOthers,
    option: (name) => {
      const given = named.get(name)
      if (given !== undefined) return argumentOf(given)
      return hasOthers && mayBeHidden.test(name) ? unknownArgument : undefined
    },
  }
}

/** Of `open(path, **options)` nobody knows the mode. */
const mayBeHidden = /^(mode|shell|filename|cwd)$/

const unknownArgument: Argument = {
  paths: () => [unknownPath],
  text: (other) => other,
  items: () => undefined,
}

/** Settings as calls of a module 'settings': of a dictionary, what its keys say it is. */
export function settingToCall(
  name: string,
  value: Expression,
  at: SourceLine,
  { argumentOf }: ValueReader,
): Call | undefined {
  const own = name === '' ? kindOfSettings(value, argumentOf) : name
  return own === undefined
    ? undefined
    : {
        module: 'settings',
        object: undefined,
        name: own,
        isNew: false,
        args: [argumentOf(value)],
        at,
      }
}
