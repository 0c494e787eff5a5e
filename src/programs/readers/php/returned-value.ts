import type { SourceLine } from '../../source-facts.ts'
import { childrenOf, nodesOf, type Node } from '../tree-sitter.ts'
import { argumentNodes } from './call-value.ts'
import { linesOf } from './collect.ts'
import { namesOfSource, type Names } from './names.ts'
import { isString, textsOfString } from './string.ts'
import { plainText, unknownText } from './text.ts'

/** A value that a source writes out. */
export type PhpValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `Acme\Bundle::class`, by its whole name. */
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'flag'; readonly isTrue: boolean }
  | { readonly kind: 'list'; readonly entries: readonly PhpEntry[] }
  /** `env('DB_CONNECTION', 'sqlite')` */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly PhpValue[] }
  | { readonly kind: 'null' }
  | { readonly kind: 'unknown' }

export interface PhpEntry {
  /** Undefined for an item without one. */
  readonly key: PhpValue | undefined
  readonly value: PhpValue
  readonly at: SourceLine
}

/** What a configuration file returns: `return ['a' => 1];`. */
export function returnedValue(root: Node, text: string): PhpValue {
  const names = namesOfSource()
  const nodes = nodesOf(root, [
    'namespace_definition',
    'namespace_use_declaration',
    'return_statement',
  ])
  const lineAt = linesOf(text)
  for (const node of nodes)
    switch (node.type) {
      case 'namespace_definition':
        names.enter(node.childForFieldName('name')?.text ?? '')
        break
      case 'namespace_use_declaration':
        names.import(node)
        break
      default:
        return valueOf(childrenOf(node)[0], { names, lineAt }, 0)
    }
  return { kind: 'unknown' }
}

interface Reading {
  readonly names: Names
  readonly lineAt: (row: number) => SourceLine
}

const deepest = 20

function valueOf(node: Node | undefined, reading: Reading, depth: number): PhpValue {
  if (node === undefined || depth > deepest) return { kind: 'unknown' }
  const inner = (other: Node | undefined) => valueOf(other, reading, depth + 1)
  if (isString(node)) {
    const [found = unknownText] = textsOfString(node, () => [unknownText])
    const text = plainText(found)
    return text === undefined ? { kind: 'unknown' } : { kind: 'text', text }
  }
  switch (node.type) {
    case 'boolean':
      return { kind: 'flag', isTrue: node.text.toLowerCase() === 'true' }
    case 'null':
      return { kind: 'null' }
    case 'class_constant_access_expression': {
      const [owner, constant] = childrenOf(node)
      const name = owner === undefined ? undefined : reading.names.classOf(owner)
      return name === undefined || constant?.text !== 'class'
        ? { kind: 'unknown' }
        : { kind: 'class', name }
    }
    case 'function_call_expression': {
      const name = node.childForFieldName('function')?.text.toLowerCase() ?? ''
      return { kind: 'call', name, args: argumentNodes(node).map(inner) }
    }
    case 'array_creation_expression':
      return {
        kind: 'list',
        entries: childrenOf(node).map((element) => {
          const [first, second] = childrenOf(element)
          return {
            key: second === undefined ? undefined : inner(first),
            value: inner(second ?? first),
            at: reading.lineAt(element.startPosition.row),
          }
        }),
      }
    default:
      return { kind: 'unknown' }
  }
}
