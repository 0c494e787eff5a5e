import type { ParsedDraft } from '../rewrite/edit.ts'
import type { Refusal } from '../refusals/refuse.ts'

/** A refusal of a prepared file in the lines of the user's own. */
export function inOwnLines(refusal: Refusal, { draft, dockerfile }: ParsedDraft): Refusal {
  const own = (line: number): number => {
    const at = dockerfile.instructions.findLastIndex((instruction) => instruction.line <= line)
    const found = [...draft.pieces.slice(at), ...draft.pieces.slice(0, Math.max(at, 0)).reverse()]
    for (const piece of found)
      if (piece.kind !== 'added') {
        const isSame = piece === draft.pieces[at]
        const below = isSame ? line - (dockerfile.instructions[at]?.line ?? line) : 0
        return piece.instruction.line + below
      }
    return line
  }
  return {
    ...refusal,
    line: refusal.line === undefined ? undefined : own(refusal.line),
    reason: refusal.reason.replaceAll(
      /\b(line |Dockerfile:)(\d+)\b/gi,
      (_, word: string, line: string) => `${word}${own(Number(line))}`,
    ),
  }
}
