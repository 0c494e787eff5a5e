import { innerComments } from '../../dockerfile/comment-lines.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Facts } from '../../facts/facts.ts'
import { commentsOf, inheritComments } from './draft.ts'
import { lostComments, withCommentsBelow } from './lost-comments.ts'
import { textOf, withLead, type Piece } from './piece.ts'
import type { FullSplit } from '../split.ts'

/**
 * Keeps the comments of instructions that are gone, and those inside of lines that have another text now. They go above the next
 * instruction; above the runtime stage, where its own program does their work now, or does without their variables; above a side stage, where
 * its image does.
 */
export function keepComments(
  facts: Facts,
  { placeInstruction, sideStages, insteadOfDropped }: FullSplit,
  pieces: readonly Piece[],
): readonly Piece[] {
  const result = [...pieces]
  const owned = new Set(pieces.flatMap((piece) => ownerOf(piece) ?? []))
  const textsOf = new Map<Instruction, string[]>()
  for (const piece of pieces) {
    if (piece.kind === 'added') continue
    const texts = textsOf.get(piece.instruction)
    if (texts === undefined) textsOf.set(piece.instruction, [textOf(piece)])
    else texts.push(textOf(piece))
  }
  const { lineEnd } = facts.dockerfile
  const { instructions } = facts.final.stage
  instructions.forEach((instruction, index) => {
    const inner = lostComments(innerComments(instruction), textsOf.get(instruction) ?? [], lineEnd)
    if (owned.has(instruction)) {
      if (inner === '') return
      const at = result.findIndex((piece) => ownerOf(piece) === instruction)
      const piece = result[at]
      if (piece !== undefined) result[at] = withCommentsBelow(piece, inner)
      return
    }
    const comments = commentsOf(instruction.lead) + inner
    if (comments === '') return
    const isForgone =
      insteadOfDropped !== '' && (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
    if (placeInstruction(instruction) === 'nowhere' || isForgone) {
      const side = sideStages.find(({ replaces }) => replaces?.includes(instruction))
      const at = result.findLastIndex(
        (piece) => isFrom(piece) && (side === undefined || isNamed(piece, side.name)),
      )
      // On top of the file it would be a parser directive.
      const isDirective = at === 0 && /^\s*#\s*(syntax|escape|check)\s*=/im.test(comments)
      const piece = result[isDirective ? 1 : at]
      if (piece !== undefined) result[isDirective ? 1 : at] = withLead(piece, piece.lead + comments)
      return
    }
    const next = instructions.slice(index + 1).find((other) => owned.has(other))
    const at =
      next === undefined ? result.length - 1 : result.findIndex((piece) => ownerOf(piece) === next)
    const piece = result[at]
    if (piece !== undefined) result[at] = inheritComments(piece, comments)
  })
  const hasDropped = instructions.some(
    (instruction) =>
      placeInstruction(instruction) === 'nowhere' && commentsOf(instruction.lead) !== '',
  )
  const at = result.findLastIndex(isFrom)
  const from = result[at]
  if (hasDropped && insteadOfDropped !== '' && from !== undefined)
    result[at] = withLead(from, `${from.lead}# ${insteadOfDropped}${lineEnd}`)
  return result
}

const ownerOf = (piece: Piece): Instruction | undefined =>
  piece.kind === 'kept' || piece.kind === 'edited' ? piece.instruction : undefined

const isNamed = (piece: Piece, name: string) =>
  piece.kind === 'added' && piece.text.endsWith(` AS ${name}`)

const isFrom = (piece: Piece) =>
  piece.kind === 'added' ? /^from\s/i.test(piece.text) : piece.instruction.keyword === 'FROM'
