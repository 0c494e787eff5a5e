import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Change } from '../change.ts'

/** One instruction of the new file and where it comes from. Printing joins the pieces; nothing else is ever written. */
export type Piece =
  /** The author's bytes, comments above included. */
  | { readonly kind: 'kept'; readonly instruction: Instruction; readonly lead: string }
  /** The same again in a second stage, comments not. */
  | { readonly kind: 'repeated'; readonly instruction: Instruction; readonly lead: '' }
  /** Comments kept, the instruction changed. */
  | {
      readonly kind: 'edited'
      readonly instruction: Instruction
      readonly lead: string
      readonly text: string
      readonly by: Change
    }
  /** Ours. */
  | { readonly kind: 'added'; readonly lead: string; readonly text: string; readonly by: Change }

export function kept(instruction: Instruction): Piece {
  return { kind: 'kept', instruction, lead: instruction.lead }
}

export function repeated(instruction: Instruction): Piece {
  return { kind: 'repeated', instruction, lead: '' }
}

/** The instruction with another text; `text` without its line end. */
export function edited(instruction: Instruction, text: string, by: Change): Piece {
  return { kind: 'edited', instruction, lead: instruction.lead, text, by }
}

/** A new instruction; `text` without its line end, on one line. */
export function added(text: string, by: Change, lead = ''): Piece {
  return { kind: 'added', lead, text, by }
}

export function textOf(piece: Piece): string {
  return piece.kind === 'kept' || piece.kind === 'repeated' ? piece.instruction.text : piece.text
}

/** The same piece below more comments: those of an instruction that is gone. */
export function withLead(piece: Piece, lead: string): Piece {
  switch (piece.kind) {
    case 'repeated':
      return lead === '' ? piece : { kind: 'kept', instruction: piece.instruction, lead }
    default:
      return { ...piece, lead }
  }
}
