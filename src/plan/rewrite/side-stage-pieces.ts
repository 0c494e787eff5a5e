import type { Facts } from '../../facts/facts.ts'
import { ourPiece } from './our-piece.ts'
import { edited, kept, repeated, type Piece } from './piece.ts'
import type { SideStage, FullSplit } from '../split.ts'

/** A builder stage beside the first: what moves there is the author's own, what both need is repeated. */
export function sideStagePieces(
  { name, image, workdir, instructions }: SideStage,
  facts: Facts,
  split: FullSplit,
): readonly Piece[] {
  const { platform } = facts.final.stage
  const flag = platform === undefined ? '' : `--platform=${platform} `
  const from = ourPiece(`FROM ${flag}${image} AS ${name}`, facts, split, facts.dockerfile.lineEnd)
  const rest = instructions.map(({ instruction, moves, text }) => {
    if (text === undefined) return moves ? kept(instruction) : repeated(instruction)
    return moves ? edited(instruction, text, split.change) : ourPiece(text, facts, split)
  })
  return workdir === undefined
    ? [from, ...rest]
    : [from, ourPiece(`WORKDIR ${workdir}`, facts, split), ...rest]
}
