import { childrenOf, type Node } from '../tree-sitter.ts'
import {
  declare,
  outermost,
  unknownExpression,
  type Binding,
  type Expression,
  type Scope,
} from './expression.ts'
import type { ReadExpression } from './read-expression.ts'

/** The nodes that give a name a value. */
export const bindingNodes: readonly string[] = [
  'assignment',
  'augmented_assignment',
  'named_expression',
  'for_statement',
  'for_in_clause',
  'as_pattern',
  'global_statement',
  'nonlocal_statement',
]

/** Notes what a node gives to the names of its scope. */
export function bind(node: Node, scope: Scope, read: ReadExpression): void {
  switch (node.type) {
    case 'assignment': {
      const right = node.childForFieldName('right')
      const left = node.childForFieldName('left')
      // `name: str` alone gives no value.
      if (right !== null) return bindTarget(left, right, scope, read)
      const target = scope.kind === 'class' ? targetOf(left, scope) : undefined
      if (target !== undefined) target.isOpen = true
      return
    }
    case 'augmented_assignment': {
      const target = targetOf(node.childForFieldName('left'), scope)
      if (target !== undefined) target.isOpen = true
      return
    }
    case 'named_expression':
      return bindTarget(
        node.childForFieldName('name'),
        node.childForFieldName('value'),
        scope,
        read,
      )
    case 'for_statement':
    case 'for_in_clause': {
      const of = read(node.childForFieldName('right'), scope)
      return bindAll(node.childForFieldName('left'), { kind: 'each', of }, scope)
    }
    case 'as_pattern': {
      const target = node.childForFieldName('alias')
      const name = target === null ? undefined : childrenOf(target)[0]
      return bindTarget(name ?? null, childrenOf(node)[0] ?? null, scope, read)
    }
    default:
      for (const name of childrenOf(node)) scope.outer.add(name.text)
  }
}

function bindTarget(
  left: Node | null,
  right: Node | null,
  scope: Scope,
  read: ReadExpression,
): void {
  const value = read(right, scope)
  bindAll(left, value, scope)
}

/** `a, b = 'x', 'y'`: of what is not written out, nobody knows the parts. */
function bindAll(left: Node | null, value: Expression, scope: Scope): void {
  if (left === null) return
  if (/^(pattern_list|tuple_pattern|list_pattern)$/.test(left.type)) {
    const targets = childrenOf(left)
    const items = value.kind === 'list' && value.items.length === targets.length ? value.items : []
    targets.forEach((target, i) => {
      bindAll(target, items[i] ?? unknownExpression, scope)
    })
    return
  }
  targetOf(left, scope)?.values.push(value)
}

/** What stands on the left: `name`, `self.name`; undefined for others. */
function targetOf(node: Node | null, scope: Scope): Binding | undefined {
  if (node?.type === 'identifier') return declare(scope, node.text)
  if (node?.type !== 'attribute') return undefined
  const object = node.childForFieldName('object')?.text ?? ''
  const owner = isOwn(object) ? classAround(scope) : undefined
  const name = node.childForFieldName('attribute')?.text
  return owner === undefined || name === undefined ? undefined : declare(owner, name)
}

const isOwn = (name: string) => name === 'self' || name === 'cls'

function classAround(scope: Scope): Scope | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent)
    if (at.kind === 'class') return at
  return undefined
}

/** Notes the parameters of a function, or of a lambda, in its own scope. */
export function bindParameters(node: Node, scope: Scope, read: ReadExpression): void {
  const list = node.childForFieldName('parameters')
  const parameters = list === null ? [] : childrenOf(list)
  parameters.forEach((parameter, i) => {
    const name = parameter.childForFieldName('name') ?? nameIn(parameter)
    if (name === undefined) return
    const binding = declare(scope, name.text)
    const owner = scope.parent
    if (i === 0 && isOwn(name.text) && owner?.kind === 'class') {
      binding.values.push({ kind: 'class', scope: owner, bases: [] })
      return
    }
    const value = parameter.childForFieldName('value')
    if (value !== null && owner !== undefined) binding.values.push(read(value, owner))
    binding.isOpen = true
  })
}

function nameIn(parameter: Node): Node | undefined {
  return parameter.type === 'identifier'
    ? parameter
    : childrenOf(parameter)
        .flatMap((child) => (child.type === 'identifier' ? child : childrenOf(child)))
        .find(({ type }) => type === 'identifier')
}

/** Notes the names that an import brings. */
export function bindImport(scope: Scope, name: string, whole: string): void {
  declare(scope, name).values.push({
    kind: 'imported',
    name: whole,
    from: outermost(scope).path,
  })
}
