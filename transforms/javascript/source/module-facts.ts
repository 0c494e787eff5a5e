import { ownValue } from '../../../src/transform.ts'
import type { Node } from 'oxc-parser'
import { childProcess, type StartedProgram } from './child-processes.ts'
import { fileCall, isPathOption, takesPath } from './file-calls.ts'
import { importsOf, type ModuleImport } from './imports.ts'
import { isKnown, pathsOf, type PathContext, type PathValue } from './path-value.ts'
import { portOf } from './ports.ts'
import { calleeOf, readScope, type Callee } from './scope.ts'
import { storeOf, storesOf, type Store } from './stores.ts'
import { bare, lineAt, nameOf, parseSource, stringOf, walk, type SourceLine } from './syntax.ts'

export interface PathUse {
  readonly value: PathValue
  /** `names`: it stands there, and may be a path. `file` and `folder`: it is written to. */
  readonly use: 'names' | 'reads' | 'writes-file' | 'writes-folder'
  readonly at: SourceLine
}

/** What one module says about files, programs and ports. */
export interface ModuleFacts {
  readonly path: string
  readonly imports: readonly ModuleImport[]
  readonly paths: readonly PathUse[]
  /** Files that it reads or writes, their paths only known at run time. */
  readonly unknownReads: readonly SourceLine[]
  readonly unknownWrites: readonly SourceLine[]
  readonly programs: readonly StartedProgram[]
  readonly ports: readonly number[]
}

type Call = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>

/** Reads a module; undefined where it does not parse. `env` is what the image's ENV says. */
export function readModule(
  path: string,
  text: string,
  env: (name: string) => string | undefined,
): ModuleFacts | undefined {
  const program = parseSource(path, text)
  if (program === undefined) return undefined
  const scope = readScope(program)
  const context: PathContext = { scope, env }
  const imports = importsOf(program, text)
  const stores = storesOf(imports.map(({ specifier }) => specifier))
  const paths: PathUse[] = []
  const unknownReads: SourceLine[] = []
  const unknownWrites: SourceLine[] = []
  const programs: StartedProgram[] = []
  const ports: number[] = []
  const at = (node: Node) => lineAt(text, node.start)
  const note = (node: Node, use: PathUse['use'], isRequired: boolean) => {
    for (const value of pathsOf(node, context)) {
      const isWrite = use === 'writes-file' || use === 'writes-folder'
      if (isKnown(value) && (value.path !== '' || value.base !== 'cwd' || isWrite))
        paths.push({ value, use, at: at(node) })
      else if (value.path !== '' && !isWrite) paths.push({ value, use: 'names', at: at(node) })
      if (isKnown(value) || !isRequired) continue
      if (isWrite) unknownWrites.push(at(node))
      else unknownReads.push(at(node))
    }
  }
  const readCall = (node: Call, callee: Callee): boolean => {
    const file = fileCall(callee.module, callee.name)
    for (const i of file?.reads ?? []) if (node.arguments[i]) note(node.arguments[i], 'reads', true)
    for (const i of file?.writes ?? []) {
      const use = /dir/i.test(callee.name) ? 'writes-folder' : 'writes-file'
      if (node.arguments[i]) note(node.arguments[i], use, true)
    }
    const store = callee.module === undefined ? undefined : storeOf(callee.module)
    const place = ownValue(store?.calls ?? {}, callee.name)
    const argument = place === undefined ? undefined : node.arguments[place]
    if (argument !== undefined && stringOf(argument) !== ':memory:')
      note(argument, 'writes-file', true)
    const program = childProcess(node, callee, context)
    if (program !== undefined) programs.push({ ...program, at: at(node) })
    if (callee.name === 'listen') {
      const port = portOf(node.arguments[0], context)
      if (port !== undefined) ports.push(port)
    }
    if (
      takesPath(callee.name) ||
      (callee.name === 'set' && stringOf(node.arguments[0]) === 'views')
    ) {
      const target = callee.name === 'set' ? node.arguments[1] : node.arguments[0]
      if (target !== undefined)
        note(target, 'names', /^(static|serveStatic|sendFile)$/.test(callee.name))
    }
    return callee.name === 'require' || (file !== undefined && node.arguments.length <= 1)
  }
  walk(program, (node, parents) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
        return false
      case 'CallExpression':
      case 'NewExpression': {
        const callee = calleeOf(node.callee, scope)
        if (callee === undefined) return true
        if (isPathCall(callee)) {
          note(node, 'names', false)
          return false
        }
        return !readCall(node, callee)
      }
      case 'Property': {
        const name = nameOf(node.key)
        if (name === undefined) return true
        const value = bare(node.value)
        // `{ dialect: 'sqlite', storage: 'data/app.db' }`, wherever it is handed on to.
        const isDatabase = /\.(db|sqlite3?)$/.test(stringOf(value) ?? '')
        const isStore = isDatabase || stores.some((store) => store.options?.includes(name))
        if (
          isStore &&
          value.type !== 'FunctionExpression' &&
          value.type !== 'ArrowFunctionExpression'
        )
          note(node.value, isFolderOption(name, stores) ? 'writes-folder' : 'writes-file', true)
        else if (isPathOption(name) && stringOf(value) !== undefined) note(value, 'names', false)
        return true
      }
      case 'TemplateLiteral':
      case 'BinaryExpression':
        note(node, 'names', false)
        return node.type === 'TemplateLiteral'
      case 'Literal': {
        const text = stringOf(node)
        if (text !== undefined && looksLikePath(text)) note(node, 'names', false)
        if (
          text !== undefined &&
          isCallbackResult(parents) &&
          stores.some((store) => store.module === 'multer')
        )
          note(node, 'writes-folder', false)
        return true
      }
      default:
        return true
    }
  })
  for (const store of stores)
    if (store.writesAnyway !== undefined)
      paths.push({
        value: { base: 'cwd', path: store.writesAnyway, isPrefix: false },
        use: 'writes-folder',
        at: { line: 1, text: store.module },
      })
  return { path, imports, paths, unknownReads, unknownWrites, programs, ports }
}

/** `destination` is a folder for multer, a file for pino. */
const isFolderOption = (name: string, stores: readonly Store[]) =>
  name === 'dest' ||
  /dir/i.test(name) ||
  (name === 'destination' && stores.some(({ module }) => module === 'multer'))

const isPathCall = ({ module, object, name }: Callee) =>
  (module === 'path' || object === 'path') &&
  (name === 'join' || name === 'resolve' || name === 'normalize')

/** A word with a slash or an extension; not a URL, a type or a route. */
const looksLikePath = (text: string) =>
  text.length < 200 &&
  /[/.]/.test(text) &&
  !/[\s<>|:]/.test(text) &&
  !/^(https?|\/\/|\.+$|[*])/.test(text)

/** multer's `destination: (request, file, callback) => callback(null, 'uploads')`. */
function isCallbackResult(parents: readonly Node[]): boolean {
  const call = parents.at(-1)
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier') return false
  const first = call.arguments[0]
  return first?.type === 'Literal' && first.value === null
}
