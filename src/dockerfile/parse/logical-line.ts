/** Physical lines joined as BuildKit joins them: https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/parser/parser.go */
import type { DirectiveReader } from './directives.ts'
import { skipSpace } from '../words/space.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/** The limit of BuildKit's scanner, in bytes, line end included. */
const longestLine = 65_536

export interface PhysicalLine {
  readonly start: number
  /** Without its line end: BuildKit drops every carriage return before the line feed. */
  readonly contentEnd: number
  readonly end: number
}

export interface LogicalLine {
  /** Where its first physical line's first character stands, indentation skipped. */
  readonly start: number
  readonly end: number
  /** 1-based. */
  readonly line: number
  readonly text: string
  /** For each character of `text` its offset in the source; one more for the end. */
  readonly offsets: readonly number[]
  /** Physical lines that were read, comments before it not counted. */
  readonly lines: number
}

export interface LineReader {
  /** The next instruction with its continuation lines; undefined at the end of the file. Throws SyntaxFault. */
  readonly next: () => LogicalLine | undefined
  /** One physical line, as the body of a here-document takes it. */
  readonly nextPhysical: () => PhysicalLine | undefined
}

export function readLines(source: string, directives: DirectiveReader): LineReader {
  let at = 0
  let number = 0

  const nextPhysical = (): PhysicalLine | undefined => {
    if (at >= source.length) return undefined
    const feed = source.indexOf('\n', at)
    const end = feed < 0 ? source.length : feed + 1
    const start = number === 0 && source.startsWith('\uFEFF') ? 1 : at
    // A UTF-16 unit takes three bytes of UTF-8 at the most.
    if ((end - at) * 3 >= longestLine) {
      const bytes = utf8Length(source, at, end)
      if (bytes > longestLine || (bytes === longestLine && feed < 0)) {
        throw new SyntaxFault(
          `A line is longer than ${longestLine - 1} bytes`,
          'invalid-dockerfile',
          number + 1,
        )
      }
    }
    let contentEnd = feed < 0 ? end : feed
    while (contentEnd > start && source.charCodeAt(contentEnd - 1) === 0x0d) contentEnd--
    at = end
    number++
    return { start, contentEnd, end }
  }

  const next = (): LogicalLine | undefined => {
    for (let line = nextPhysical(); line !== undefined; line = nextPhysical()) {
      const start = skipSpace(source, line.start, line.contentEnd)
      directives.read(source.slice(start, line.contentEnd), number)
      if (start === line.contentEnd || source[start] === '#') continue
      return join(start, line)
    }
    return undefined
  }

  const join = (start: number, first: PhysicalLine): LogicalLine => {
    const escape = directives.escape()
    const firstNumber = number
    const offsets: number[] = []
    let text = ''
    let end = first.end
    const take = (from: number, line: PhysicalLine): boolean => {
      const mark = continuationMark(source, from, line.contentEnd, escape)
      const to = mark ?? line.contentEnd
      text += source.slice(from, to)
      for (let offset = from; offset < to; offset++) offsets.push(offset)
      end = line.end
      if (mark === undefined) offsets.push(to)
      return mark !== undefined
    }
    let open = take(start, first)
    while (open) {
      const line = nextPhysical()
      if (line === undefined) break
      const content = skipSpace(source, line.start, line.contentEnd)
      if (content === line.contentEnd || source[content] === '#') {
        end = line.end
        continue
      }
      open = take(line.start, line)
    }
    if (offsets.length === text.length) offsets.push(end)
    return { start, end, line: firstNumber, text, offsets, lines: number - firstNumber + 1 }
  }

  return { next, nextPhysical }
}

/**
 * Where the escape character stands that continues the line, or undefined. One that follows another does not: `\\` at a
 * line's end is no continuation, `\ \` is.
 */
export function continuationMark(
  source: string,
  from: number,
  to: number,
  escape: string,
): number | undefined {
  let at = to
  while (at > from && (source[at - 1] === ' ' || source[at - 1] === '\t')) at--
  if (at === from || source[at - 1] !== escape) return undefined
  if (at - 1 > from && source[at - 2] === escape) return undefined
  return at - 1
}

function utf8Length(source: string, from: number, to: number): number {
  let bytes = 0
  for (let at = from; at < to; at++) {
    const code = source.charCodeAt(at)
    const surrogate = code >= 0xd800 && code <= 0xdfff
    bytes += code < 0x80 ? 1 : code < 0x800 || surrogate ? 2 : 3
  }
  return bytes
}
