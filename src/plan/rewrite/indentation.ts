import type { Dockerfile, Instruction } from '../../dockerfile/instruction.ts'
import type { Piece } from './piece.ts'

/**
 * The comments and blank lines above a piece, and the indentation of its line. The author's lines keep theirs; ours are indented as most of
 * the author's are. FROM counts apart, since some authors indent all that is below it.
 */
export function indenter({ instructions }: Dockerfile): (piece: Piece) => string {
  const ofFrom = prevailing(instructions.filter(({ keyword }) => keyword === 'FROM'))
  const ofOthers = prevailing(instructions.filter(({ keyword }) => keyword !== 'FROM'))
  return (piece) => {
    const indentation =
      piece.kind !== 'added'
        ? indentationOf(piece.instruction)
        : /^from\s/i.test(piece.text)
          ? ofFrom
          : ofOthers
    return piece.lead.replace(/(^|\n)[ \t]*$/, (_, start: string) => start + indentation)
  }
}

/** The blanks before its keyword. */
const indentationOf = ({ lead }: Instruction): string => /[ \t]*$/.exec(lead)?.[0] ?? ''

/** The one that most have. */
function prevailing(instructions: readonly Instruction[]): string {
  const counts = new Map<string, number>()
  for (const indentation of instructions.map(indentationOf))
    counts.set(indentation, (counts.get(indentation) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? ''
}
