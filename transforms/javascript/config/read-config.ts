import type { Node, Program } from 'oxc-parser'
import { parseDocument } from 'yaml'
import {
  folderOf,
  nameOf,
  parseSource,
  resolvePath,
  sourceLines,
  type Evidence,
} from '../../../src/transform.ts'
import { readFile, type FileView } from '../stage-view.ts'
import { evaluate } from './evaluate.ts'
import { importedFile } from './find-config.ts'
import { unknownAt, valueAt, type Frame, type Machine, type VariableLookup } from './machine.ts'
import { callFunction, run } from './statements.ts'
import type { ConfigValue } from './value.ts'

/** How a configuration file is read. */
export interface ConfigReading {
  readonly view: FileView
  /** The folder that the tool runs in; absolute in the image. */
  readonly cwd: string
  /** Variables of the tool's process. */
  readonly variable: VariableLookup
  /** With those of the .env files that `loadEnv` reads; the same unless said. */
  readonly loaded?: VariableLookup
  /** What a configuration that is a function is called with: `({ command, mode }) => ...`; by position. 'nothing' gives the function itself. */
  readonly given?: readonly Given[] | 'nothing'
  /** Told of calls that stand for themselves, for files that set up a server: `app.use('/api', proxy)`. */
  readonly called?: (value: ConfigValue) => void
  /** Told of every call: `Encore.setOutputPath('x').enableSourceMaps()` is two. Those that may not happen come without their arguments. */
  readonly met?: (value: ConfigValue) => void
}

export type Given = Readonly<Record<string, string | boolean | undefined>>

/** One reading, with all modules that it comes by. A file that calls itself, or is far larger than any configuration, ends as unknown. */
interface Session {
  readonly reading: ConfigReading
  /** Undefined while the module is read. */
  readonly modules: Map<string, ModuleMachine | undefined>
  depth: number
  calls: number
}

const maxDepth = 40
const maxCalls = 2000
const maxModules = 50
const maxLength = 200_000

const sessionOf = (reading: ConfigReading): Session => ({
  reading,
  modules: new Map(),
  depth: 0,
  calls: 0,
})

/** What a configuration file (JavaScript, TypeScript or JSON; absolute path in the image) exports; undefined where it is not there or does not parse. */
export function readConfig(path: string, reading: ConfigReading): ConfigValue | undefined {
  const machine = machineOf(path, sessionOf(reading))
  if (machine === undefined) return undefined
  const value = machine.exported('default')
  if (value.kind !== 'function' || reading.given === 'nothing') return value
  const at = value.at
  const given = (reading.given ?? []).map((record): ConfigValue => {
    const entries = Object.entries(record).map(([key, text]): [string, ConfigValue] => [
      key,
      { kind: 'literal', value: text, at, variables: [] },
    ])
    return { kind: 'record', entries: new Map(entries), isWhole: true, at, variables: [] }
  })
  return value.apply(given)
}

/** What a file exports by a name; undefined where it is not there, does not parse, or has no such export. */
export function readExport(
  path: string,
  name: string,
  reading: ConfigReading,
): ConfigValue | undefined {
  const value = machineOf(path, sessionOf(reading))?.exported(name)
  return value?.kind === 'unknown' ? undefined : value
}

interface ModuleMachine extends Machine {
  readonly exported: (name: string | undefined) => ConfigValue
}

function machineOf(path: string, session: Session): ModuleMachine | undefined {
  const { modules } = session
  if (modules.has(path) || modules.size >= maxModules) return modules.get(path)
  modules.set(path, undefined)
  const machine = readModule(path, session)
  modules.set(path, machine)
  return machine
}

