import { childrenOf, type Node } from '../tree-sitter.ts'
import { unknownExpression, type Expression, type PythonCall, type Scope } from './expression.ts'
import { partsOfString } from './string.ts'

/** Deeper nests are generated code, and the stack is not endless. */
const maxDepth = 60
/** Items of a list that are looked at: longer ones are tables. */
const maxItems = 64

/** Reads expressions in their scopes; each node once, however often it is asked for. */
export type ReadExpression = (node: Node | null, scope: Scope) => Expression

/** Reads the expressions of one tree. */
export function expressionReader(): ReadExpression {
  const known = new Map<number, Expression>()
  const read = (node: Node | null, scope: Scope, depth: number): Expression => {
    if (node === null || depth > maxDepth) return unknownExpression
    const before = known.get(node.id)
    if (before !== undefined) return before
    const made = make(node, scope, (child) => read(child, scope, depth + 1))
    known.set(node.id, made)
    return made
  }
  return (node, scope) => read(node, scope, 0)
}

type Read = (node: Node | null) => Expression

function make(node: Node, scope: Scope, read: Read): Expression {
  switch (node.type) {
    case 'string':
      return joined(partsOfString(node).map((part) => readPart(part, read)))
    case 'concatenated_string':
      return joined(childrenOf(node).map(read))
    case 'integer':
      return { kind: 'text', text: node.text.replaceAll('_', '') }
    case 'true':
    case 'false':
      return { kind: 'text', text: node.text }
    case 'none':
      return { kind: 'none' }
    case 'identifier':
      return node.text === '__file__'
        ? { kind: 'file', path: scope.path }
        : { kind: 'name', name: node.text, scope }
    case 'attribute':
      return {
        kind: 'member',
        of: read(node.childForFieldName('object')),
        name: node.childForFieldName('attribute')?.text ?? '',
      }
    case 'call':
      return readCall(node, read)
    case 'binary_operator':
      return binary(node, read)
    case 'boolean_operator':
      return node.childForFieldName('operator')?.text === 'or'
        ? {
            kind: 'or',
            of: [node.childForFieldName('left'), node.childForFieldName('right')].map(read),
          }
        : unknownExpression
    case 'conditional_expression': {
      const [yes, , no] = childrenOf(node)
      return { kind: 'either', of: [read(yes ?? null), read(no ?? null)] }
    }
    case 'subscript': {
      const keys = node.childrenForFieldName('subscript')
      const [key = null] = keys
      return keys.length > 1
        ? unknownExpression
        : { kind: 'item', of: read(node.childForFieldName('value')), key: read(key) }
    }
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
      return node.namedChildCount > maxItems
        ? unknownExpression
        : { kind: 'list', items: childrenOf(node).map(read) }
    case 'dictionary':
      return dictionary(node, read)
    case 'named_expression':
      return read(node.childForFieldName('value'))
    case 'parenthesized_expression':
    case 'await':
      return read(childrenOf(node)[0] ?? null)
    case 'list_splat':
      return { kind: 'splat', of: read(childrenOf(node)[0] ?? null) }
    // `a = b = 'x'`
    case 'assignment':
      return read(node.childForFieldName('right'))
    // `with open(a) as b`
    case 'as_pattern':
      return read(childrenOf(node)[0] ?? null)
    default:
      return unknownExpression
  }
}

const readPart = (part: string | Node, read: Read): Expression =>
  typeof part === 'string' ? { kind: 'text', text: part } : read(part)

function joined(parts: readonly Expression[]): Expression {
  const [first, ...others] = parts
  if (first === undefined) return { kind: 'text', text: '' }
  if (others.length === 0) return first.kind === 'text' ? first : { kind: 'parts', parts }
  const texts = parts.flatMap((part) => (part.kind === 'text' ? part.text : []))
  return texts.length === parts.length
    ? { kind: 'text', text: texts.join('') }
    : { kind: 'parts', parts: parts.slice(0, maxItems) }
}

function readCall(node: Node, read: Read): PythonCall {
  const callee = read(node.childForFieldName('function'))
  const args: Expression[] = []
  const named = new Map<string, Expression>()
  let hasOthers = false
  const list = node.childForFieldName('arguments')
  // `any(x for x in y)` has no list.
  const children = list === null || list.type !== 'argument_list' ? [] : childrenOf(list)
  for (const child of children.slice(0, maxItems)) {
    if (child.type === 'keyword_argument') {
      const name = child.childForFieldName('name')?.text ?? ''
      named.set(name, read(child.childForFieldName('value')))
    } else if (child.type === 'dictionary_splat') {
      const given = read(childrenOf(child)[0] ?? null)
      if (given.kind === 'dictionary')
        for (const [name, value] of given.fields) named.set(name, value)
      else hasOthers = true
    } else args.push(read(child))
  }
  return { kind: 'call', callee, args, named, hasOthers }
}

function binary(node: Node, read: Read): Expression {
  const left = read(node.childForFieldName('left'))
  const rightNode = node.childForFieldName('right')
  const right = read(rightNode)
  switch (node.childForFieldName('operator')?.text) {
    case '+':
      if (left.kind === 'list' && right.kind === 'list')
        return { kind: 'list', items: [...left.items, ...right.items] }
      // What follows a list that is written out is not known, but how it begins is.
      if (left.kind === 'list') return { kind: 'list', items: [...left.items, unknownExpression] }
      return joined([...(left.kind === 'parts' ? left.parts : [left]), right])
    case '%':
      return { kind: 'format', format: left, args: right.kind === 'list' ? right.items : [right] }
    case '/':
      return { kind: 'slash', left, right }
    default:
      return unknownExpression
  }
}

function dictionary(node: Node, read: Read): Expression {
  if (node.namedChildCount > maxItems) return unknownExpression
  const fields = new Map<string, Expression>()
  for (const pair of childrenOf(node)) {
    const key = pair.type === 'pair' ? read(pair.childForFieldName('key')) : unknownExpression
    if (key.kind === 'text') fields.set(key.text, read(pair.childForFieldName('value')))
  }
  return { kind: 'dictionary', fields }
}
