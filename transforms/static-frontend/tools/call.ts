import { resolvePath, type Evidence } from '../../../src/transform.ts'
import { flagValue } from '../../javascript/builders/output.ts'
import { readConfig, type Given } from '../../javascript/config/read-config.ts'
import type { ConfigValue } from '../../javascript/config/value.ts'
import { configFile } from '../../javascript/js-config.ts'
import {
  majorOf as majorIn,
  rangeOf,
  readManifest,
  type Manifest,
} from '../../javascript/manifest.ts'
import { readFile, type StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask } from '../../javascript/task.ts'
import { environmentOf, type Environment, type Mode } from './environment.ts'

/** A tool as a command calls it: its words, the folder, the project there, and the variables that it sees. */
export interface ToolCall {
  readonly task: ProgramTask
  readonly view: StageView
  /** Absolute in the image. */
  readonly cwd: string
  readonly manifest: Manifest | undefined
  readonly mode: Mode
  readonly environment: Environment
  /** The evidence of the command itself. */
  readonly evidence: readonly Evidence[]
}

/** Reads a call; undefined where the folder that it runs in is not known. `mode` decides which .env files are read. */
export function callOf(task: ProgramTask, view: StageView, mode: Mode): ToolCall | undefined {
  const { cwd, evidence } = task
  if (cwd === undefined) return undefined
  const path = view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  return {
    task,
    view,
    cwd,
    manifest: path === undefined ? undefined : readManifest(view.project, path),
    mode,
    environment: environmentOf(cwd, view, mode, task.command.assignments),
    evidence,
  }
}

/** A build by a tool without words, for what only its configuration says. */
export function callIn(name: string, cwd: string, view: StageView): ToolCall | undefined {
  const words = { argv: [name], name, args: [], cwd, redirects: [], assignments: new Map() }
  const command = { ...words, source: undefined, link: undefined, linkIndex: 0 }
  const task = {
    kind: 'program',
    name,
    args: [],
    cwd,
    isLocal: true,
    command,
    evidence: [],
  } as const
  return callOf(task, view, 'production')
}

/** The same call with the other .env files. */
export const inMode = (call: ToolCall, mode: Mode): ToolCall => ({
  ...call,
  mode,
  environment: environmentOf(call.cwd, call.view, mode, call.task.command.assignments),
})

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

/** A configuration file that was looked for. */
export interface ConfigFile {
  /** Absolute in the image. */
  readonly path: string
  /** Undefined where it does not parse. An empty file says nothing, which tools take as their defaults. */
  readonly value: ConfigValue | undefined
  readonly text: string
}

/** The tool's configuration file in a folder, by name without ending; undefined where there is none. `given` is what it is called with. */
export function readToolConfig(
  call: ToolCall,
  folder: string,
  names: readonly string[],
  given: readonly Given[] = [],
): ConfigFile | undefined {
  const { view } = call
  const path = names.flatMap((name) => configFile(view, folder, name) ?? [])[0]
  return path === undefined ? undefined : readConfigAt(call, path, given)
}

/** The same for a file that a flag names. */
export function readConfigAt(
  call: ToolCall,
  path: string,
  given: readonly Given[] = [],
): ConfigFile {
  const { view, cwd, environment } = call
  const text = readFile(view, path) ?? ''
  if (text.trim() === '') return { path, text, value: nothing(view.contextPath(path) ?? path) }
  const variable = (name: string) => environment.get(name)?.value
  return { path, text, value: readConfig(path, { view, cwd, variable, given }) }
}

const nothing = (path: string): ConfigValue => ({
  kind: 'record',
  entries: new Map(),
  isWhole: true,
  at: { path, line: undefined, text: '' },
  variables: [],
})

/** As manifest.ts has it, of the call's package.json. */
export const majorOf = ({ manifest }: ToolCall, ...names: readonly string[]) =>
  majorIn(manifest, ...names)

export const hasPackage = (call: ToolCall, ...names: readonly string[]) =>
  rangeOf(call.manifest, ...names) !== undefined

/** A path of the context in the call's folder, as evidence and sentences name it. */
export const contextName = ({ view }: ToolCall, path: string) => view.contextPath(path) ?? path
