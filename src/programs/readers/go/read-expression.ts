import type { Node } from '../tree-sitter.ts'
import { unknownExpression, type Expression, type Scope } from './expression.ts'

/** Deeper nests are generated code, and the stack is not endless. */
const maxDepth = 60
/** Items of a list that are looked at: longer ones are tables. */
const maxItems = 64

/** Reads expressions in their scopes; each node once, however often it is asked for. */
export function expressionReader(): (node: Node | null, scope: Scope) => Expression {
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
    case 'interpreted_string_literal':
    case 'raw_string_literal':
      return { kind: 'text', text: stringOf(node) }
    case 'true':
    case 'false':
      return { kind: 'text', text: node.type }
    case 'int_literal':
      return { kind: 'text', text: node.text.replaceAll('_', '') }
    case 'identifier':
    case 'package_identifier':
    case 'type_identifier':
      return { kind: 'name', name: node.text, scope }
    case 'selector_expression':
      return {
        kind: 'member',
        of: read(node.childForFieldName('operand')),
        name: node.childForFieldName('field')?.text ?? '',
      }
    case 'qualified_type':
      return {
        kind: 'member',
        of: read(node.childForFieldName('package')),
        name: node.childForFieldName('name')?.text ?? '',
      }
    case 'index_expression':
      return indexed(node, read)
    case 'slice_expression':
      return { kind: 'part', of: read(node.childForFieldName('operand')) }
    case 'parenthesized_expression':
    case 'literal_element':
      return read(node.firstNamedChild)
    // `&x` and `*x` stand for what they point to.
    case 'unary_expression':
      return ['&', '*'].includes(node.childForFieldName('operator')?.text ?? '')
        ? read(node.childForFieldName('operand'))
        : unknownExpression
    case 'binary_expression':
      return binary(node, read)
    case 'call_expression':
      return {
        kind: 'call',
        callee: read(node.childForFieldName('function')),
        args: argumentsOf(node).map(read),
      }
    // `[]byte("a")`, `template.HTML(x)`
    case 'type_conversion_expression':
      return read(node.childForFieldName('operand'))
    case 'composite_literal':
      return composite(node, read)
    default:
      return unknownExpression
  }
}

/** The nodes of a call's arguments. */
export const argumentsOf = (call: Node): readonly Node[] =>
  (call.childForFieldName('arguments')?.namedChildren ?? []).flatMap((child) =>
    child === null || child.isExtra ? [] : [child],
  )

/** `os.Args[0]` is the name that the program was started by: it stands for its own path. */
function indexed(node: Node, read: Read): Expression {
  const list = read(node.childForFieldName('operand'))
  const isName = list.kind === 'member' && list.name === 'Args'
  return isName && node.childForFieldName('index')?.text === '0'
    ? { kind: 'call', callee: { ...list, name: 'Executable' }, args: [] }
    : { kind: 'part', of: list }
}

function binary(node: Node, read: Read): Expression {
  const left = read(node.childForFieldName('left'))
  const right = read(node.childForFieldName('right'))
  switch (node.childForFieldName('operator')?.text) {
    case '+':
      return { kind: 'sum', left, right }
    case '|':
      return {
        kind: 'flags',
        parts: [...(left.kind === 'flags' ? left.parts : [left]), right],
      }
    default:
      return unknownExpression
  }
}

function composite(node: Node, read: Read): Expression {
  const body = node.childForFieldName('body')
  const type = read(node.childForFieldName('type'))
  if (body === null || body.namedChildCount > maxItems) return unknownExpression
  const items: Expression[] = []
  const fields = new Map<string, Expression>()
  for (const child of body.namedChildren) {
    if (child === null || child.isExtra) continue
    if (child.type !== 'keyed_element') items.push(read(child))
    else fields.set(child.firstNamedChild?.text ?? '', read(child.lastNamedChild))
  }
  return { kind: 'composite', type, items, fields }
}

/** The value of a string literal. https://go.dev/ref/spec#String_literals */
export function stringOf(node: Node): string {
  const inner = node.text.slice(1, -1)
  if (node.type === 'raw_string_literal') return inner.replaceAll('\r', '')
  // Not by the nodes of the parts: a file that is embedded as text has a million of them.
  return inner.includes('\\') ? inner.replace(escapeSequence, unescaped) : inner
}

const escapeSequence = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{3}|.)/g
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' }

function unescaped(sequence: string): string {
  const [, mark = ''] = sequence
  if (sequence.length === 2) return escapes[mark] ?? mark
  const code = /\d/.test(mark)
    ? Number.parseInt(sequence.slice(1), 8)
    : Number.parseInt(sequence.slice(2), 16)
  return String.fromCodePoint(Math.min(code, 0x10_ff_ff))
}
