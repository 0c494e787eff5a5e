import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Candidate, PromiseCheck } from './promise.ts'

/** Every instruction and comment of the input stands in the output, or is named as replaced. Reads both texts again; the plan is not asked. */
export const nothingLost: PromiseCheck = {
  code: 'promise-nothing-lost',
  check: (candidate) => lostComment(candidate) ?? lostInstruction(candidate),
}

function lostComment({ before, after }: Candidate): string | undefined {
  const comments = commentLines(before.dockerfile)
  const lost = comments[firstBeyond(comments, commentLines(after.dockerfile))]
  return lost === undefined ? undefined : `the comment "${lost}" would be lost`
}

function commentLines({ instructions, tail }: Candidate['before']['dockerfile']): string[] {
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
  const named = new Set(replaced.map((item) => item.line))
  const stay = before.dockerfile.instructions.filter(({ line }) => !named.has(line))
  const line = stay[firstBeyond(stay.map(textOf), after.dockerfile.instructions.map(textOf))]
  return line === undefined ? undefined : `line ${line.line} (${line.keyword}) would be lost`
}

const textOf = ({ text }: Instruction) => text.trim()

/** Where a list first has a text more often than the other has it; -1 where it never has. */
function firstBeyond(texts: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>()
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1)
  return texts.findIndex((text) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count < 1
  })
}
