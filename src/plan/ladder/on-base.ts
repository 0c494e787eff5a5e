import type { Facts } from '../../facts/facts.ts'
import { assuming } from '../change.ts'
import type { Seen } from '../needs/seen/seen-program.ts'
import { whyHeld } from '../needs/system/bases-with-libraries.ts'
import type { FullSplit, RuntimeBase } from '../split.ts'

/** Why the runtime stage stands on the author's own image, where a leaner one was thought of. */
export function heldOn(
  { image }: RuntimeBase,
  thought: readonly RuntimeBase[],
  unfit: readonly { readonly why: string }[],
  seen: Seen,
  facts: Facts,
): readonly string[] {
  if (image !== facts.final.stage.base || thought[0]?.image === image) return []
  const why = unfit[0]?.why ?? whyHeld(thought, seen, facts)?.why
  return why === undefined ? [] : [`The runtime stage stays on ${image}: ${why}.`]
}

/** The split as it is on one of its images. */
export function splitOn({ override, assumptions = [] }: RuntimeBase, answer: FullSplit): FullSplit {
  const split = { ...answer, ...override }
  const change = assumptions.reduce(
    (before, { why, evidence }) => assuming(before, why, evidence),
    split.change,
  )
  return { ...split, change }
}
