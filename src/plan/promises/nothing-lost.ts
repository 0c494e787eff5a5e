import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Candidate, PromiseCheck } from './promise.ts'

/** Every instruction and comment of the input stands in the output, or is named as replaced. Reads both texts again; the plan is not asked. */
export const nothingLost: PromiseCheck = {
  code: 'promise-nothing-lost',
  check: (candidate) => lostComment(candidate) ?? lostInstruction(candidate),
}

function lostComment({ before, after }: Candidate): string | undefined {
  const left = commentLines(after.dockerfile.instructions, after.dockerfile.tail)
  for (const comment of commentLines(before.dockerfile.instructions, before.dockerfile.tail)) {
    const at = left.indexOf(comment)
    if (at < 0) return `the comment "${comment}" would be lost`
    left.splice(at, 1)
  }
  return undefined
}

function commentLines(instructions: readonly Instruction[], tail: string): string[] {
  const texts = instructions.flatMap((instruction) => [
    instruction.lead,
    // The body of a here-document that COPY writes is no comment, even where it starts with #.
    instruction.keyword !== 'RUN' && instruction.heredocs.length > 0 ? '' : instruction.text,
  ])
  return [...texts, tail]
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line.startsWith('#'))
}

/** Each as often as before, except for those that are named as replaced. */
function lostInstruction({ before, after, replaced }: Candidate): string | undefined {
  const left = new Map<string, number>()
  for (const { text } of after.dockerfile.instructions)
    left.set(text.trim(), (left.get(text.trim()) ?? 0) + 1)
  const named = new Set(replaced.map((item) => item.line))
  const lost = before.dockerfile.instructions.find(({ line, text }) => {
    if (named.has(line)) return false
    const count = left.get(text.trim()) ?? 0
    left.set(text.trim(), count - 1)
    return count < 1
  })
  return lost === undefined ? undefined : `line ${lost.line} (${lost.keyword}) would be lost`
}
