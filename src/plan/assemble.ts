import { assignmentsOf, variablesIn } from '../dockerfile/variables.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import type { RunCommand } from '../facts/command.ts'
import type { Facts } from '../facts/facts.ts'
import { pathFrom } from '../facts/image-path.ts'
import type { Step } from '../facts/step.ts'
import { commentsOf, inheritComments, type Draft } from './draft.ts'
import { added, edited, kept, repeated, type Piece } from './piece.ts'
import { placeRun, type RunPlace } from './place-run.ts'
import type { Artifact, Placement, Refusal, RuntimeBase, Split } from './split.ts'

/** Where every instruction of the stage goes. */
interface Layout {
  readonly inBuilder: ReadonlySet<Instruction>
  readonly runtimeText: ReadonlyMap<Instruction, 'whole' | { readonly text: string }>
  readonly artifacts: readonly Artifact[]
}

/** Two stages made of one, and the commands that the runtime stage runs while it is built. */
export interface Assembly {
  readonly draft: Draft
  readonly runtimeCommands: readonly RunCommand[]
  /** OS packages that the runtime stage installs in lines of our own. */
  readonly installs: readonly string[]
}

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
const state = new Set(['ENV', 'ARG', 'WORKDIR', 'USER', 'SHELL'])

/** Puts the author's instructions, the artifacts and the split's own lines into a builder and a runtime stage. */
export function assemble(
  facts: Facts,
  split: Split,
  base: RuntimeBase,
  extraSetup: readonly string[],
): Assembly | Refusal {
  const placed = placeAll(facts, split)
  if ('kind' in placed) return placed
  const layout = layOut(facts, split, placed)
  const pieces = [
    ...facts.dockerfile.globalArgs.map(kept),
    ...builderPieces(facts, split, layout),
    ...runtimePieces(facts, split, base, layout, extraSetup),
  ]
  const draft: Draft = {
    input: facts.dockerfile,
    pieces: keepComments(facts, pieces),
    dropped: [],
    changes: [split.change],
    otherFiles: [],
  }
  const runs = [...placed.runs.values()]
  return {
    draft,
    runtimeCommands: runs.flatMap((run) => run.runtimeCommands),
    installs: runs.flatMap((run) => run.installs),
  }
}

interface Placed {
  readonly copies: ReadonlyMap<Instruction, Placement>
  readonly runs: ReadonlyMap<Instruction, RunPlace>
}

function placeAll(facts: Facts, split: Split): Placed | Refusal {
  const { final } = facts
  const copies = new Map(final.copies.map((copy) => [copy.step.instruction, split.placeCopy(copy)]))
  const runtimeCopies = final.copies.filter((copy) => copies.get(copy.step.instruction) !== 'build')
  const context = { facts: final, split, runtimeCopies, workdir: final.end.workdir }
  const runs = new Map<Instruction, RunPlace>()
  let isAfterSources = false
  for (const step of final.steps) {
    const { instruction } = step
    if (copies.has(instruction)) isAfterSources = true
    if (instruction.keyword !== 'RUN') continue
    const commands = final.unreadable.includes(step)
      ? undefined
      : final.commands.filter((command) => command.step === step)
    const place = placeRun(step, commands, isAfterSources, context)
    if ('kind' in place) return place
    runs.set(instruction, place)
  }
  return { copies, runs }
}

function layOut(facts: Facts, split: Split, { copies, runs }: Placed): Layout {
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
    if (runtimeOnly.has(instruction.keyword)) runtimeText.set(instruction, 'whole')
  }
  // What was only for run time and stands below the last build step is not for the builder.
  trimBuilder(steps, inBuilder, copies, runs)
  placeState(facts, split, inBuilder, runtimeText)
  const leaves = [...runs].flatMap(([instruction, run]) =>
    run.leaves.map((left): Artifact => ({
      ...left,
      after: instruction,
      evidence: [],
      isPortable: false,
    })),
  )
  return { inBuilder, runtimeText, artifacts: [...split.artifacts, ...leaves] }
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

/** ENV, ARG, WORKDIR, USER and SHELL go where something that follows them is. */
function placeState(
  facts: Facts,
  split: Split,
  inBuilder: Set<Instruction>,
  runtimeText: Map<Instruction, 'whole' | { readonly text: string }>,
): void {
  const { steps } = facts.final
  const lastBuild = steps.findLastIndex(({ instruction }) => inBuilder.has(instruction))
  steps.forEach(({ instruction }, index) => {
    if (!state.has(instruction.keyword)) return
    const later = steps.slice(index + 1)
    if (index < lastBuild) inBuilder.add(instruction)
    if (isNeededAtRunTime(instruction, later, split, facts, runtimeText))
      runtimeText.set(instruction, 'whole')
    else if (index > lastBuild) runtimeText.set(instruction, 'whole')
  })
}

