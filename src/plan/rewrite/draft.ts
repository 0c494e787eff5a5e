import type { Dockerfile, Instruction } from '../../dockerfile/instruction.ts'
import type { Change, OtherFile } from '../change.ts'
import { inCasing } from './casing.ts'
import { indenter } from './indentation.ts'
import { kept, textOf, withLead, type Piece } from './piece.ts'

/** The new file in the making. `pieces` are in file order, FROMs and global ARGs included. */
export interface Draft {
  /** The file that the user has. */
  readonly input: Dockerfile
  readonly pieces: readonly Piece[]
  readonly dropped: readonly { readonly instruction: Instruction; readonly by: Change }[]
  readonly changes: readonly Change[]
  readonly otherFiles: readonly OtherFile[]
}

/** A draft that changes nothing. */
export function draftOf(input: Dockerfile): Draft {
  return { input, pieces: input.instructions.map(kept), dropped: [], changes: [], otherFiles: [] }
}

/** The file's text: the pieces joined, in the author's line ends, with or without a last one as before. */
export function printDraft(draft: Draft): string {
  const { input } = draft
  if (
    draft.pieces.length === input.instructions.length &&
    draft.pieces.every(
      (piece, i) =>
        piece.kind === 'kept' &&
        piece.instruction === input.instructions[i] &&
        piece.lead === piece.instruction.lead,
    )
  )
    return input.source
  const leadOf = indenter(input)
  const lines = draft.pieces.map((piece) => {
    const own = piece.kind === 'added' ? inCasing(piece.text, input) : textOf(piece)
    return leadOf(piece) + endLine(own, input.lineEnd)
  })
  const text = lines.join('') + input.tail
  const hadLastLineEnd = /\n$/.test(input.source)
  const isFirstLead = input.instructions[0]?.lead ?? ''
  const bom = isFirstLead.startsWith('\uFEFF') && !text.startsWith('\uFEFF') ? '\uFEFF' : ''
  return bom + (hadLastLineEnd || input.tail !== '' ? text : text.replace(/\r?\n$/, ''))
}

function endLine(text: string, lineEnd: string): string {
  return text.endsWith('\n') ? text : text + lineEnd
}

/** The comments of a lead, without the blank lines above them and without indentation; '' where there are none. */
export function commentsOf(lead: string): string {
  return /^[ \t\uFEFF]*#/m.test(lead)
    ? lead.replace(/^(?:[ \t]*\r?\n)+/, '').replace(/[ \t]+$/, '')
    : ''
}

/** The blank lines above the comments of a lead. */
export function blankLinesOf(lead: string): string {
  return /^(?:[ \t]*\r?\n)+/.exec(lead)?.[0] ?? ''
}

/** Puts the comments of an instruction that is gone above the piece that follows. */
export function inheritComments(piece: Piece, lead: string): Piece {
  const comments = commentsOf(lead)
  return comments === '' ? piece : withLead(piece, comments + piece.lead)
}
