import type { Facts } from '../../facts/facts.ts'
import { ourPiece } from './our-piece.ts'
import { edited, kept, repeated, type Piece } from './piece.ts'
import type { SideStage, FullSplit } from '../split.ts'

/** The text of a side stage: the author's instructions that move there, and those that both stages need. */
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
