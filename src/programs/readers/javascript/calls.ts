import type { Node } from 'oxc-parser'
import type { Argument, Call } from '../../call.ts'
import { unknownPath } from '../../path-value.ts'
import type { SourceLine } from '../../source-facts.ts'
import { calleeOf } from './callee.ts'
import { bindingOf, type Scope } from './scope.ts'
import { bare, nameOf } from './syntax.ts'
import { textOf } from './text-of.ts'
import type { Values } from './values.ts'

/** What a module's expressions are read with. */
export interface Reading {
  readonly values: Values
  readonly lineOf: (offset: number) => SourceLine
}

/** A call, a `new`, or a template with a tag, as tables of calls have them; undefined for other nodes and computed names. */
export function callOf(node: Node, scope: Scope, reading: Reading): Call | undefined {
  const isTagged = node.type === 'TaggedTemplateExpression'
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression' && !isTagged) return undefined
  const named = isTagged ? node.tag : node.callee
  const callee = calleeOf(named, scope)
  if (callee === undefined) return undefined
  return {
    ...callee,
    isNew: node.type === 'NewExpression',
    // Most calls are of no interest: what they say is made when somebody asks.
    get args() {
      const nodes: readonly Node[] = isTagged ? [node.quasi] : node.arguments
      return nodes.map((argument) => argumentOf(argument, scope, reading))
    },
    get at() {
      return reading.lineOf(named.type === 'MemberExpression' ? named.property.start : node.start)
    },
  }
}

function argumentOf(node: Node, scope: Scope, reading: Reading): Argument {
  const written = () => constant(node, scope)
  return {
    paths: () =>
      node.type === 'SpreadElement' ? [unknownPath] : reading.values.paths(node, scope),
    text: (unknown) => textOf(node, scope, unknown),
    items: () => {
      const { value, at } = written()
      return value.type === 'ArrayExpression'
        ? value.elements.flatMap((item) => (item === null ? [] : [argumentOf(item, at, reading)]))
        : undefined
    },
    isWritten: () => {
      const { value } = written()
      return (
        value.type === 'ObjectExpression' &&
        value.properties.every(({ type }) => type === 'Property')
      )
    },
    option: (name) => {
      const { value, at } = written()
      if (value.type !== 'ObjectExpression') return undefined
      const found = value.properties.find(
        (property) => property.type === 'Property' && nameOf(property.key) === name,
      )
      return found?.type === 'Property' ? argumentOf(found.value, at, reading) : undefined
    },
  }
}

/** What a name is given, where it is given one thing. */
function constant(node: Node, scope: Scope): { readonly value: Node; readonly at: Scope } {
  const value = bare(node)
  const binding = value.type === 'Identifier' ? bindingOf(value.name, scope) : undefined
  return binding?.kind === 'value'
    ? { value: binding.node, at: binding.scope }
    : { value, at: scope }
}
