import { commentLines } from '../../dockerfile/comment-lines.ts'
import type { Facts } from '../../facts/facts.ts'
import { added, textOf, withLead, type Piece } from './piece.ts'
import type { FullSplit } from '../split.ts'

/**
 * A file may end in the middle of a continued line, with comments below it. An instruction that is put there would become a part of it, so
 * the line is closed, and its comments stand above what follows.
 */
export function closeLines(
  { dockerfile }: Facts,
  { change }: FullSplit,
  pieces: readonly Piece[],
): readonly Piece[] {
  const { escape, lineEnd } = dockerfile
  let comments = ''
  return pieces.map((open, i) => {
    const piece = comments === '' ? open : withLead(open, comments + open.lead)
    comments = ''
    const closed = i === pieces.length - 1 ? undefined : closedText(textOf(piece), escape)
    if (closed === undefined) return piece
    if (piece.kind === 'repeated') return added(closed.text, change)
    comments = closed.comments.map((comment) => comment + lineEnd).join('')
    return piece.kind === 'kept'
      ? { ...piece, kind: 'edited', text: closed.text, by: change }
      : { ...piece, text: closed.text }
  })
}

/** The text of a line that is left open, closed, and the comments that stand below its last word; undefined for others. */
function closedText(
  text: string,
  escape: string,
): { readonly text: string; readonly comments: readonly string[] } | undefined {
  const lines = text.split('\n')
  const comments: string[] = []
  let isOpen = false
  for (let last = lines.pop(); last !== undefined; last = lines.pop()) {
    const line = last.trimEnd()
    if (line.endsWith(escape) && !/^\s*#/.test(line)) {
      isOpen = true
      lines.push(line.slice(0, -1))
      continue
    }
    if (/^\s*(#|$)/.test(line)) {
      comments.unshift(...commentLines(line))
      continue
    }
    return isOpen ? { text: [...lines, line].join('\n'), comments } : undefined
  }
  return undefined
}
