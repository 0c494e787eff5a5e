import { writeInstall } from '../knowledge/package-managers.ts'
import type { RunCommand } from '../facts/command.ts'
import type { Facts } from '../facts/facts.ts'
import { inCasing } from './casing.ts'
import { copyLine } from './copy-line.ts'
import { commentsOf, inheritComments, type Draft } from './draft.ts'
import { layOut, placeAll, type Layout, type Placed } from './layout.ts'
import { added, edited, kept, repeated, type Piece } from './piece.ts'
import type { Refusal, RuntimeBase, Split } from './split.ts'

/** Two stages made of one, and the commands that the runtime stage runs while it is built. */
export interface Assembly {
  readonly draft: Draft
  readonly runtimeCommands: readonly RunCommand[]
  /** OS packages that the runtime stage installs in lines of our own. */
  readonly installs: readonly string[]
}

/** Puts the author's instructions, the artifacts and the split's own lines into a builder and a runtime stage. */
export function assemble(
  facts: Facts,
  split: Split,
  base: RuntimeBase,
  packages: readonly string[],
): Assembly | Refusal {
  const placed = placeAll(facts, split)
  if ('kind' in placed) return placed
  const merged = mergeInstalls(placed, packages, facts)
  const layout = layOut(facts, split, merged.placed)
  const pieces = [
    ...facts.dockerfile.globalArgs.map(kept),
    ...builderPieces(facts, split, layout),
    ...runtimePieces(facts, split, base, layout, merged.setup),
  ]
  const draft: Draft = {
    input: facts.dockerfile,
    pieces: keepComments(facts, pieces),
    dropped: [],
    changes: [split.change],
    otherFiles: [],
  }
  const runs = [...merged.placed.runs.values()]
  return {
    draft,
    runtimeCommands: runs.flatMap((run) => run.runtimeCommands),
    installs: runs.flatMap((run) => run.installs),
  }
}

/** More packages go into the line that installs some already; without one, into a line below FROM. */
function mergeInstalls(
  placed: Placed,
  packages: readonly string[],
  { final }: Facts,
): { readonly placed: Placed; readonly setup: readonly string[] } {
  const manager = final.base.packageManager
  if (packages.length === 0) return { placed, setup: [] }
  const own = [...placed.runs].find(([, run]) => run.installs.length > 0)
  if (own === undefined || manager === undefined)
    return { placed, setup: [writeInstall(manager ?? 'apt', packages)] }
  const [instruction, run] = own
  const installs = [...new Set([...packages, ...run.installs])]
  const runs = new Map(placed.runs)
  runs.set(instruction, { ...run, installs, inRuntime: { text: writeInstall(manager, installs) } })
  return { placed: { ...placed, runs }, setup: [] }
}

function builderPieces(facts: Facts, split: Split, { inBuilder }: Layout): readonly Piece[] {
  const { stage } = facts.final
  const pieces: Piece[] = [namedFrom(facts, split)]
  const lastBuild = stage.instructions.findLastIndex((instruction) => inBuilder.has(instruction))
  stage.instructions.forEach((instruction, index) => {
    if (inBuilder.has(instruction)) {
      const rewrite = split.builderRewrites.find((item) => item.instruction === instruction)
      pieces.push(
        rewrite === undefined ? kept(instruction) : edited(instruction, rewrite.text, split.change),
      )
    }
    if (index === lastBuild)
      pieces.push(...split.afterBuild.map((text) => ours(text, facts, split)))
  })
  return pieces
}

/** The names of both stages. One that is asked for (`--target`) belongs to the stage that becomes the image. */
function stageNames({ final, project }: Facts): {
  readonly builder: string
  readonly runtime: string
} {
  const { name } = final.stage
  if (name === undefined) return { builder: 'builder', runtime: 'runtime' }
  const isTarget = project.usages().some((usage) => usage.target?.toLowerCase() === name)
  if (isTarget) return { builder: name === 'builder' ? 'build' : 'builder', runtime: name }
  return { builder: name, runtime: name === 'runtime' ? 'final' : 'runtime' }
}

/** The author's FROM, with the builder's name. */
function namedFrom(facts: Facts, split: Split): Piece {
  const { stage } = facts.final
  const { builder } = stageNames(facts)
  if (stage.name === builder) return kept(stage.from)
  const text = stage.from.text.replace(/\r?\n$/, '')
  if (stage.name !== undefined)
    return edited(stage.from, text.replace(/(\s)\S+(\s*)$/, `$1${builder}$2`), split.change)
  const as = /^[a-z]/.test(text) ? 'as' : 'AS'
  return edited(
    stage.from,
    text.replace(/\s*$/, (blank) => ` ${as} ${builder}${blank}`),
    split.change,
  )
}

function ours(text: string, facts: Facts, split: Split, lead = ''): Piece {
  return added(inCasing(text, facts.dockerfile), split.change, lead)
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
  const { builder, runtime } = stageNames(facts)
  const platform = stage.platform === undefined ? '' : `--platform=${stage.platform} `
  const lineEnd = facts.dockerfile.lineEnd
  const pieces: Piece[] = [
    ours(`FROM ${platform}${base.image} AS ${runtime}`, facts, split, lineEnd),
  ]
  for (const text of extraSetup) pieces.push(ours(text, facts, split))
  for (const { text, after } of split.runtimeSetup)
    if (after === undefined) pieces.push(ours(text, facts, split))
  // Where the author set no work folder, paths are written out.
  const hasWorkdir = steps.some(({ instruction }) => instruction.keyword === 'WORKDIR')
  steps.forEach((step, index) => {
    const { instruction } = step
    const place = layout.runtimeText.get(instruction)
    if (place !== undefined) {
      const rewrite = split.runtimeRewrites.find((item) => item.instruction === instruction)
      if (place !== 'whole')
        pieces.push(
          layout.inBuilder.has(instruction)
            ? ours(place.text, facts, split)
            : edited(instruction, place.text, change),
        )
      else if (layout.inBuilder.has(instruction)) pieces.push(repeated(instruction))
      else
        pieces.push(
          rewrite === undefined ? kept(instruction) : edited(instruction, rewrite.text, change),
        )
    }
    for (const { text, after } of split.runtimeSetup)
      if (after === instruction) pieces.push(ours(text, facts, split))
    const workdir = hasWorkdir
      ? index + 1 < steps.length
        ? steps[index + 1]?.workdir
        : end.workdir
      : undefined
    for (const artifact of layout.artifacts)
      if (artifact.after === instruction)
        pieces.push(ours(copyLine(artifact, builder, workdir), facts, split))
  })
  return pieces
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
