import { commentLines, innerComments, isBeyond } from '../../dockerfile/comment-lines.ts'
import { withLead, type Piece } from './piece.ts'

/** The comments inside of a line that none of its new texts has, as lines to stand above it; '' where there are none. */
export function lostComments(
  comments: readonly string[],
  texts: readonly string[],
  lineEnd: string,
): string {
  const lost = comments.filter(isBeyond(texts.flatMap(commentLines)))
  return lost.map((comment) => comment + lineEnd).join('')
}

/** The comments inside of a piece's own line. */
export const commentsInside = (piece: Piece): readonly string[] =>
  piece.kind === 'kept' || piece.kind === 'repeated'
    ? innerComments(piece.instruction)
    : commentLines(piece.text)

/** The piece with comments right above its line, below those that stand there. */
export const withCommentsBelow = (piece: Piece, comments: string): Piece =>
  comments === ''
    ? piece
    : withLead(
        piece,
        piece.lead.replace(/[ \t]*$/, (blanks) => comments + blanks),
      )
