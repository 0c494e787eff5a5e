import type { Facts } from '../../facts/facts.ts'
import type { Draft } from '../rewrite/draft.ts'
import { keepComments } from '../rewrite/keep-comments.ts'
import { ourPiece } from '../rewrite/our-piece.ts'
import { edited, kept, type Piece } from '../rewrite/piece.ts'
import type { FullSplit, RuntimeBase } from '../split.ts'

/** The same stage on another base. What the split places nowhere is dropped; the rest stays in its order. */
export function oneStage(facts: Facts, split: FullSplit): Draft {
  const { dockerfile, final } = facts
  const { change } = split
  const pieces: Piece[] = [...dockerfile.globalArgs.map(kept), newFrom(facts, split)]
  for (const { text, after } of split.runtimeSetup)
    if (after === undefined) pieces.push(ourPiece(text, facts, split))
  const gone = final.stage.instructions.filter(
    (instruction) => split.placeInstruction(instruction) === 'nowhere',
  )
  for (const instruction of final.stage.instructions) {
    const rewrite = split.runtimeRewrites.find((item) => item.instruction === instruction)
    if (!gone.includes(instruction))
      pieces.push(
        rewrite === undefined ? kept(instruction) : edited(instruction, rewrite.text, change),
      )
    for (const { text, after } of split.runtimeSetup)
      if (after === instruction) pieces.push(ourPiece(text, facts, split))
  }
  return {
    input: dockerfile,
    pieces: keepComments(facts, split, pieces),
    dropped: gone.map((instruction) => ({ instruction, by: change })),
    changes: [change],
    otherFiles: split.otherFiles,
  }
}

/**
 * The author's file on the base of a runtime stage that is the author's own stage, instruction for instruction: all that runs in it was looked at on that base.
 * Undefined where the two differ, where the base is the author's, or where the ecosystem has not asked for it.
 */
export function standingAlone(
  facts: Facts,
  after: Facts,
  split: FullSplit,
  base: RuntimeBase,
): Draft | undefined {
  const own = facts.final.stage
  const repeated = after.final.stage.instructions
  const isSame =
    repeated.length === own.instructions.length &&
    own.instructions.every(({ text }, at) => text.trimEnd() === repeated[at]?.text.trimEnd())
  return split.standsAlone && isSame && base.image !== own.base
    ? oneStage(facts, { ...split, runtimeBases: [base] })
    : undefined
}

/** The author's FROM with the new image. Its name stays. */
function newFrom({ final }: Facts, split: FullSplit): Piece {
  const { from, base } = final.stage
  const image = split.runtimeBases[0]?.image ?? base
  return edited(
    from,
    from.text.replace(/\r?\n$/, '').replace(base, () => image),
    split.change,
  )
}