function isNeededAtRunTime(
  instruction: Instruction,
  later: readonly Step[],
  split: Split,
  facts: Facts,
  runtimeText: ReadonlyMap<Instruction, unknown>,
): boolean {
  switch (instruction.keyword) {
    case 'ENV':
      return !assignmentsOf(instruction).every(({ name }) => split.buildOnlyEnv.includes(name))
    case 'ARG':
      return assignmentsOf(instruction).some(({ name }) =>
        later.some(
          (step) =>
            uses(step.instruction, name) &&
            (runtimeText.has(step.instruction) || keepsState(step.instruction, split)),
        ),
      )
    case 'WORKDIR':
    case 'USER':
    case 'SHELL': {
      // One that the next of its kind replaces before anything uses it can go.
      const next = later.findIndex((step) => step.instruction.keyword === instruction.keyword)
      if (next < 0) return true
      const isRelative =
        instruction.keyword === 'WORKDIR' &&
        facts.final.steps.some(
          (step) =>
            step.instruction.keyword === 'WORKDIR' &&
            !/^["']?[/$]/.test(step.instruction.body.text.trim()),
        )
      return (
        isRelative ||
        later
          .slice(0, next)
          .some(
            (step) =>
              (runtimeText.has(step.instruction) && usesState(step.instruction)) ||
              split.artifacts.some((artifact) => artifact.after === step.instruction),
          )
      )
    }
    default:
      return true
  }
}

const keepsState = (instruction: Instruction, split: Split) =>
  instruction.keyword === 'ENV'
    ? !assignmentsOf(instruction).every(({ name }) => split.buildOnlyEnv.includes(name))
    : instruction.keyword === 'WORKDIR' || instruction.keyword === 'USER'

const usesState = (instruction: Instruction) =>
  instruction.keyword === 'RUN' || instruction.keyword === 'COPY' || instruction.keyword === 'ADD'

function uses(instruction: Instruction, name: string): boolean {
  return instruction.keyword === 'RUN'
    ? new RegExp(`\\b${name}\\b`).test(instruction.text)
    : variablesIn(instruction.body.text).includes(name) ||
        instruction.flags.some(
          (flag) => flag.value !== undefined && variablesIn(flag.value).includes(name),
        )
}

function builderPieces(facts: Facts, split: Split, { inBuilder }: Layout): readonly Piece[] {
  const { stage } = facts.final
  const pieces: Piece[] = [
    stage.name === undefined
      ? edited(stage.from, `${stage.from.text.trimEnd()} AS builder`, split.change)
      : kept(stage.from),
  ]
  const lastBuild = stage.instructions.findLastIndex((instruction) => inBuilder.has(instruction))
  stage.instructions.forEach((instruction, index) => {
    if (inBuilder.has(instruction)) {
      const rewrite = split.builderRewrites.find((item) => item.instruction === instruction)
      pieces.push(
        rewrite === undefined ? kept(instruction) : edited(instruction, rewrite.text, split.change),
      )
    }
    if (index === lastBuild)
      pieces.push(...split.afterBuild.map((text) => added(text, split.change)))
  })
  return pieces
}

function runtimePieces(
  facts: Facts,
  split: Split,
  base: RuntimeBase,
  layout: Layout,
  extraSetup: readonly string[],
): readonly Piece[] {
  const { change } = split
  const { stage, steps, end } = facts.final
  const builder = stage.name ?? 'builder'
  const platform = stage.platform === undefined ? '' : `--platform=${stage.platform} `
  const name = stage.name === 'runtime' ? 'final' : 'runtime'
  const lineEnd = facts.dockerfile.lineEnd
  const pieces: Piece[] = [added(`FROM ${platform}${base.image} AS ${name}`, change, lineEnd)]
  for (const text of extraSetup) pieces.push(added(text, change))
  for (const { text, after } of split.runtimeSetup)
    if (after === undefined) pieces.push(added(text, change))
  steps.forEach((step, index) => {
    const { instruction } = step
    const place = layout.runtimeText.get(instruction)
    if (place !== undefined) {
      const rewrite = split.runtimeRewrites.find((item) => item.instruction === instruction)
      if (place !== 'whole') pieces.push(added(place.text, change))
      else if (layout.inBuilder.has(instruction)) pieces.push(repeated(instruction))
      else
        pieces.push(
          rewrite === undefined ? kept(instruction) : edited(instruction, rewrite.text, change),
        )
    }
    for (const { text, after } of split.runtimeSetup)
      if (after === instruction) pieces.push(added(text, change))
    const workdir = index + 1 < steps.length ? steps[index + 1]?.workdir : end.workdir
    for (const artifact of layout.artifacts)
      if (artifact.after === instruction)
        pieces.push(added(copyLine(artifact, builder, workdir), change))
  })
  return pieces
}

/** `COPY --from=builder /app/dist ./dist`. */
function copyLine(
  { path, target = path, isFolder, owner }: Artifact,
  builder: string,
  workdir: string | undefined,
): string {
  const flags = [`--from=${builder}`, ...(owner === undefined ? [] : [`--chown=${owner}`])].join(
    ' ',
  )
  const folder = target.slice(0, target.lastIndexOf('/')) || '/'
  // A file that keeps its name goes into the folder; a folder is named on both sides.
  const sameName =
    target.slice(folder.length) === path.slice(path.length - target.length + folder.length)
  const to =
    isFolder || !sameName
      ? pathFrom(workdir, target)
      : folder === workdir
        ? './'
        : pathFrom(workdir, target)
  if (/\s/.test(path + to)) return `COPY ${flags} ${JSON.stringify([path, to])}`
  return `COPY ${flags} ${path} ${to}`
}

/** The comments of instructions that are in neither stage as they were go above what follows them. */
function keepComments(facts: Facts, pieces: readonly Piece[]): readonly Piece[] {
  const result = [...pieces]
  const owned = new Set(
    pieces.flatMap((piece) =>
      piece.kind === 'kept' || piece.kind === 'edited' ? [piece.instruction] : [],
    ),
  )
  const { instructions } = facts.final.stage
  instructions.forEach((instruction, index) => {
    if (owned.has(instruction) || commentsOf(instruction.lead) === '') return
    const next = instructions.slice(index + 1).find((other) => owned.has(other))
    const at =
      next === undefined
        ? result.length - 1
        : result.findIndex(
            (piece) =>
              (piece.kind === 'kept' || piece.kind === 'edited') && piece.instruction === next,
          )
    const piece = result[at]
    if (piece !== undefined) result[at] = inheritComments(piece, instruction.lead)
  })
  return result
}
