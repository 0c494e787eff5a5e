import { childrenOf, type Node } from '../tree-sitter.ts'
import { joinedAll, type Text, type Texts } from './text.ts'

/** The strings of PHP and lines for the shell. https://www.php.net/manual/en/language.types.string.php */
export function isString({ type }: Node): boolean {
  return (
    type === 'string' ||
    type === 'encapsed_string' ||
    type === 'heredoc' ||
    type === 'nowdoc' ||
    type === 'shell_command_expression'
  )
}

/** What a string says; `inner` tells what an expression inside of it stands for. */
export function textsOfString(node: Node, inner: (expression: Node) => Texts): Texts {
  switch (node.type) {
    case 'string':
      return [[singleQuoted(node.text)]]
    case 'nowdoc':
    case 'heredoc': {
      const body = node.childForFieldName('value')
      const indent = node.childForFieldName('end_tag')?.startPosition.column ?? 0
      if (body === null) return [['']]
      const texts = node.type === 'nowdoc' ? [[body.text]] : textsOfParts(body, inner)
      return texts.map((text) => withoutIndent(text, indent))
    }
    default:
      return textsOfParts(node, inner)
  }
}

/** The closing mark's blanks are those of each line, and the line end before it is none. */
function withoutIndent(text: Text, indent: number): Text {
  const begin = new RegExp(`\\n[ \\t]{0,${indent}}`, 'g')
  return text.flatMap((part, at) => {
    if (typeof part !== 'string') return part
    const plain = part.replaceAll(begin, '\n')
    const own = at === 0 ? plain.replace(/^\n/, '') : plain
    return own === '' ? [] : own
  })
}

function singleQuoted(text: string): string {
  return text.slice(text.indexOf("'") + 1, -1).replace(/\\(['\\])/g, '$1')
}

function textsOfParts(node: Node, inner: (expression: Node) => Texts): Texts {
  const { text, startIndex } = node
  const parts: Texts[] = []
  let end = startIndex
  for (const child of childrenOf(node)) {
    // Line ends of here-documents belong to no node.
    const between = text.slice(end - startIndex, child.startIndex - startIndex)
    if (between !== '' && between.trim() === '') parts.push([[between]])
    end = child.endIndex
    if (child.type === 'string_content') parts.push([[child.text]])
    else if (child.type === 'escape_sequence') parts.push([[unescaped(child.text)]])
    else parts.push(inner(child))
  }
  return joinedAll(parts)
}

const letters: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['v', '\v'],
  ['f', '\f'],
  ['e', '\u001b'],
])

function unescaped(sequence: string): string {
  const behind = sequence.slice(1)
  const code = behind.startsWith('u{')
    ? Number.parseInt(behind.slice(2), 16)
    : behind.startsWith('x')
      ? Number.parseInt(behind.slice(1), 16)
      : Number.parseInt(behind, 8)
  if (code <= 0x10ffff) return String.fromCodePoint(code)
  return letters.get(behind) ?? behind
}
