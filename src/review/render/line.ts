import stringWidth from 'string-width'
import { charactersOf } from '../characters.ts'
import { type Look, type Paint, paint, shownLine } from '../../report/paint.ts'

/** A part of a line in one style. Its text is safe to show. */
export interface Span {
  readonly text: string
  readonly style?: Paint | undefined
}

/** One line of the screen; styles come with colours only, so nothing may be told by them alone. */
export type Line = readonly Span[]

/** Foreign text, with blanks for its tabs, as a span. */
export function span(text: string, style?: Paint): Span {
  return { text: shownLine(text.replaceAll('\t', '    ')), style }
}

export const blank: Line = []

export function widthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + stringWidth(text), 0)
}

export function printLine(line: Line, look: Look): string {
  return line
    .map(({ text, style }) => (style === undefined ? text : paint(look, style, text)))
    .join('')
    .trimEnd()
}

/** The first columns of a line, and what is left of it. */
function cutAt(line: Line, width: number): readonly [head: Line, rest: Line] {
  const head: Span[] = []
  let left = width
  for (const [i, { text, style }] of line.entries()) {
    const own = stringWidth(text)
    if (own <= left) {
      left -= own
      head.push({ text, style })
      continue
    }
    let end = 0
    for (const character of charactersOf(text)) {
      const size = stringWidth(character)
      if (size > left) break
      left -= size
      end += character.length
    }
    if (end > 0) head.push({ text: text.slice(0, end), style })
    return [head, [{ text: text.slice(end), style }, ...line.slice(i + 1)]]
  }
  return [head, blank]
}

/** One line of at most this width; dots say that something is left out. */
export function fit(line: Line, width: number): Line {
  if (widthOf(line) <= width) return line
  const [head] = cutAt(line, Math.max(0, width - 1))
  return [...head, { text: '…' }]
}

/** A line in as many as it takes, those behind the first one indented. Nothing is left out. */
export function wrap(line: Line, width: number, indent = 0): readonly Line[] {
  const lines: Line[] = []
  let rest = line
  while (widthOf(rest) > width) {
    const [head, more] = cutAt(rest, width)
    // A character that is wider than the screen has nowhere to go.
    if (widthOf(more) === widthOf(rest)) break
    lines.push(head)
    rest = [{ text: ' '.repeat(Math.min(indent, width - 2)) }, ...more]
  }
  return [...lines, rest]
}

/** Words in lines, broken between them where that can be. */
export function wrapWords(text: string, width: number, style?: Paint): readonly Line[] {
  const lines: string[] = []
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && stringWidth(`${last} ${word}`) <= width)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.flatMap((each) => wrap([span(each, style)], width))
}

/** Filled up with blanks to a width. */
export function pad(line: Line, width: number): Line {
  const left = width - widthOf(line)
  return left > 0 ? [...line, { text: ' '.repeat(left) }] : line
}

export function indented(line: Line, columns: number): Line {
  return [{ text: ' '.repeat(columns) }, ...line]
}
