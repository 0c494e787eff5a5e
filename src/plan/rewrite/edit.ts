import { parseDockerfile, isParseFailure } from '../../dockerfile/parse/parse.ts'
import type { Dockerfile, Instruction } from '../../dockerfile/instruction.ts'
import { inCasing } from './casing.ts'
import type { Change, OtherFile } from '../change.ts'
import { blankLinesOf, commentsOf, inheritComments, printDraft, type Draft } from './draft.ts'
import { commentsInside, lostComments, withCommentsBelow } from './lost-comments.ts'
import { added, textOf, withLead, type Piece } from './piece.ts'

/** What a rule wants done to a Dockerfile. `text` is without line end. */
export type Edit =
  /** With or without its line end, which stays. */
  | { readonly kind: 'replace'; readonly instruction: Instruction; readonly text: string }
  | { readonly kind: 'drop'; readonly instruction: Instruction }
  | (Insertion & { readonly kind: 'insert-before' })
  | (Insertion & { readonly kind: 'insert-after' })
  /** With its comments. */
  | { readonly kind: 'move-after'; readonly instruction: Instruction; readonly target: Instruction }

interface Insertion {
  readonly instruction: Instruction
  readonly text: string
  /** Below a blank line, as the FROM of a stage is. */
  readonly isApart?: true
}

/** One change of a rule and the edits that make it. */
export interface Revision {
  readonly change: Change
  readonly edits: readonly Edit[]
  /** Fields of the image's config that it may change: 'User'. */
  readonly contract?: readonly string[]
  readonly otherFiles?: readonly OtherFile[]
  /** What of its kind it leaves as it is, and why, in sentences. */
  readonly left?: readonly string[]
  /** Its files are a migration where the Dockerfile itself stays as it is, too: without them, somebody reads what is not for him. False unless given. */
  readonly isWorthAlone?: boolean
}

/** A draft together with its text, parsed again: `dockerfile.instructions[i]` is `draft.pieces[i]`. */
export interface ParsedDraft {
  readonly draft: Draft
  readonly text: string
  readonly dockerfile: Dockerfile
}

/** The draft does not come out as intended, so the migration is withdrawn. The message is a clause for the user. */
export class DraftError extends Error {
  override readonly name = 'DraftError'
}

/** @throws DraftError where the draft does not parse, or a piece is not exactly one instruction. */
export function parseDraft(draft: Draft): ParsedDraft {
  const text = printDraft(draft)
  const dockerfile = parseDockerfile(text)
  if (isParseFailure(dockerfile))
    throw new DraftError(`the new file would not parse: ${dockerfile.reason}`)
  checkPieces(draft, dockerfile)
  return { draft, text, dockerfile }
}

/** @throws DraftError where a piece of the draft is not exactly one instruction of its text. */
export function checkPieces(draft: Draft, { instructions }: Dockerfile): void {
  const isWhole = ({ text: own }: Instruction, i: number) => {
    const piece = draft.pieces[i]
    return piece !== undefined && own.trimEnd().length === textOf(piece).trimEnd().length
  }
  if (instructions.length !== draft.pieces.length || !instructions.every(isWhole))
    throw new DraftError('a line of the new file would be read as more or less than one')
}

/** Applies a rule's revision to the draft. `dockerfile` is the parsed draft, whose instructions the edits name. */
export function applyRevision(
  { draft, dockerfile }: Pick<ParsedDraft, 'draft' | 'dockerfile'>,
  { change, edits, otherFiles = [] }: Revision,
): Draft {
  const pieces: Piece[] = []
  const dropped = [...draft.dropped]
  const moved = new Map<Instruction, Piece[]>()
  const pieceOf = new Map(
    dockerfile.instructions.map((instruction, i) => [instruction, draft.pieces[i]]),
  )
  for (const edit of edits) {
    if (edit.kind !== 'move-after') continue
    const piece = pieceOf.get(edit.instruction)
    if (piece !== undefined) moved.set(edit.target, [...(moved.get(edit.target) ?? []), piece])
  }
  const isMoved = new Set([...moved.values()].flat())
  let orphaned = ''
  const push = (piece: Piece) => {
    pieces.push(inheritComments(piece, orphaned))
    orphaned = ''
  }
  dockerfile.instructions.forEach((instruction, i) => {
    const piece = draft.pieces[i]
    if (piece === undefined) return
    const own = edits.filter((edit) => edit.instruction === instruction)
    // A new instruction goes between the author's comment and the blank lines above it: the comment stays with the author's line.
    const above = own.filter((edit) => edit.kind === 'insert-before')
    above.forEach((edit, at) => {
      const lead = at === 0 ? blankLinesOf(piece.lead) : ''
      push(inserted(edit, change, draft, lead))
    })
    const drop = own.find((edit) => edit.kind === 'drop')
    const replace = own.find((edit) => edit.kind === 'replace')
    if (drop !== undefined) {
      if (piece.kind === 'kept' || piece.kind === 'edited')
        dropped.push({ instruction: piece.instruction, by: change })
      orphaned += commentsOf(piece.lead)
    } else if (!isMoved.has(piece)) {
      const next =
        replace === undefined
          ? piece
          : replaced(piece, withoutLineEnd(replace.text), change, draft.input.lineEnd)
      push(above.length > 0 ? withLead(next, next.lead.replace(/^(?:[ \t]*\r?\n)+/, '')) : next)
    }
    for (const other of moved.get(instruction) ?? []) push(other)
    for (const edit of own)
      if (edit.kind === 'insert-after') push(inserted(edit, change, draft, ''))
  })
  const last = pieces.at(-1)
  if (orphaned !== '' && last !== undefined)
    pieces[pieces.length - 1] = inheritComments(last, orphaned)
  return {
    ...draft,
    pieces,
    dropped,
    changes: [...draft.changes, change],
    otherFiles: mergeFiles(draft.otherFiles, otherFiles),
  }
}

function inserted(
  { text, isApart }: Insertion,
  change: Change,
  { input }: Draft,
  lead: string,
): Piece {
  const apart = lead === '' && isApart === true ? input.lineEnd : lead
  return added(inCasing(text, input), change, apart)
}

/** One entry a path, from its first text to its last. */
function mergeFiles(
  earlier: readonly OtherFile[],
  later: readonly OtherFile[],
): readonly OtherFile[] {
  const files = new Map(earlier.map((file) => [file.path, file]))
  for (const file of later)
    files.set(file.path, { ...file, before: (files.get(file.path) ?? file).before })
  return [...files.values()]
}

/** The piece with another text; comments that stood between its lines, and do not any more, go above it. */
const withoutLineEnd = (text: string) => text.replace(/\r?\n$/, '')

function replaced(piece: Piece, text: string, change: Change, lineEnd: string): Piece {
  const comments = lostComments(commentsInside(piece), [text], lineEnd)
  switch (piece.kind) {
    case 'added':
      return { ...piece, text }
    case 'repeated':
      return { kind: 'added', lead: '', text, by: change }
    default: {
      const { instruction, lead } = piece
      return withCommentsBelow({ kind: 'edited', instruction, lead, text, by: change }, comments)
    }
  }
}
