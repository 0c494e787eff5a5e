import type { RunCommand } from '../../facts/commands/command.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Facts } from '../../facts/facts.ts'
import { imageOfBase } from '../base/image-of-base.ts'
import { builderPieces } from './builder-pieces.ts'
import { closeLines } from './close-lines.ts'
import type { Draft } from './draft.ts'
import { keepComments } from './keep-comments.ts'
import { layOut } from '../place/layout.ts'
import { placeAll } from '../place/place-all.ts'
import { mergeInstalls } from './merge-installs.ts'
import { kept, type Piece } from './piece.ts'
import { runtimePieces } from './runtime-pieces.ts'
import { sideStagePieces } from './side-stage-pieces.ts'
import { unsureArtifacts, withPatterns } from './unsure-artifacts.ts'
import type { Refusal } from '../refusals/refuse.ts'
import type { Artifact, RuntimeBase, FullSplit } from '../split.ts'

/** Two stages made of one, and the commands that the runtime stage runs while it is built. */
export interface Assembly {
  readonly draft: Draft
  readonly runtimeCommands: readonly RunCommand[]
  /** OS packages that the runtime stage installs in lines of our own. */
  readonly installs: readonly string[]
  /** All that is copied from the builder. */
  readonly artifacts: readonly Artifact[]
}

/** Puts the author's instructions, the artifacts and the split's own lines into a builder and a runtime stage. */
export function assemble(
  facts: Facts,
  split: FullSplit,
  base: RuntimeBase,
  packages: readonly string[],
): Assembly | Refusal {
  const image = imageOfBase(base.image, facts)
  const placed = placeAll(facts, split, image)
  if ('kind' in placed) return placed
  const merged = mergeInstalls(placed, packages, image)
  const layout = layOut(facts, split, merged.placed)
  const unsure = unsureArtifacts(layout.artifacts, split, facts)
  const { closed = [] } = split.behaviour
  const isClosed = ({ path }: Artifact) =>
    closed.includes(path) || facts.project.isClosed(facts.contextPath(path) ?? '')
  const lines = { ...layout, artifacts: withPatterns(layout.artifacts, unsure, isClosed) }
  const pieces = [
    ...facts.dockerfile.globalArgs.map(kept),
    ...builderPieces(facts, split, layout, unsure),
    ...split.sideStages.flatMap((stage) => sideStagePieces(stage, facts, split)),
    ...runtimePieces(facts, split, base, lines, merged.setup),
  ]
  const draft: Draft = {
    input: facts.dockerfile,
    pieces: closeLines(facts, split, keepComments(facts, split, pieces)),
    dropped: droppedFrom(facts, pieces).map((instruction) => ({ instruction, by: split.change })),
    changes: [split.change],
    otherFiles: split.otherFiles,
  }
  const runs = [...merged.placed.runs.values()]
  return {
    draft,
    runtimeCommands: runs.flatMap((run) => run.runtimeCommands),
    installs: runs.flatMap((run) => run.installs),
    artifacts: layout.artifacts,
  }
}

/** The author's instructions that are in no stage now. */
function droppedFrom({ final }: Facts, pieces: readonly Piece[]): readonly Instruction[] {
  const left = new Set(
    pieces.flatMap((piece) => (piece.kind === 'added' ? [] : [piece.instruction])),
  )
  return final.stage.instructions.filter((instruction) => !left.has(instruction))
}
