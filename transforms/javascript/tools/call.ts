import { resolvePath, type Evidence } from '../../../src/transform.ts'
import { configFile } from '../config/find-config.ts'
import type { ConfigFile } from '../config/options.ts'
import { readConfig, type ConfigReading, type Given } from '../config/read-config.ts'
import type { ConfigValue } from '../config/value.ts'
import { majorOf as majorIn, rangeOf, readManifest, type Manifest } from '../manifest.ts'
import { readFile, type StageView } from '../stage-view.ts'
import type { ProgramTask } from '../task.ts'
import { environmentOf, type Environment, type Habits, type Variable } from './environment.ts'

/** A tool as a command calls it: its words, the folder, the project there, and the variables that it sees. */
export interface ToolCall {
  readonly task: ProgramTask
  readonly view: StageView
  /** Absolute in the image. */
  readonly cwd: string
  readonly manifest: Manifest | undefined
  /** 'production' for a build, 'development' for a development server, or what a flag names. */
  readonly mode: string
  readonly habits: Habits
  readonly environment: Environment
  /** The evidence of the command itself. */
  readonly evidence: readonly Evidence[]
}

/** Reads a call that runs in a folder. `mode` decides which .env files are read, unless a flag names another. */
export function callOf(
  task: ProgramTask,
  cwd: string,
  view: StageView,
  mode: 'development' | 'production',
  habits: Habits,
): ToolCall {
  const path = view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  const named = flagValue(task.args, habits.modeFlags ?? []) ?? mode
  const nodeEnv = habits.leavesNodeEnv === true ? undefined : mode
  return {
    task,
    view,
    cwd,
    manifest: path === undefined ? undefined : readManifest(view.project, path),
    mode: named,
    habits,
    environment: environmentOf(cwd, view, named, task.command.assignments, nodeEnv),
    evidence: task.evidence,
  }
}

/** A build by a tool without words, for what only its configuration says. */
export function buildIn(name: string, cwd: string, view: StageView, habits: Habits = {}): ToolCall {
  const words = { argv: [name], name, args: [], cwd, redirects: [], assignments: new Map() }
  const command = { ...words, source: undefined, link: undefined, linkIndex: 0 }
  const { args } = command
  const task = {
    kind: 'program',
    name,
    args,
    cwd,
    isLocal: true,
    isStarter: false,
    command,
    evidence: [],
  } as const
  return callOf(task, cwd, view, 'production', habits)
}

/** The same call for a build. */
export const asBuild = ({ task, cwd, view, habits }: ToolCall): ToolCall =>
  callOf(task, cwd, view, 'production', habits)

/** The first word that is no flag; '' where there is none. */
export function firstWord({ args }: ProgramTask): string {
  return args.find((arg) => arg === undefined || !arg.startsWith('-')) ?? ''
}

/** Words that are neither flags nor the values of these flags. */
export function wordsOf(
  { args }: ProgramTask,
  valueFlags: readonly string[],
): readonly (string | undefined)[] {
  return args.filter(
    (arg, i) => arg?.startsWith('-') !== true && !valueFlags.includes(args[i - 1] ?? ''),
  )
}

/** The value of a flag: `--outDir dist`, `--outDir=dist`, `-o dist`. */
function flagValue(
  args: readonly (string | undefined)[],
  names: readonly string[],
): string | undefined {
  for (const [i, arg] of args.entries()) {
    if (arg === undefined) continue
    if (names.includes(arg)) return args[i + 1]
    const name = names.find((flag) => arg.startsWith(`${flag}=`))
    if (name !== undefined) return arg.slice(name.length + 1)
  }
  return undefined
}

/** The value of a flag of the call; `--port 80`, `--port=80`, `-p80`. */
export function flagOf({ task }: ToolCall, names: readonly string[]): string | undefined {
  const value = flagValue(task.args, names)
  if (value !== undefined) return value
  const short = names.find((name) => /^-\w$/.test(name))
  const attached = task.args.find(
    (arg) => short !== undefined && arg?.startsWith(short) === true && /^-\w\d+$/.test(arg),
  )
  return attached?.slice(2)
}

export const hasFlag = ({ task }: ToolCall, names: readonly string[]) =>
  task.args.some((arg) => arg !== undefined && names.includes(arg.split('=')[0] ?? ''))

/** The tool's configuration file in a folder, by name without ending; undefined where there is none. `given` is what it is called with. */
export function readToolConfig(
  call: ToolCall,
  folder: string,
  names: readonly string[],
  given: readonly Given[] = [],
): ConfigFile | undefined {
  const path = names.flatMap((name) => configFile(call.view, folder, name) ?? [])[0]
  return path === undefined ? undefined : readConfigAt(call, path, given)
}

/** The same for a file that a flag names. */
export function readConfigAt(
  call: ToolCall,
  path: string,
  given: readonly Given[] = [],
): ConfigFile {
  const { view } = call
  const text = readFile(view, path) ?? ''
  if (text.trim() === '') return { path, text, value: saysNothing(view.contextPath(path) ?? path) }
  return { path, text, value: readConfig(path, { ...readingOf(call), given }) }
}

const saysNothing = (path: string): ConfigValue => ({
  kind: 'record',
  entries: new Map(),
  isWhole: true,
  at: { path, line: undefined, text: '' },
  variables: [],
})

/** How the files of a call are read: what its process has, and what `loadEnv` adds of .env files. */
export function readingOf({ view, cwd, environment, habits }: ToolCall): ConfigReading {
  const inProcess = (variable: Variable | undefined) =>
    variable === undefined || variable.from === 'process' || habits.loadsEnvFiles === true
      ? variable
      : // A file may be read by the configuration itself, `dotenv.config()`, or by nobody.
        { value: undefined }
  return {
    view,
    cwd,
    variable: (name) => inProcess(environment.get(name)),
    loaded: (name) => environment.get(name),
  }
}

/** As manifest.ts has it, of the call's package.json. */
export const majorOf = ({ manifest }: ToolCall, ...names: readonly string[]) =>
  majorIn(manifest, ...names)

export const hasPackage = (call: Pick<ToolCall, 'manifest'>, ...names: readonly string[]) =>
  rangeOf(call.manifest, ...names) !== undefined

/** A path of the context in the call's folder, as evidence and sentences name it. */
export const contextName = ({ view }: ToolCall, path: string) => view.contextPath(path) ?? path
