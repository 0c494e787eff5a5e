import { styleText } from 'node:util'

/** How text is shown: with colour or not, and whether the reader is a terminal. */
export interface Look {
  readonly color: boolean
  /** On a terminal, control characters of the files shown are made visible: they could rewrite the screen. */
  readonly terminal: boolean
}

export type Paint = 'red' | 'green' | 'yellow' | 'cyan' | 'bold' | 'dim'

/** Text in a colour, where there are colours. */
export function paint(look: Look, style: Paint, text: string): string {
  // Whether there are colours is decided by then; Node must not look at its own standard output again.
  return look.color ? styleText(style, text, { validateStream: false }) : text
}

/** Control characters but tab and line feed, and those that turn the direction of text around. */
const unsafe = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/** Text of a file, safe to show. On a terminal the CR of a CRLF is left out. */
export function shown(look: Look, text: string): string {
  if (!look.terminal) return text
  return text.replace(/\r\n/g, '\n').replace(unsafe, visible)
}

/** Line ends of all kinds, and tabs. */
const gaps = /[\t\n\v\f\r\x85\u2028\u2029]+/g

/** Marks of direction that `unsafe` leaves alone: they have no shape either. */
const marks = /[\u061c\u200e\u200f]/g

/** Foreign text as a part of one line, safe to show wherever it ends up: a line end is a blank. */
export function shownLine(text: string): string {
  return text.replace(gaps, ' ').replace(unsafe, visible).replace(marks, visible)
}

function visible(character: string): string {
  const code = character.charCodeAt(0)
  return code < 0x20 ? `^${String.fromCharCode(code + 64)}` : `<${code.toString(16)}>`
}

/** A unified diff in the colours that git uses. */
export function paintDiff(look: Look, diff: string): string {
  const lines = shown(look, diff).split('\n')
  return lines.map((line, i) => paintLine(look, line, i < 2)).join('\n')
}

function paintLine(look: Look, line: string, isHeader: boolean): string {
  if (isHeader) return paint(look, 'bold', line)
  if (line.startsWith('+')) return paint(look, 'green', line)
  if (line.startsWith('-')) return paint(look, 'red', line)
  if (line.startsWith('@@')) return paint(look, 'cyan', line)
  return line.startsWith('\\') ? paint(look, 'dim', line) : line
}
