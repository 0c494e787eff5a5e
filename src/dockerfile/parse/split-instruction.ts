/** Keyword, flags and the rest of a joined instruction: https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/parser/split_command.go */
import { isBlank, isSpace, skipSpace, skipSpaceBack } from '../words/space.ts'
import { SyntaxFault } from '../syntax-fault.ts'

export interface SplitFlag {
  /** Quotes and escapes removed: `--chown=a b`. */
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Offsets are those of the joined text. */
export interface SplitInstruction {
  /** As written. */
  readonly keyword: string
  readonly start: number
  readonly flags: readonly SplitFlag[]
  /** The arguments without flags, trimmed. */
  readonly rest: string
  readonly restStart: number
}

/** Splits one joined instruction. Throws SyntaxFault for flags whose bytes BuildKit would garble. */
export function splitInstruction(line: string, escape: string): SplitInstruction {
  const start = skipSpace(line, 0)
  const end = skipSpaceBack(line, start)
  let at = start
  while (at < end && !isBlank(line.charCodeAt(at))) at++
  const keyword = line.slice(start, at)
  while (at < end && isBlank(line.charCodeAt(at))) at++
  const { flags, next } = readFlags(line, at, end, escape)
  const restStart = skipSpace(line, next, end)
  return { keyword, start, flags, rest: line.slice(restStart, end), restStart }
}

function readFlags(
  line: string,
  from: number,
  end: number,
  escape: string,
): { readonly flags: readonly SplitFlag[]; readonly next: number } {
  const flags: SplitFlag[] = []
  let at = from
  for (;;) {
    // Byte by byte here, too, so that a space beyond ASCII ends the flags.
    while (at < end && line.charCodeAt(at) < 0x80 && isSpace(line.charCodeAt(at))) at++
    if (!line.startsWith('--', at) || at + 2 > end) return { flags, next: at }
    const flag = readFlag(line, at, end, escape)
    at = flag.end
    if (flag.text === '--') return { flags, next: at }
    flags.push(flag)
  }
}

function readFlag(line: string, start: number, end: number, escape: string): SplitFlag {
  let text = ''
  let quote: string | undefined
  let at = start
  for (; at < end; at++) {
    const character = line.charAt(at)
    const code = line.charCodeAt(at)
    // BuildKit reads flags byte by byte and takes apart what needs more than one.
    if (code > 0x7f) {
      throw new SyntaxFault('A flag holds characters beyond ASCII', 'unsupported-syntax')
    }
    if (character === quote) {
      quote = undefined
    } else if (quote === undefined && isSpace(code)) {
      break
    } else if (quote === undefined && (character === "'" || character === '"')) {
      quote = character
    } else if (character === escape) {
      if (at + 1 < end && line.charCodeAt(at + 1) <= 0x7f) {
        at++
        text += line.charAt(at)
      }
    } else {
      text += character
    }
  }
  return { text, start, end: at }
}
