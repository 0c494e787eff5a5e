import { commentLines, innerComments, isBeyond } from '../../dockerfile/comment-lines.ts'
import type { Dockerfile } from '../../dockerfile/instruction.ts'
import { trimmedText } from '../../dockerfile/trimmed-text.ts'
import type { Candidate, PromiseCheck } from './promise.ts'

/** Every instruction and comment of the input stands in the output, or is named as replaced. Reads both texts again; the plan is not asked. */
export const nothingLost: PromiseCheck = {
  code: 'promise-nothing-lost',
  check: (candidate) => lostComment(candidate) ?? lostInstruction(candidate),
}

function lostComment({ before, after }: Candidate): string | undefined {
  const lost = commentsOf(before.dockerfile).find(isBeyond(commentsOf(after.dockerfile)))
  return lost === undefined ? undefined : `the comment "${lost}" would be lost`
}

function commentsOf({ instructions, tail }: Dockerfile): string[] {
  const inside = instructions.flatMap((instruction) => [
    ...commentLines(instruction.lead),
    ...innerComments(instruction),
  ])
  return [...inside, ...commentLines(tail)]
}

/** Each as often as before, except for those that are named as replaced. */
function lostInstruction({ before, after, replaced }: Candidate): string | undefined {
  const named = new Set(replaced.map((item) => item.line))
  const stay = before.dockerfile.instructions.filter(({ line }) => !named.has(line))
  const isLost = isBeyond(after.dockerfile.instructions.map(trimmedText))
  const lost = stay.find((instruction) => isLost(trimmedText(instruction)))
  return lost === undefined ? undefined : `line ${lost.line} (${lost.keyword}) would be lost`
}
