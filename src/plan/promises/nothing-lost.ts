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
    instruction.heredocs.length > 0 ? '' : instruction.text,
  ])
  return [...texts, tail]
    .flatMap((text) => text.split(/\r?\n/))
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line.startsWith('#'))
}

function lostInstruction({ before, after, replaced }: Candidate): string | undefined {
  const present = new Set(
    after.dockerfile.instructions.map((instruction) => instruction.text.trim()),
  )
  const named = new Set(replaced.map((item) => item.line))
  const lost = before.dockerfile.instructions.find(
    (instruction) => !present.has(instruction.text.trim()) && !named.has(instruction.line),
  )
  return lost === undefined ? undefined : `line ${lost.line} (${lost.keyword}) would be lost`
}
