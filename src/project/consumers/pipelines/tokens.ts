import { rememberOf } from '../../../dockerfile/remember.ts'

/** A word, a text in quotes, or a sign of a file in Groovy or Starlark. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign'
  readonly text: string
  /** 1-based. */
  readonly line: number
}

/** How the two languages differ here. */
export interface Marks {
  /** What begins a comment up to the end of the line. */
  readonly comment: string
  /** What stands around longer comments. */
  readonly block?: readonly [string, string]
}

/**
 * The words, texts and signs of a source, comments left out. Texts are in single, double or triple quotes; their variables stay as they are
 * written. https://groovy-lang.org/syntax.html#all-strings https://github.com/bazelbuild/starlark/blob/master/spec.md#lexical-elements
 */
export function tokensOf(source: string, { comment, block }: Marks): readonly Token[] {
  const tokens: Token[] = []
  let line = 1
  let at = 0
  const skip = (end: number): string => {
    const text = source.slice(at, end)
    line += text.split('\n').length - 1
    at = end
    return text
  }
  const endOf = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from)
    return found < 0 ? source.length : found
  }
  while (at < source.length) {
    const sign = source[at] ?? ''
    if (/\s/.test(sign)) skip(at + 1)
    else if (source.startsWith(comment, at)) skip(endOf('\n', at))
    else if (block !== undefined && source.startsWith(block[0], at))
      skip(Math.min(source.length, endOf(block[1], at) + block[1].length))
    else if (/["']/.test(sign)) {
      const start = line
      const quote = source.startsWith(sign.repeat(3), at) ? sign.repeat(3) : sign
      const end = closing(source, quote, at + quote.length)
      const text = unescaped(source.slice(at + quote.length, end))
      skip(Math.min(source.length, end + quote.length))
      tokens.push({ kind: 'text', text, line: start })
    } else if (/[\w$]/.test(sign)) {
      let end = at
      while (/[\w$]/.test(source[end] ?? '')) end++
      tokens.push({ kind: 'word', line, text: skip(end) })
    } else tokens.push({ kind: 'sign', line, text: skip(at + 1) })
  }
  return tokens
}

/** Where a text ends: with its line at the latest where it isn't in three quotes, for the apostrophe of a pattern (`/it's/`) begins none. */
function closing(source: string, quote: string, from: number): number {
  for (let at = from; at < source.length; at++) {
    if (source[at] === '\\') at++
    else if (source.startsWith(quote, at) || (quote.length === 1 && source[at] === '\n')) return at
  }
  return source.length
}

const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_all, sign: string) => (sign === 'n' ? '\n' : sign))

/** Where the bracket that opens at an index closes; the end where it does not. */
export const closingOf = (tokens: readonly Token[], open: number): number =>
  closings(tokens).get(open) ?? tokens.length

const closings = rememberOf((tokens: readonly Token[]): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  const opened: number[] = []
  for (const [at, { kind, text }] of tokens.entries()) {
    if (kind !== 'sign') continue
    if (/[([{]/.test(text)) opened.push(at)
    const open = /[)\]}]/.test(text) ? opened.pop() : undefined
    if (open !== undefined) found.set(open, at)
  }
  return found
})
