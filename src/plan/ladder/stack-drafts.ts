import type { Draft } from '../rewrite/draft.ts'
import type { ParsedDraft } from '../rewrite/edit.ts'
import type { Piece } from '../rewrite/piece.ts'

/**
 * A draft that was made of another draft's text, told in the pieces of the user's own file: what the first draft kept is the
 * author's, what it added or edited stays its change.
 */
export function stackDrafts(lower: ParsedDraft, upper: Draft): Draft {
  const sources = new Map(
    lower.dockerfile.instructions.map((instruction, i) => [instruction, lower.draft.pieces[i]]),
  )
  const below = (piece: Piece): Piece => {
    if (piece.kind === 'added') return piece
    const source = sources.get(piece.instruction)
    return source === undefined ? piece : stackPiece(source, piece)
  }
  const dropped = upper.dropped.flatMap(({ instruction, by }) => {
    const source = sources.get(instruction)
    return source === undefined || source.kind === 'added'
      ? []
      : [{ instruction: source.instruction, by }]
  })
  return {
    input: lower.draft.input,
    pieces: upper.pieces.map(below),
    dropped: [...lower.draft.dropped, ...dropped],
    changes: [...lower.draft.changes, ...upper.changes],
    otherFiles: [...lower.draft.otherFiles, ...upper.otherFiles],
  }
}

/** What became of `source` in the draft above it. */
function stackPiece(source: Piece, piece: Exclude<Piece, { readonly kind: 'added' }>): Piece {
  const isAuthors = source.kind === 'kept' || source.kind === 'repeated'
  switch (piece.kind) {
    case 'kept':
      return isAuthors
        ? { kind: 'kept', instruction: source.instruction, lead: piece.lead }
        : { ...source, lead: piece.lead }
    case 'repeated':
      return isAuthors
        ? { kind: 'repeated', instruction: source.instruction, lead: '' }
        : { kind: 'added', lead: '', text: source.text, by: source.by }
    case 'edited':
      return source.kind === 'added'
        ? { ...source, lead: piece.lead, text: piece.text }
        : { ...piece, instruction: source.instruction }
  }
}
