import type { Node } from 'oxc-parser'
import { bindingOf, type Imported, type Scope } from './scope.ts'
import { bare, moduleName, nameOf, stringOf } from './syntax.ts'

/** A call's function: `fs.promises.readFile` => readFile of fs; `app.set` => set of the object app. */
export interface Callee {
  readonly module: string | undefined
  readonly object: string | undefined
  /** 'default' where the module itself is called: `rimraf(path)`. */
  readonly name: string
}

/**
 * Modules of which what a call gives is called in turn: https://swagger-autogen.github.io/docs/getting-started/quick-start,
 * https://github.com/jarradseers/consign#usage, https://github.com/steveukx/git-js#usage, https://github.com/fluent-ffmpeg/node-fluent-ffmpeg#readme,
 * https://github.com/rawberg/connect-sqlite3#usage, https://github.com/Rich-Harris/degit#javascript-api
 */
const makers = new Set(
  'swagger-autogen consign express-load simple-git fluent-ffmpeg connect-sqlite3 degit tiged'.split(
    ' ',
  ),
)

/** `const read = util.promisify(fs.promises.readFile)` and a name or two between. */
const maxSteps = 8

/** The module, and what it exports, that an expression stands for: `fs`, `require('x').y`, `await import('x')`, `promisify(fs.readFile)`. */
export function importedAs(expression: Node, scope: Scope, steps = 0): Imported | undefined {
  if (steps > maxSteps) return undefined
  const node = bare(expression)
  const specifier = requiredModule(node)
  if (specifier !== undefined) return { module: moduleName(specifier), name: undefined }
  switch (node.type) {
    case 'Identifier': {
      const binding = bindingOf(node.name, scope)
      if (binding === undefined) return undefined
      if (binding.kind === 'import') return binding.from
      const from = importedAs(binding.node, binding.scope, steps + 1)
      return binding.kind === 'value' || from === undefined
        ? from
        : { module: from.module, name: binding.name }
    }
    case 'MemberExpression': {
      const from = importedAs(node.object, scope, steps + 1)
      const name = nameOf(node.property)
      return from === undefined ? undefined : { module: from.module, name: name ?? from.name }
    }
    case 'NewExpression':
    case 'CallExpression': {
      const maker = importedAs(node.callee, scope, steps + 1)
      if (maker !== undefined && makers.has(maker.module))
        return { module: maker.module, name: undefined }
      const [first] = node.arguments
      const isPromisify =
        nameOf(node.callee.type === 'MemberExpression' ? node.callee.property : node.callee) ===
        'promisify'
      return isPromisify && first !== undefined ? importedAs(first, scope, steps + 1) : undefined
    }
    default:
      return undefined
  }
}

/** The specifier of `require('x')` or `import('x')`. */
export function requiredModule(node: Node): string | undefined {
  if (node.type === 'ImportExpression') return stringOf(node.source)
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined
  return node.callee.name === 'require' ? stringOf(node.arguments[0]) : undefined
}

/** The function that a call or a `new` names. */
export function calleeOf(node: Node, scope: Scope): Callee | undefined {
  const callee = bare(node)
  const from = importedAs(callee, scope)
  if (callee.type === 'Identifier') {
    const isWhole = from !== undefined && from.name === undefined
    return {
      module: from?.module,
      object: undefined,
      name: isWhole ? 'default' : (from?.name ?? callee.name),
    }
  }
  // `require('multer')({ dest })`
  if (callee.type === 'CallExpression')
    return from && { module: from.module, object: undefined, name: from.name ?? 'default' }
  if (callee.type !== 'MemberExpression') return undefined
  const object = bare(callee.object)
  const name = nameOf(callee.property)
  if (name === undefined) return undefined
  const owner = object.type === 'MemberExpression' ? object.property : object
  return { module: from?.module, object: nameOf(owner), name }
}
