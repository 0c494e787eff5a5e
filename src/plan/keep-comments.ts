import type { Facts } from '../facts/facts.ts'
import { commentsOf, inheritComments } from './draft.ts'
import type { Piece } from './piece.ts'

/** The comments of instructions that are in neither stage as they were go above what follows them. */
export function keepComments(facts: Facts, pieces: readonly Piece[]): readonly Piece[] {
  const result = [...pieces]
  const owned = new Set(
    pieces.flatMap((piece) =>
      piece.kind === 'kept' || piece.kind === 'edited' ? [piece.instruction] : [],
    ),
  )
  const { instructions } = facts.final.stage
  instructions.forEach((instruction, index) => {
    if (owned.has(instruction) || commentsOf(instruction.lead) === '') return
    const next = instructions.slice(index + 1).find((other) => owned.has(other))
    const at =
      next === undefined
        ? result.length - 1
        : result.findIndex(
            (piece) =>
              (piece.kind === 'kept' || piece.kind === 'edited') && piece.instruction === next,
          )
    const piece = result[at]
    if (piece !== undefined) result[at] = inheritComments(piece, instruction.lead)
  })
  return result
}
