import type { Instruction } from '../../dockerfile/instruction.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import type { Step } from '../../facts/stages/step.ts'
import { ownersAsWritten, ownersOf } from './owners/artifact-owners.ts'
import { belowUsers } from './owners/below-users.ts'
import { losesFolder, withSlash } from './lost-folder.ts'
import type { Placed } from './placed.ts'
import { placeState, type StatePlaces } from './place-state.ts'
import type { Artifact, FullSplit } from '../split.ts'

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
    withoutLinks(eachOnce([...split.artifacts, ...leaves]), runs),
    facts,
    [...runs.values()].flatMap(({ runtimeCommands, shortened }) =>
      runtimeCommands.filter((command) => !shortened.includes(command)),
    ),
  )
  const artifacts = ownersAsWritten(belowUsers(owned, runs), facts)
  const places: StatePlaces = { inBuilder, runtimeText, artifacts }
  placeState(facts, split, places)
  for (const copy of facts.final.copies) {
    const { instruction } = copy.step
    if (runtimeText.get(instruction) === 'whole' && losesFolder(copy, runtimeText))
      runtimeText.set(instruction, { text: withSlash(instruction) })
  }
  return { inBuilder, runtimeText, artifacts }
}

/** What commands leave outside of the artifacts. */
function leftBy(runs: Placed['runs']): readonly Artifact[] {
  return [...runs].flatMap(([instruction, run]) =>
    run.leaves.map((left): Artifact => ({
      ...left,
      after: instruction,
      evidence: [],
    })),
  )
}

/** Without those for which the runtime stage makes a link: `rm -rf uploads && ln -s /data uploads` */
function withoutLinks(artifacts: readonly Artifact[], runs: Placed['runs']): readonly Artifact[] {
  const links = [...runs.values()]
    .flatMap(({ runtimeCommands }) => runtimeCommands.flatMap((each) => effectsOf(each) ?? []))
    .flatMap((effect) => (effect.kind === 'creates' && effect.isLink === true ? effect.path : []))
  return artifacts.filter(({ path, target = path }) => !links.includes(target))
}

/** What goes to the same place is copied once, where it was made first. */
function eachOnce(artifacts: readonly Artifact[]): readonly Artifact[] {
  const key = ({ path, target = path, from = '' }: Artifact) => [from, path, target].join('\n')
  const first = new Map(artifacts.toReversed().map((artifact) => [key(artifact), artifact]))
  return artifacts.filter((artifact) => first.get(key(artifact)) === artifact)
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
