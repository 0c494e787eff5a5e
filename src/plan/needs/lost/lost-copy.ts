import { trimmedText } from '../../../dockerfile/trimmed-text.ts'
import type { Facts } from '../../../facts/facts.ts'
import { isWithin, resolvePath } from '../../../facts/image-path.ts'
import type { Instruction } from '../../../dockerfile/instruction.ts'

/** A COPY or ADD of the author that is gone, though it fills what the runtime stage takes. */
export interface LostCopy {
  readonly instruction: Instruction
  /** What `COPY --from` names. */
  readonly taken: string
}

/** The first COPY or ADD that is in no stage any more, and that put something into a folder that `COPY --from` brings. */
export function lostCopy(before: Facts, after: Facts): LostCopy | undefined {
  const kept = new Set(after.dockerfile.instructions.map(trimmedText))
  const gone = before.final.copies.filter(({ step }) => !kept.has(trimmedText(step.instruction)))
  if (gone.length === 0) return undefined
  const taken = after.final.copies
    .filter(({ from }) => from !== undefined)
    .flatMap(({ sources }) => sources.flatMap((source) => resolvePath('/', source) ?? []))
  for (const { step, destination } of gone) {
    if (destination === undefined) continue
    const found = taken.find((path) => isWithin(destination, path))
    if (found !== undefined) return { instruction: step.instruction, taken: found }
  }
  return undefined
}
