import type { Node } from '../tree-sitter.ts'

/** A part of a string: a text, or the expression of an f-string's `{...}`. */
export type StringPart = string | Node

/** The parts of a string literal. https://docs.python.org/3/reference/lexical_analysis.html#string-and-bytes-literals */
export function partsOfString(node: Node): readonly StringPart[] {
  const { text } = node
  const { length } = /^[a-zA-Z]*/.exec(text)?.[0] ?? ''
  const prefix = text.slice(0, length).toLowerCase()
  const quotes = /^("""|'''|"|')/.exec(text.slice(length))?.[0].length ?? 1
  const start = length + quotes
  const end = Math.max(start, text.length - quotes)
  const unescape = prefix.includes('r') ? (part: string) => part : unescaped
  if (!/[ft]/.test(prefix)) return [unescape(text.slice(start, end))]
  const parts: StringPart[] = []
  let from = start
  for (const child of node.namedChildren) {
    if (child?.type !== 'interpolation') continue
    parts.push(unescape(withoutDoubles(text.slice(from, child.startIndex - node.startIndex))))
    const inner = child.childForFieldName('expression')
    if (inner !== null) parts.push(inner)
    from = child.endIndex - node.startIndex
  }
  return [...parts, unescape(withoutDoubles(text.slice(from, end)))].filter((part) => part !== '')
}

/** `{{` in an f-string. */
const withoutDoubles = (text: string) => text.replaceAll('{{', '{').replaceAll('}}', '}')

const escapeSequence = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[0-7]{1,3}|\r?\n|.)/g
const escapes: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['\n', ''],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
])

function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(escapeSequence, unescapedSequence) : text
}

function unescapedSequence(sequence: string): string {
  const mark = sequence.slice(1, 2)
  const known = escapes.get(sequence.slice(1).replace('\r', ''))
  if (known !== undefined) return known
  if (sequence.length === 2 && !/[0-7]/.test(mark)) return sequence
  const code = /[0-7]/.test(mark)
    ? Number.parseInt(sequence.slice(1), 8)
    : Number.parseInt(sequence.slice(2), 16)
  return Number.isNaN(code) ? sequence : String.fromCodePoint(Math.min(code, 0x10_ff_ff))
}
