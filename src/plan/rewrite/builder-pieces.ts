import type { Instruction } from '../../dockerfile/instruction.ts'
import { literalWord } from '../../dockerfile/words/literal-word.ts'
import type { Facts } from '../../facts/facts.ts'
import { pathFrom } from '../../facts/image-path.ts'
import { blankLinesOf } from './draft.ts'
import type { Layout } from '../place/layout.ts'
import { edited, kept, withLead, type Piece } from './piece.ts'
import { commentedAtRunTime } from './run-time-comments.ts'
import { ourPiece } from './our-piece.ts'
import type { Artifact, FullSplit } from '../split.ts'
import { stageNames } from './stage-names.ts'

/** The builder stage: the author's instructions that build, and what the split adds at its end; folders that may not be there are made. */
export function builderPieces(
  facts: Facts,
  split: FullSplit,
  layout: Layout,
  unsure: readonly Artifact[],
): readonly Piece[] {
  const { stage, steps } = facts.final
  const { inBuilder } = layout
  const leaves = commentedAtRunTime(steps, layout)
  const pieces: Piece[] = [namedFrom(facts, split)]
  const moved = new Set(
    split.sideStages.flatMap(({ instructions }) =>
      instructions.flatMap(({ instruction, moves }) => (moves ? [instruction] : [])),
    ),
  )
  const isHere = (instruction: Instruction) => inBuilder.has(instruction) && !moved.has(instruction)
  const lastBuild = stage.instructions.findLastIndex(isHere)
  stage.instructions.forEach((instruction, index) => {
    if (isHere(instruction)) {
      const rewrite = split.builderRewrites.find((item) => item.instruction === instruction)
      pieces.push(
        rewrite !== undefined
          ? edited(instruction, rewrite.text, split.change)
          : leaves.has(instruction)
            ? withLead(kept(instruction), blankLinesOf(instruction.lead))
            : kept(instruction),
      )
    }
    if (index === lastBuild)
      for (const text of [...split.afterBuild, ...madeFolders(unsure, instruction, facts)])
        pieces.push(ourPiece(text, facts, split))
  })
  return pieces
}

/** The author's FROM, with the builder's name. */
function namedFrom(facts: Facts, split: FullSplit): Piece {
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

/** Below the last instruction of the builder. */
function madeFolders(
  unsure: readonly Artifact[],
  last: Instruction,
  { final, dockerfile }: Facts,
): readonly string[] {
  const step = final.steps.find(({ instruction }) => instruction === last)
  const workdir = last.keyword === 'WORKDIR' ? undefined : step?.workdir
  const folders = unsure.flatMap(({ path, isFolder }) =>
    isFolder
      ? [literalWord(pathFrom(workdir, path).replace(/^\.\/(?=.)/, ''), dockerfile.escape)]
      : [],
  )
  return folders.length === 0 ? [] : [`RUN mkdir -p ${folders.join(' ')}`]
}
