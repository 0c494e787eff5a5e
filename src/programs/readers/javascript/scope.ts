import type { Node, Program } from 'oxc-parser'
import { bare, moduleName, nameOf } from './syntax.ts'
import { walk } from './walk.ts'

/** What a name stands for: a module or what it exports, or the one expression that it is given. Undefined where it can be many things. */
export type Binding =
  | { readonly kind: 'import'; readonly from: Imported }
  | { readonly kind: 'value'; readonly node: Node; readonly scope: Scope }
  /** `const { readFile } = fs.promises` */
  | { readonly kind: 'part'; readonly name: string; readonly node: Node; readonly scope: Scope }
  | undefined

export interface Imported {
  /** Without `node:`. */
  readonly module: string
  /** Undefined for the whole module. */
  readonly name: string | undefined
}

/** The names of a block or a function, and those around it. */
export interface Scope {
  readonly names: ReadonlyMap<string, Binding>
  readonly outer: Scope | undefined
}

/** The scopes of a module. */
export interface Scopes {
  readonly top: Scope
  /** The scope that a node opens for what is in it. */
  readonly within: ReadonlyMap<Node, Scope>
}

interface OpenScope extends Scope {
  readonly names: Map<string, Binding>
  readonly outer: OpenScope | undefined
  /** Where a `var` is declared. */
  readonly isFunction: boolean
}

/** Gathers imports, requires and constants, each in its scope. A name that is given twice is not known. */
export function readScopes(program: Program): Scopes {
  const top: OpenScope = { names: new Map(), outer: undefined, isFunction: true }
  const within = new Map<Node, Scope>()
  const assigned: { readonly name: string; readonly scope: OpenScope }[] = []
  walk(program, top, (node, outer) => {
    const opens = openedBy(node)
    const scope: OpenScope =
      opens === undefined ? outer : { names: new Map(), outer, isFunction: opens === 'function' }
    if (opens !== undefined) within.set(node, scope)
    declare(node, scope, outer)
    if (node.type === 'AssignmentExpression') {
      for (const name of boundIn(node.left)) assigned.push({ name, scope })
    } else if (node.type === 'UpdateExpression' && node.argument.type === 'Identifier')
      assigned.push({ name: node.argument.name, scope })
    // Names of an import are its own; nothing else stands in it.
    return node.type === 'ImportDeclaration' ? false : scope
  })
  for (const { name, scope } of assigned) {
    let owner: OpenScope | undefined = scope
    while (owner !== undefined && !owner.names.has(name)) owner = owner.outer
    owner?.names.set(name, undefined)
  }
  return { top, within }
}

function openedBy(node: Node): 'function' | 'block' | undefined {
  switch (node.type) {
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'StaticBlock':
      return 'function'
    case 'BlockStatement':
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'SwitchStatement':
    case 'CatchClause':
      return 'block'
    default:
      return undefined
  }
}

function declare(node: Node, scope: OpenScope, outer: OpenScope): void {
  switch (node.type) {
    case 'ImportDeclaration':
      for (const item of node.specifiers) {
        const name = item.type === 'ImportSpecifier' ? nameOf(item.imported) : undefined
        const from = { module: moduleName(node.source.value), name }
        give(scope, item.local.name, { kind: 'import', from })
      }
      return
    case 'TSImportEqualsDeclaration': {
      const source = node.moduleReference
      if (source.type !== 'TSExternalModuleReference') return
      const from = { module: moduleName(source.expression.value), name: undefined }
      give(scope, node.id.name, { kind: 'import', from })
      return
    }
    case 'VariableDeclaration': {
      const owner = node.kind === 'var' ? functionOf(scope) : scope
      for (const { id, init } of node.declarations) declareVariable(id, init, owner, scope)
      return
    }
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (node.type === 'FunctionDeclaration' && node.id !== null)
        give(outer, node.id.name, undefined)
      for (const parameter of node.params)
        for (const name of boundIn(parameter)) give(scope, name, undefined)
      return
    case 'ClassDeclaration':
      if (node.id !== null) give(scope, node.id.name, undefined)
      return
    case 'CatchClause':
      if (node.param !== null) for (const name of boundIn(node.param)) give(scope, name, undefined)
      return
    default:
      return
  }
}

function declareVariable(id: Node, init: Node | null, owner: OpenScope, scope: Scope): void {
  const node = init === null ? undefined : bare(init)
  const parts = new Map<string, string>()
  if (id.type === 'ObjectPattern')
    for (const property of id.properties) {
      const key = property.type === 'Property' ? nameOf(property.key) : undefined
      if (property.type === 'Property' && property.value.type === 'Identifier' && key !== undefined)
        parts.set(property.value.name, key)
    }
  for (const local of boundIn(id)) {
    const name = parts.get(local)
    if (node !== undefined && id.type === 'Identifier')
      give(owner, local, { kind: 'value', node, scope })
    else give(owner, local, node && name ? { kind: 'part', name, node, scope } : undefined)
  }
}

function give(scope: OpenScope, name: string, binding: Binding): void {
  scope.names.set(name, scope.names.has(name) ? undefined : binding)
}

function functionOf(scope: OpenScope): OpenScope {
  let at = scope
  while (!at.isFunction && at.outer !== undefined) at = at.outer
  return at
}

/** The names that a pattern binds. */
function boundIn(pattern: Node): readonly string[] {
  if (pattern.type === 'Identifier') return [pattern.name]
  const names: string[] = []
  walk(pattern, true, (node, _, parent) => {
    if (parent?.type === 'Property' && parent.key === node) return false
    if (node.type === 'Identifier') names.push(node.name)
    return (
      node.type !== 'MemberExpression' &&
      node.type !== 'TSTypeAnnotation' &&
      !(parent?.type === 'AssignmentPattern' && parent.right === node)
    )
  })
  return names
}

export function bindingOf(name: string, scope: Scope): Binding {
  let at: Scope | undefined = scope
  while (at !== undefined && !at.names.has(name)) at = at.outer
  return at?.names.get(name)
}
