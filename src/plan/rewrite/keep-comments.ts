import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Facts } from '../../facts/facts.ts'
import { commentsOf, inheritComments } from './draft.ts'
import { withLead, type Piece } from './piece.ts'
import type { FullSplit } from '../split.ts'

/**
 * Keeps the comments of instructions that are gone. They go above the next instruction; above the runtime stage, where its own program
 * does their work now; above a side stage, where its image does.
 */
export function keepComments(
  facts: Facts,
  { placeInstruction, sideStages, insteadOfDropped }: FullSplit,
  pieces: readonly Piece[],
): readonly Piece[] {
  const result = [...pieces]
  const owned = new Set(pieces.flatMap((piece) => ownerOf(piece) ?? []))
  const { instructions } = facts.final.stage
  instructions.forEach((instruction, index) => {
    const comments = commentsOf(instruction.lead)
    if (owned.has(instruction) || comments === '') return
    if (placeInstruction(instruction) === 'nowhere') {
      const side = sideStages.find(({ replaces }) => replaces?.includes(instruction))
      const at = result.findLastIndex(
        (piece) => isFrom(piece) && (side === undefined || isNamed(piece, side.name)),
      )
      const from = result[at]
      if (from !== undefined) result[at] = withLead(from, from.lead + comments)
      return
    }
    const next = instructions.slice(index + 1).find((other) => owned.has(other))
    const at =
      next === undefined ? result.length - 1 : result.findIndex((piece) => ownerOf(piece) === next)
    const piece = result[at]
    if (piece !== undefined) result[at] = inheritComments(piece, instruction.lead)
  })
  const hasDropped = instructions.some(
    (instruction) =>
      placeInstruction(instruction) === 'nowhere' && commentsOf(instruction.lead) !== '',
  )
  const at = result.findLastIndex(isFrom)
  const from = result[at]
  if (hasDropped && insteadOfDropped !== '' && from !== undefined)
    result[at] = withLead(from, `${from.lead}# ${insteadOfDropped}${facts.dockerfile.lineEnd}`)
  return result
}

const ownerOf = (piece: Piece): Instruction | undefined =>
  piece.kind === 'kept' || piece.kind === 'edited' ? piece.instruction : undefined

const isNamed = (piece: Piece, name: string) =>
  piece.kind === 'added' && piece.text.endsWith(` AS ${name}`)

const isFrom = (piece: Piece) => piece.kind === 'added' && /^from\s/i.test(piece.text)