function readModule(path: string, session: Session): ModuleMachine | undefined {
  const { reading } = session
  const { view } = reading
  const text = readFile(view, path)
  if (text === undefined || text.length > maxLength) return undefined
  const data = /\.ya?ml$/.test(path) ? yamlAsJson(text) : text
  const isJson = data !== text || /\.json[5c]?$|\/\.[\w-]+$/.test(path)
  if (data === undefined) return undefined
  const source = isJson ? `module.exports = ${data}` : text
  const program = parseSource(isJson ? `${path}.js` : path, source)
  if (program === undefined) return undefined
  const lineOf = sourceLines(source)
  const names = new Map<string, ConfigValue>()
  const frame: Frame = { names, outer: undefined }
  const folder = folderOf(path)
  const machine: ModuleMachine = {
    path,
    folder,
    cwd: reading.cwd,
    variable: reading.variable,
    loaded: reading.loaded ?? reading.variable,
    lineAt: (node): Evidence => ({ path: view.contextPath(path) ?? path, ...lineOf(node.start) }),
    evaluate: (node, at) => evaluate(node, at, machine),
    apply: (node, args, at) => {
      if (session.depth >= maxDepth || session.calls >= maxCalls) return unknownAt(machine, node)
      session.calls++
      session.depth++
      const result = callFunction(node, args, at, machine)
      session.depth--
      return result
    },
    called: reading.called ?? (() => undefined),
    met: reading.met ?? (() => undefined),
    load: (specifier, name) => {
      if (!specifier.startsWith('.')) return undefined
      const target = importedFile(resolvePath(folder, specifier), view)
      const other = target === undefined ? undefined : machineOf(target, session)
      return other?.exported(name) ?? unknownAt(machine, program)
    },
    exported: (name) => exportOf(program, name, frame, machine),
  }
  const whole = valueAt(machine, program, { kind: 'record', entries: new Map(), isWhole: true })
  names.set('exports', whole)
  names.set('module', {
    ...whole,
    kind: 'record',
    entries: new Map([['exports', whole]]),
    isWhole: true,
  })
  run(program.body, frame, machine)
  return machine
}

/** YAML as JSON, whose lines are then others. */
function yamlAsJson(text: string): string | undefined {
  const document = parseDocument(text)
  return document.errors.length > 0 ? undefined : JSON.stringify(document.toJSON())
}

function exportOf(
  program: Program,
  name: string | undefined,
  frame: Frame,
  machine: Machine,
): ConfigValue {
  const named = (local: Node) => evaluate(local, frame, machine)
  for (const node of program.body) {
    if (node.type === 'ExportDefaultDeclaration' && (name ?? 'default') === 'default') {
      const { declaration } = node
      return declaration.type === 'FunctionDeclaration'
        ? valueAt(machine, node, {
            kind: 'function',
            node: declaration,
            apply: (args) => machine.apply(declaration, args, frame),
          })
        : evaluate(declaration, frame, machine)
    }
    if (node.type === 'TSExportAssignment') return evaluate(node.expression, frame, machine)
    if (node.type !== 'ExportNamedDeclaration') continue
    for (const item of node.specifiers)
      if (nameOf(item.exported) === (name ?? 'default')) return named(item.local)
    const { declaration } = node
    if (declaration?.type === 'VariableDeclaration')
      for (const { id } of declaration.declarations)
        if (id.type === 'Identifier' && id.name === name) return named(id)
    if (declaration?.type === 'FunctionDeclaration' && declaration.id !== null)
      if (declaration.id.name === name) return named(declaration.id)
  }
  const module = frame.names.get('module')
  const exported = module?.kind === 'record' ? module.entries.get('exports') : undefined
  if (exported === undefined) return unknownAt(machine, program)
  // `exports.name = ...` of a module that never gives module.exports another value.
  const byName = frame.names.get('exports')
  const own =
    exported.kind === 'record' && exported.entries.size === 0 && byName?.kind === 'record'
      ? byName
      : exported
  if (name === undefined || name === 'default')
    return own.kind === 'record' ? (own.entries.get('default') ?? own) : own
  return own.kind === 'record'
    ? (own.entries.get(name) ?? unknownAt(machine, program))
    : unknownAt(machine, program)
}
