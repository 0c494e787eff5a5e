import {
  folderOf,
  resolvePath,
  startsWords,
  unknownStart,
  type Call,
  type Reading,
} from '../../../src/transform.ts'
import { everyOption, textOption } from '../config/options.ts'
import { readConfig } from '../config/read-config.ts'
import { optionOf, type ConfigValue } from '../config/value.ts'
import { hasFile } from '../stage-view.ts'
import { localBin, withoutValues } from './scripts.ts'

export const pm2Names = 'pm2 pm2-runtime pm2-docker'

/** A process of PM2's own file. https://pm2.keymetrics.io/docs/usage/application-declaration/ */
interface Pm2App {
  /** Absolute in the image. */
  readonly cwd: string
  /** Undefined where only a run shows it. */
  readonly value: ConfigValue | undefined
}

/** `pm2-runtime start npm -- run serve`, `pm2-runtime server.js`, and the programs of a process file. */
export function readPm2(call: Call): Reading | undefined {
  const named = firstOperand(call)
  if (named === undefined) return undefined
  const at = call.args.indexOf('--')
  const rest = at < 0 ? [] : call.args.slice(at + 1)
  if (/^(npm|yarn|pnpm)$/.test(named))
    return startsWords(call, [named, ...(at < 0 ? ['start'] : rest)])
  const apps = appsOfPm2(call)
  if (apps === undefined)
    return startsWords(call, wordsOf(named, [...flagsOfNode(call), named], rest))
  const starts = apps.flatMap((app) => startOf(app) ?? [])
  return starts.length === 0 || starts.length < apps.length
    ? unknownStart(`what ${named} starts can't be told`)
    : { kind: 'starts', starts }
}

/** The file, program or process file that it is told to start. */
function firstOperand({ args }: Pick<Call, 'args'>): string | undefined {
  const words = withoutValues(
    args,
    new Set(['-i', '--name', '-n', '--instances', '--env', '--only', ...nodeFlags]),
  )
  const own = words[0] === 'start' ? words[1] : words[0]
  // Its other words: `pm2 serve dist`, `pm2 logs`.
  return own === undefined ||
    /^(serve|logs?|list|ls|save|resurrect|install|link|plus|kill|stop|delete|restart|reload|monit|startup|update|ping|set|flush|describe|show)$/.test(
      own,
    )
    ? undefined
    : own
}

const nodeFlags = ['--node-args', '--interpreter-args']

const flagsOfNode = ({ args }: Call) =>
  args.flatMap((arg, i) => (nodeFlags.includes(args[i - 1] ?? '') ? (arg?.split(' ') ?? []) : []))

/** What PM2 starts a file with, by its ending: https://github.com/Unitech/pm2/blob/master/lib/API/interpreter.json */
function wordsOf(file: string, words: readonly string[], rest: readonly (string | undefined)[]) {
  const ending = /\.(\w+)$/.exec(file)?.[1] ?? ''
  const interpreter = { sh: 'bash', py: 'python', rb: 'ruby', php: 'php', pl: 'perl' }[ending]
  return [interpreter ?? 'node', ...words, ...rest]
}

/** The processes of the file that a call names; undefined where it names none. */
export function appsOfPm2(
  call: Pick<Call, 'args' | 'cwd' | 'place'>,
): readonly Pm2App[] | undefined {
  const named = firstOperand(call)
  const path = named === undefined ? undefined : resolvePath(call.cwd, named)
  if (path === undefined || !/\.(json|ya?ml)$|\.config\.[cm]?js$/.test(path)) return undefined
  const { place } = call
  if (!hasFile(place, path)) return []
  const folder = folderOf(path)
  const variable = (name: string) => {
    const value = place.variable(name)
    return value === undefined ? undefined : ({ value, from: 'process' } as const)
  }
  const file = { path, text: '', value: readConfig(path, { view: place, cwd: folder, variable }) }
  // `{ apps: [...] }`, a list, or one process alone.
  const listed = everyOption(file, ['apps'])
  const apps = listed.some(({ kind }) => kind === 'set') ? listed : everyOption(file, [])
  return apps.flatMap((app): readonly Pm2App[] => {
    if (app.kind === 'unset') return []
    if (app.kind === 'unknown') return [{ cwd: folder, value: undefined }]
    const cwd = optionText(app.value, 'cwd')
    const own = cwd === undefined ? folder : resolvePath(folder, cwd)
    return own === undefined ? [] : [{ cwd: own, value: app.value }]
  })
}

const optionText = (value: ConfigValue | undefined, name: string): string | undefined =>
  textOption(optionOf(value, [name])) || undefined

function startOf({ cwd, value }: Pm2App) {
  const script = optionText(value, 'script')
  if (script === undefined) return undefined
  const words = (name: string) => optionText(value, name)?.split(/\s+/).filter(Boolean) ?? []
  const args = words('args')
  const interpreter = optionText(value, 'interpreter') ?? optionText(value, 'exec_interpreter')
  if (interpreter === 'none' || (interpreter === undefined && !/[./]/.test(script)))
    return { words: [...script.split(/\s+/), ...args], cwd, bin: localBin }
  const flags = [...words('node_args'), ...words('interpreter_args')]
  return interpreter === undefined || interpreter === 'node'
    ? { words: wordsOf(script, [...flags, script], args), cwd, bin: localBin }
    : { words: [interpreter, ...flags, script, ...args], cwd, bin: localBin }
}

/** Files that PM2 writes what its processes say to; it makes their folders. */
export function logsOfPm2(call: Parameters<typeof appsOfPm2>[0]): readonly string[] {
  return (appsOfPm2(call) ?? []).flatMap(({ cwd, value }) =>
    [
      'out_file',
      'error_file',
      'log_file',
      'output',
      'error',
      'log',
      'out',
      'err_file',
      'pid_file',
      'pid',
    ].flatMap((name) => {
      const path = optionText(value, name)
      return path === undefined || /^(NULL|\/dev\/)/.test(path)
        ? []
        : (resolvePath(cwd, path) ?? [])
    }),
  )
}
