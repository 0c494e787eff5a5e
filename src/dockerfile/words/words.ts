/** How BuildKit splits an instruction's arguments: https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/parser/line_parsers.go */
import { isBlank, isSpace } from './space.ts'

export interface Word {
  readonly raw: string
  /** Offsets in the text that was split. */
  readonly start: number
  readonly end: number
}

/** At blanks, whatever the quotes say: COPY, ADD, EXPOSE, FROM, VOLUME. The text is trimmed already. */
export function splitAtBlanks(text: string): readonly Word[] {
  const words: Word[] = []
  let at = 0
  while (text !== '' && at <= text.length) {
    const start = at
    while (at < text.length && !isBlank(text.charCodeAt(at))) at++
    words.push({ raw: text.slice(start, at), start, end: at })
    if (at === text.length) break
    while (at < text.length && isBlank(text.charCodeAt(at))) at++
  }
  return words
}

/** At spaces outside of quotes; quotes and escapes stay: ENV, LABEL, ARG. */
export function splitOutsideQuotes(text: string, escape: string): readonly Word[] {
  const words: Word[] = []
  let raw = ''
  let start = -1
  let quote: string | undefined
  let quoted = false
  const flush = (end: number): void => {
    if (quoted || raw !== '') words.push({ raw, start, end })
    raw = ''
    start = -1
    quoted = false
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (start < 0) {
      if (isSpace(text.charCodeAt(at))) continue
      start = at
    } else if (quote === undefined && isSpace(text.charCodeAt(at))) {
      flush(at)
      continue
    }
    if (character === escape && quote !== "'") {
      // One at the very end is dropped.
      if (at + 1 === text.length) break
      raw += character + text.charAt(at + 1)
      at++
      continue
    }
    if (quote === undefined && (character === "'" || character === '"')) {
      quote = character
      quoted = true
    } else if (character === quote) {
      quote = undefined
    }
    raw += character
  }
  if (start >= 0) flush(text.length)
  return words
}
