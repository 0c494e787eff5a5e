import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Step } from '../../facts/step.ts'
import { ownersOf } from './artifact-owners.ts'
import { losesFolder, withSlash } from './lost-folder.ts'
import { placeRun } from './place-run.ts'
import { isForTrust } from './place-trust.ts'
import { placeState, type StatePlaces } from './place-state.ts'
import { programsBrought } from './programs-brought.ts'
import { runAt, type RunPlace } from './run-place.ts'
import type { Refusal } from '../refusals/refuse.ts'
import type { Artifact, Placement, FullSplit } from '../split.ts'

/** Where every instruction of the stage goes. */
export interface Layout {
  readonly inBuilder: ReadonlySet<Instruction>
  readonly runtimeText: ReadonlyMap<Instruction, 'whole' | { readonly text: string }>
  readonly artifacts: readonly Artifact[]
}

/** Instructions that say how the container runs, and that no build step reads. */
const runtimeOnly = new Set([
  'EXPOSE',
  'CMD',
  'ENTRYPOINT',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'STOPSIGNAL',
  'VOLUME',
])

/** The stage of every COPY, ADD and RUN. */
export interface Placed {
  readonly copies: ReadonlyMap<Instruction, Placement | 'nowhere'>
  readonly runs: ReadonlyMap<Instruction, RunPlace>
}

/** Places every COPY, ADD and RUN; refuses where one can't be placed. */
export function placeAll(facts: Facts, split: FullSplit): Placed | Refusal {
  const { final } = facts
  const copies = new Map<Instruction, Placement | 'nowhere'>(
    final.copies.map((copy) => {
      const { instruction } = copy.step
      const own = split.placeInstruction(instruction)
      return [instruction, own ?? (isForTrust(copy, final) ? 'build' : split.placeCopy(copy))]
    }),
  )
  const runtimeCopies = final.copies.filter(({ step }) =>
    /^(run|both)$/.test(copies.get(step.instruction) ?? 'nowhere'),
  )
  const brought = programsBrought(facts, split)
  const context = { facts: final, split, runtimeCopies, workdir: final.end.workdir, brought }
  const runs = new Map<Instruction, RunPlace>()
  let isAfterSources = false
  for (const step of final.steps) {
    const { instruction } = step
    if (copies.has(instruction)) isAfterSources = true
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

/** Decides for every instruction in which stages it stands. */
export function layOut(facts: Facts, split: FullSplit, { copies, runs }: Placed): Layout {
  const { steps } = facts.final
  const inBuilder = new Set<Instruction>()
  const runtimeText = new Map<Instruction, 'whole' | { readonly text: string }>()
  for (const { instruction } of steps) {
    const copy = copies.get(instruction)
    if (copy === 'build' || copy === 'both') inBuilder.add(instruction)
    if (copy === 'run' || copy === 'both') runtimeText.set(instruction, 'whole')
    const run = runs.get(instruction)
    if (run?.inBuilder === true) inBuilder.add(instruction)
    if (run !== undefined && run.inRuntime !== 'none') runtimeText.set(instruction, run.inRuntime)
    if (!runtimeOnly.has(instruction.keyword)) continue
    const asked = split.placeInstruction(instruction)
    if (asked === undefined || asked === 'run' || asked === 'both')
      runtimeText.set(instruction, 'whole')
  }
  // What stands below the last build step and is for run time alone is left out of the builder.
  trimBuilder(steps, inBuilder, copies, runs)
  const leaves = leftBy(runs)
  const owned = ownersOf(
    [...split.artifacts, ...leaves],
    facts,
    [...runs.values()].flatMap(({ runtimeCommands, shortened }) =>
      runtimeCommands.filter((command) => !shortened.includes(command)),
    ),
  )
  // What a COPY of the runtime stage alone brings is there already, and not in the builder.
  const isBrought = ({ after }: Artifact) =>
    copies.has(after) && !inBuilder.has(after) && runtimeText.get(after) === 'whole'
  const places: StatePlaces = {
    inBuilder,
    runtimeText,
    artifacts: owned.filter((item) => !isBrought(item)),
  }
  const { artifacts } = places
  placeState(facts, split, places)
  for (const copy of facts.final.copies) {
    const { instruction } = copy.step
    if (runtimeText.get(instruction) === 'whole' && losesFolder(copy, runtimeText))
      runtimeText.set(instruction, { text: withSlash(instruction) })
  }
  return { inBuilder, runtimeText, artifacts }
}

/** What commands leave outside of the artifacts, each once. */
function leftBy(runs: ReadonlyMap<Instruction, RunPlace>): readonly Artifact[] {
  const all = [...runs].flatMap(([instruction, run]) =>
    run.leaves.map((left): Artifact => ({
      ...left,
      after: instruction,
      evidence: [],
    })),
  )
  return all.filter((artifact, i) => all.findIndex((other) => other.path === artifact.path) === i)
}

/** Commands that have no effect on the build, below the last one that has: not needed in the builder. */
function trimBuilder(
  steps: readonly Step[],
  inBuilder: Set<Instruction>,
  copies: Placed['copies'],
  runs: Placed['runs'],
): void {
  for (const { instruction } of steps.toReversed()) {
    if (!inBuilder.has(instruction)) continue
    const isShared =
      copies.get(instruction) === 'both' || runs.get(instruction)?.inRuntime === 'whole'
    if (!isShared) return
    inBuilder.delete(instruction)
  }
}
