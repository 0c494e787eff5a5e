import type { Facts } from '../../facts/facts.ts'
import { inCasing } from './casing.ts'
import { added, type Piece } from './piece.ts'
import type { FullSplit } from '../split.ts'

/** A line of the split's own, in the author's casing. */
export function ourPiece(text: string, facts: Facts, split: FullSplit, lead = ''): Piece {
  return added(inCasing(text, facts.dockerfile), split.change, lead)
}
