import type { Node, Program } from 'oxc-parser'
import { bare, nameOf, stringOf, walk } from './syntax.ts'

/** What the names of a module stand for. */
export interface Scope {
  /** Local name => the module that it comes from; `name` is undefined for the whole module. */
  readonly imported: ReadonlyMap<string, Imported>
  /** Local name => the one expression that it is given. */
  readonly values: ReadonlyMap<string, Node>
}

export interface Imported {
  /** Without `node:`. */
  readonly module: string
  readonly name: string | undefined
}

/** A call's function: `fs.promises.readFile` => readFile of fs; `app.set` => set of the object app. */
export interface Callee {
  readonly module: string | undefined
  readonly object: string | undefined
  readonly name: string
}

/** Gathers imports, requires and constants of a module. A name that is given twice is not known. */
export function readScope(program: Program): Scope {
  const imported = new Map<string, Imported>()
  const values = new Map<string, Node>()
  const twice = new Set<string>()
  const give = (name: string, value: Node) => {
    if (values.has(name)) twice.add(name)
    values.set(name, value)
  }
  walk(program, (node) => {
    if (node.type === 'ImportDeclaration') {
      for (const item of node.specifiers) {
        const name = item.type === 'ImportSpecifier' ? nameOf(item.imported) : undefined
        imported.set(item.local.name, { module: moduleName(node.source.value), name })
      }
    } else if (node.type === 'TSImportEqualsDeclaration') {
      const source = node.moduleReference
      if (source.type === 'TSExternalModuleReference')
        imported.set(node.id.name, { module: moduleName(source.expression.value), name: undefined })
    } else if (node.type === 'VariableDeclarator' && node.init !== null) {
      const init = bare(node.init)
      const from = requiredFrom(init)
      if (from !== undefined) bind(node.id, from, imported)
      else if (node.id.type === 'Identifier') give(node.id.name, init)
    } else if (node.type === 'AssignmentExpression' && node.left.type === 'Identifier') {
      twice.add(node.left.name)
    }
    return true
  })
  for (const name of twice) values.delete(name)
  return { imported, values }
}

function bind(target: Node, from: Imported, imported: Map<string, Imported>): void {
  if (target.type === 'Identifier') imported.set(target.name, from)
  if (target.type !== 'ObjectPattern') return
  for (const property of target.properties) {
    if (property.type !== 'Property' || property.value.type !== 'Identifier') continue
    imported.set(property.value.name, { module: from.module, name: nameOf(property.key) })
  }
}

/** `require('x')`, `require('x').y`, `await import('x')`. */
function requiredFrom(node: Node): Imported | undefined {
  if (node.type === 'MemberExpression') {
    const inner = requiredFrom(bare(node.object))
    const name = nameOf(node.property)
    return inner === undefined ? undefined : { module: inner.module, name: name ?? inner.name }
  }
  const specifier = requiredModule(node)
  return specifier === undefined ? undefined : { module: moduleName(specifier), name: undefined }
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
  if (callee.type === 'Identifier') {
    const from = scope.imported.get(callee.name)
    return { module: from?.module, object: undefined, name: from?.name ?? callee.name }
  }
  if (callee.type !== 'MemberExpression') return undefined
  const name = nameOf(callee.property)
  if (name === undefined) return undefined
  const object = bare(callee.object)
  const required = requiredModule(object)
  if (required !== undefined) return { module: moduleName(required), object: undefined, name }
  if (object.type === 'Identifier')
    return { module: scope.imported.get(object.name)?.module, object: object.name, name }
  const inner = calleeOf(object, scope)
  return { module: inner?.module, object: inner?.name, name }
}

/** `node:fs/promises` and `fs` are one module here. */
export function moduleName(specifier: string): string {
  const name = specifier.replace(/^node:/, '')
  return name === 'fs/promises' ? 'fs' : name === 'path/posix' ? 'path' : name
}
