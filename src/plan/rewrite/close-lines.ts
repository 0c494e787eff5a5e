import type { Facts } from '../../facts/facts.ts'
import { added, textOf, type Piece } from './piece.ts'
import type { FullSplit } from '../split.ts'

/** A file may end in the middle of a continued line. An instruction that is put below it would become a part of it. */
export function closeLines(
  { dockerfile }: Facts,
  { change }: FullSplit,
  pieces: readonly Piece[],
): readonly Piece[] {
  const open = dockerfile.escape === '`' ? /\s*`[ \t]*(\r?\n\s*)*$/ : /\s*\\[ \t]*(\r?\n\s*)*$/
  return pieces.map((piece, i) => {
    const text = textOf(piece)
    if (i === pieces.length - 1 || !open.test(text)) return piece
    const closed = text.replace(open, '')
    switch (piece.kind) {
      case 'kept':
        return { ...piece, kind: 'edited', text: closed, by: change }
      case 'repeated':
        return added(closed, change)
      default:
        return { ...piece, text: closed }
    }
  })
}
