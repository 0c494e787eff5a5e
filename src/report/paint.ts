import { styleText } from 'node:util'

/** How text is shown: with colour or not, and whether the reader is a terminal, which needs no CR before a line's end. */
export interface Look {
  readonly color: boolean
  readonly terminal: boolean
}

export type Paint = 'red' | 'green' | 'yellow' | 'cyan' | 'bold' | 'dim'

/** Text in a colour, where there are colours. */
export function paint(look: Look, style: Paint, text: string): string {
  // Whether there are colours is decided by then; Node must not look at its own standard output again.
  return look.color ? styleText(style, text, { validateStream: false }) : text
}

/** Control characters but tab and line ends, and those that turn the direction of text around. */
const unsafe = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g

/**
 * What makes a CI take a line of its log as a command: `::error::` at its start (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands),
 * and anywhere in it `##[error]`, `##vso[` (https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands), `##teamcity[`.
 */
const commands = /(?<=^\s*):(?=:)|#(?=#(?:\[|vso\[|teamcity\[))/gm

/** Text of a file, safe to show wherever it ends up: on a screen it can't rewrite what stands there, in a log it gives no commands. */
export function shown(look: Look, text: string): string {
  const lines = look.terminal ? text.replace(/\r\n/g, '\n') : text
  return lines.replace(unsafe, visible).replace(commands, visible)
}

/** Foreign text of any lines without a look, as in a message. */
export function shownText(text: string): string {
  return shown({ color: false, terminal: true }, text)
}

/** Is that how a text is shown, so that what is shown can be used in its place? */
export function isShownWhole(text: string): boolean {
  return shown({ color: false, terminal: false }, text) === text
}

/** Has it characters that are not shown as they are? */
export function hasHidden(text: string): boolean {
  return text.search(unsafe) >= 0
}

/** Line ends of all kinds, and tabs. */
const gaps = /[\t\n\v\f\r\x85\u2028\u2029]+/g

/** Marks of direction that `unsafe` leaves alone: they have no shape either. */
const marks = /[\u061c\u200e\u200f]/g

/** Foreign text as a part of one line, safe to show wherever it ends up: a line end is a blank. */
export function shownLine(text: string): string {
  return shownText(text.replace(gaps, ' ')).replace(marks, visible)
}

/** The path of a file as one line of a list: in quotes, as JSON has them, where its name has line ends or is not safe to show. */
export function shownPath(path: string): string {
  return path === shownLine(path) && !path.startsWith('"') ? path : plainJson(JSON.stringify(path))
}

/** A JSON document that means the same and is safe to show. */
export function plainJson(json: string): string {
  return json
    .replace(/[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, escaped)
    .replace(/#(?=#(?:\[|vso\[|teamcity\[))/g, escaped)
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
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
