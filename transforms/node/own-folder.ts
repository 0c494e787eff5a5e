import type { Instruction, Rewrite } from '../../src/transform.ts'
import { isAlone, ownerOfRoot } from './place-command.ts'
import type { Question } from './question.ts'

/** `chown -R node:node /app`: what is copied comes with its owner, and the folder itself is left. */
export function ownFolder(question: Question): {
  readonly rewrites: readonly Rewrite[]
  readonly setup: readonly { readonly text: string; readonly after: Instruction }[]
} {
  const { works, root } = question.app
  const rewrites: Rewrite[] = []
  const setup: { text: string; after: Instruction }[] = []
  for (const { command } of works) {
    const { instruction } = command.step
    const owner = ownerOfRoot(command, question)
    if (owner === undefined) continue
    if (isAlone(command, works))
      rewrites.push({
        instruction,
        text: instruction.text.replace(/\s-[a-zA-Z]*R(?=\s)/, '').replace(/\r?\n$/, ''),
      })
    else setup.push({ text: `RUN chown ${owner} ${root}`, after: instruction })
  }
  return { rewrites, setup }
}
