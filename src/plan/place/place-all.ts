import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Copy } from '../../facts/stages/copy.ts'
import type { Facts } from '../../facts/facts.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import type { Refusal } from '../refusals/refuse.ts'
import { archivesCopiedBy } from '../spare/archives.ts'
import { findSpare } from '../spare/find-spare.ts'
import { withoutUsed } from '../spare/keep-used.ts'
import { nothingSpare, type Spare } from '../spare/spare.ts'
import type { FullSplit, Placement } from '../split.ts'
import type { Placed } from './placed.ts'
import { asksGit } from './place-asked.ts'
import { placeRun } from './place-run.ts'
import { placeForTrust } from './place-trust.ts'
import { programsBrought } from './programs-brought.ts'
import { runAt, type RunPlace } from './run-place.ts'

/**
 * Places every COPY, ADD and RUN; refuses where one can't be placed. What only the build is seen to use is left out first, and comes back
 * where a command of the runtime stage turns out to use it. `image` is that of the runtime stage.
 */
export function placeAll(facts: Facts, split: FullSplit, image: BaseImage): Placed | Refusal {
  let spare = findSpare(facts, split)
  for (let pass = 0; pass < mostPasses && !isEmpty(spare); pass++) {
    const placed = placeWithout(spare, facts, split, image)
    if ('kind' in placed) break
    const rest = withoutUsed(spare, placed, facts, split)
    if (rest === spare) return placed
    spare = rest
  }
  return placeWithout(nothingSpare, facts, split, image)
}

/** What comes back may be for another part of it to come back, too. */
const mostPasses = 4

const isEmpty = ({ packages, archives }: Spare) => packages.length + archives.length === 0

function placeWithout(
  spare: Spare,
  facts: Facts,
  split: FullSplit,
  image: BaseImage,
): Placed | Refusal {
  const { final } = facts
  // The builder asks git about all of the context.
  const lastAsked = final.commands.findLast(asksGit)
  const isAskedAbout = ({ isWholeContext, step }: Copy) =>
    isWholeContext && step.index < (lastAsked?.step.index ?? -1)
  const copies = new Map<Instruction, Placement | 'nowhere'>(
    final.copies.map((copy) => {
      const { instruction } = copy.step
      const archives = archivesCopiedBy(copy)
      const isForBuild =
        archives.length > 0 && archives.every((path) => spare.archives.includes(path))
      const place =
        split.placeInstruction(instruction) ??
        placeForTrust(copy, final, image) ??
        (isForBuild ? 'build' : split.placeCopy(copy))
      return [instruction, place === 'run' && isAskedAbout(copy) ? 'both' : place]
    }),
  )
  const runtimeCopies = final.copies.filter(({ step }) =>
    /^(run|both)$/.test(copies.get(step.instruction) ?? 'nowhere'),
  )
  const brought = programsBrought(facts, split)
  const context = {
    facts: final,
    split,
    runtimeCopies,
    workdir: final.end.workdir,
    brought,
    spare,
    image,
  }
  const runs = new Map<Instruction, RunPlace>()
  const sources = new Set(
    final.copies.flatMap((copy) =>
      archivesCopiedBy(copy).length > 0 ? [] : copy.step.instruction,
    ),
  )
  let isAfterSources = false
  for (const step of final.steps) {
    const { instruction } = step
    if (sources.has(instruction)) isAfterSources = true
    if (instruction.keyword !== 'RUN') continue
    const commands = final.unreadable.includes(step)
      ? undefined
      : final.commands.filter((command) => command.step === step)
    const asked = split.placeInstruction(instruction)
    const place =
      asked === undefined
        ? placeRun(step, commands, isAfterSources, context)
        : runAt(asked, commands ?? [])
    if ('kind' in place) return place
    runs.set(instruction, place)
  }
  return { copies, runs }
}
