import { readProcfile } from '../../../project/formats/procfile-text.ts'
import { baseName, resolvePath } from '../../image-path.ts'
import { startsWords, unknownStart, type Call, type Launcher } from '../launcher.ts'

/** A program that starts what a Procfile names. */
interface Runner {
  /** The words that start it all, and that start one command in the same way. */
  readonly verbs: readonly string[]
  readonly runs: readonly string[]
  /** Flags that name the Procfile, its folder, and others with a value. */
  readonly file: readonly string[]
  readonly root: readonly string[]
  readonly valued: readonly string[]
}

const words = (text: string): readonly string[] => text.split(' ').filter((word) => word !== '')

const runner = (
  verbs: string,
  runs: string,
  file: string,
  root: string,
  valued: string,
): Runner => ({
  verbs: words(verbs),
  runs: words(runs),
  file: words(file),
  root: words(root),
  valued: words(valued),
})

/**
 * https://ddollar.github.io/foreman/, https://honcho.readthedocs.io/en/latest/using_procfiles.html, https://github.com/mattn/goreman,
 * https://github.com/ddollar/forego, https://github.com/DarthSim/overmind, https://github.com/DarthSim/hivemind, https://github.com/strongloop/node-foreman
 */
const runners: ReadonlyMap<string, Runner> = new Map([
  [
    'foreman',
    runner(
      'start',
      'run',
      '-f --procfile',
      '-d --root',
      '-m --formation -c --concurrency -e --env -p --port -t --timeout',
    ),
  ],
  [
    'honcho',
    runner(
      'start',
      'run',
      '-f --procfile',
      '-d --app-root',
      '-c --concurrency -e --env -p --port -q --quiet',
    ),
  ],
  ['goreman', runner('start', 'run', '-f', '-basedir --basedir', '-b -p -rpc-server --rpc-server')],
  ['forego', runner('start', 'run', '-f', '', '-c -e -m -p -t')],
  [
    'overmind',
    runner(
      'start s',
      '',
      '-f --procfile',
      '-d --root',
      '-l --processes -c --can-die -p --port -P --port-step -m --formation -s --socket -r --auto-restart -t --timeout -w --title -i --ignored-processes -F --tmux-config -b --colors',
    ),
  ],
  [
    'hivemind',
    runner('', '', '', '-d --root', '-l --processes -p --port -P --port-step -t --timeout -W'),
  ],
  [
    'nf',
    runner(
      'start',
      'run',
      '-j --procfile',
      '-d --cwd',
      '-e --env -p --port -x --proxy -f --forward -i --intercept',
    ),
  ],
])

/** `foreman start`, `honcho start web`, `overmind start -f Procfile.prod`: the lines of a Procfile, each by a shell. */
export const procfileRunners: Launcher = {
  read: (call) => {
    const name = baseName(call.name)
    const row = runners.get(name)
    return row === undefined ? undefined : readRunner(name, row, call)
  },
}

function readRunner(name: string, row: Runner, call: Call): ReturnType<Launcher['read']> {
  const { args, cwd, place } = call
  const withValue = new Set([...row.valued, ...row.file, ...row.root])
  const operands: (string | undefined)[] = []
  const given = new Map<string, string>()
  for (let at = 0; at < args.length; at++) {
    const arg = args[at]
    if (arg === undefined || !arg.startsWith('-')) {
      if (arg !== undefined && operands.length === 0 && row.runs.includes(arg))
        return startsWords(call, args.slice(at + 1))
      operands.push(arg)
      continue
    }
    const [flag = '', ...inline] = arg.split('=')
    if (inline.length > 0) given.set(flag, inline.join('='))
    else if (withValue.has(flag)) given.set(flag, args[(at += 1)] ?? '')
  }
  const value = (flags: readonly string[]): string | undefined =>
    flags.map((flag) => given.get(flag)).find((found) => found !== undefined)
  if (row.verbs.length > 0 && !row.verbs.includes(operands.shift() ?? '')) return undefined
  const wanted = new Set([
    ...operands,
    ...(given.get('-l') ?? given.get('--processes') ?? '').split(','),
  ])
  const folder = resolvePath(cwd, value(row.root) ?? '.')
  const first = row.verbs.length === 0 ? operands[0] : undefined
  const path = resolvePath(folder, value(row.file) ?? first ?? 'Procfile')
  const source = path === undefined ? undefined : place.contextPath(path)
  const text = source === undefined ? undefined : place.project.read(source)
  if (source === undefined || text === undefined)
    return unknownStart(
      `${path ?? 'the Procfile'}, which ${name} reads, is not in the build context`,
    )
  const all = readProcfile(text)
  const named = all.filter((each) => wanted.has(each.name))
  return {
    kind: 'starts',
    starts: (named.length > 0 ? named : all).map(({ command, line, name: type }) => ({
      text: command,
      cwd: folder,
      evidence: { path: source, line, text: `${type}: ${command}` },
    })),
  }
}
