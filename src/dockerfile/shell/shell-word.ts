import type { Assignment, DoubleQuotedChild, For, TestExpression, Word, WordPart } from 'unbash'
import { unknownMark, type ShellCommand, type ShellWord } from './shell-script.ts'

type Lookup = (name: string) => string | undefined

/** Where a position of the parsed text stands in the text that the caller knows. */
export interface Positions {
  readonly start: (at: number) => number
  readonly end: (at: number) => number
}

const nothingKnown: Lookup = () => undefined

export function shellWord(word: Word, positions: Positions): ShellWord {
  return {
    raw: word.text,
    start: positions.start(word.pos),
    end: positions.end(word.end),
    value: hasGlob(word.parts) ? undefined : expandWord(word, nothingKnown),
    expand: (lookup) => expandWord(word, lookup),
    outline: (lookup) => outlineOf(word, lookup),
  }
}

/** An assignment among a command's words, as in `export A=1`. */
export function assignmentWord(node: Assignment, positions: Positions): ShellWord {
  const { value } = node
  const prefix = node.text.slice(0, Math.max(value.pos - node.pos, 0))
  const expand = (lookup: Lookup): string | undefined => {
    const expanded = value.type === 'Word' ? expandWord(value, lookup) : undefined
    return expanded === undefined ? undefined : prefix + expanded
  }
  return {
    raw: node.text,
    start: positions.start(node.pos),
    end: positions.end(node.end),
    value: value.type === 'Word' && hasGlob(value.parts) ? undefined : expand(nothingKnown),
    expand,
    outline: (lookup) => prefix + (value.type === 'Word' ? outlineOf(value, lookup) : unknownMark),
  }
}

function hasGlob(parts: readonly WordPart[] | undefined): boolean {
  return (parts ?? []).some(({ type }) => type === 'Glob' || type === 'BraceExpansion')
}

function expandWord(word: Word, lookup: Lookup): string | undefined {
  // The home folder is not known.
  if (word.text.startsWith('~')) return undefined
  return word.parts === undefined ? word.value : expandParts(word.parts, lookup)
}

function expandParts(
  parts: readonly (WordPart | DoubleQuotedChild)[],
  lookup: Lookup,
): string | undefined {
  let text = ''
  for (const part of parts) {
    const expanded = expandPart(part, lookup)
    if (expanded === undefined) return undefined
    text += expanded
  }
  return text
}

function outlineOf(word: Word, lookup: Lookup): string {
  const outline = (parts: readonly (WordPart | DoubleQuotedChild)[]): string =>
    parts
      .map((part) =>
        part.type === 'DoubleQuoted' || part.type === 'LocaleString'
          ? outline(part.parts)
          : (expandPart(part, lookup) ?? unknownMark),
      )
      .join('')
  return word.parts === undefined ? word.value : outline(word.parts)
}

function expandPart(part: WordPart, lookup: Lookup): string | undefined {
  switch (part.type) {
    case 'Literal':
    case 'SingleQuoted':
    case 'AnsiCQuoted':
      return part.value
    case 'Glob':
    case 'BraceExpansion':
      return part.text
    case 'DoubleQuoted':
    case 'LocaleString':
      return expandParts(part.parts, lookup)
    case 'SimpleExpansion':
      return lookup(part.text.slice(1))
    case 'ParameterExpansion':
      return expandParameter(part, lookup)
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
    case 'ExtendedGlob':
      return undefined
  }
}

function expandParameter(
  part: Extract<WordPart, { readonly type: 'ParameterExpansion' }>,
  lookup: Lookup,
): string | undefined {
  const { operation } = part
  if (part.prefix !== undefined || part.index !== undefined) return undefined
  const value = lookup(part.parameter)
  if (value === undefined || operation === undefined) return value
  if (operation.type !== 'Default') return undefined
  switch (operation.operator) {
    case '-':
    case '=':
      return value
    case ':-':
    case ':=':
      return value === '' ? expandWord(operation.operand, lookup) : value
    case '+':
      return expandWord(operation.operand, lookup)
    case ':+':
      return value === '' ? '' : expandWord(operation.operand, lookup)
    default:
      return undefined
  }
}

/** A word that the parser has no node for. */
export const plainWord = (text: string, start: number, end: number): ShellWord => ({
  ...{ raw: text, start, end, value: text },
  expand: () => text,
  outline: () => text,
})

/** What `[[ ... ]]` asks of single words, each behind its operator. */
export function testsIn(node: TestExpression, positions: Positions): readonly ShellWord[] {
  switch (node.type) {
    case 'TestUnary': {
      const operand = shellWord(node.operand, positions)
      return [plainWord(node.operator, positions.start(node.pos), operand.start), operand]
    }
    case 'TestLogical':
      return node.operands.flatMap((operand) => testsIn(operand, positions))
    case 'TestNot':
      return testsIn(node.operand, positions)
    case 'TestGroup':
      return testsIn(node.expression, positions)
    default:
      return []
  }
}

/** A word of which nothing is known but what is written. */
export function opaqueWord(
  raw: string,
  { pos, end }: { readonly pos: number; readonly end: number },
  positions: Positions,
): ShellWord {
  return {
    raw,
    start: positions.start(pos),
    end: positions.end(end),
    value: undefined,
    expand: () => undefined,
    outline: () => unknownMark,
  }
}

/** The variable of a loop, where its values are all written out. */
export function loopOf(
  { name: variable, wordlist }: For,
  positions: Positions,
): Pick<ShellCommand, 'loop'> {
  const { value: name } = shellWord(variable, positions)
  const values = wordlist?.flatMap((word) => shellWord(word, positions).value ?? [])
  const isWhole = values !== undefined && values.length === wordlist?.length
  return isWhole && name !== undefined ? { loop: { name, values } } : {}
}
