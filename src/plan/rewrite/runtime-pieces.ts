import type { Facts } from '../../facts/facts.ts'
import { describeBaseImage } from '../../knowledge/images/describe-base-image.ts'
import { copyLine } from './copy-line.ts'
import type { Layout } from '../place/layout.ts'
import { ourPiece } from './our-piece.ts'
import { edited, kept, repeated, type Piece } from './piece.ts'
import { commentedAtRunTime } from './run-time-comments.ts'
import type { Artifact, FullSplit, RuntimeBase } from '../split.ts'
import { stageNames } from './stage-names.ts'

/** The runtime stage: its base, the author's instructions for run time, and each artifact in the place of what made it. */
export function runtimePieces(
  facts: Facts,
  split: FullSplit,
  base: RuntimeBase,
  layout: Layout,
  extraSetup: readonly string[],
): readonly Piece[] {
  const { change } = split
  const { stage, steps, end } = facts.final
  const { builder, runtime } = stageNames(facts)
  const platform = stage.platform === undefined ? '' : `--platform=${stage.platform} `
  const { lineEnd, escape } = facts.dockerfile
  const pieces: Piece[] = [
    ourPiece(`FROM ${platform}${base.image} AS ${runtime}`, facts, split, lineEnd),
  ]
  for (const text of [...linesOfOldBase(facts, split, base), ...extraSetup])
    pieces.push(ourPiece(text, facts, split))
  for (const { text, after } of split.runtimeSetup)
    if (after === undefined) pieces.push(ourPiece(text, facts, split))
  // Where the author set no work folder, or one for the build alone, paths are written out; the same image brings its own.
  let hasWorkdir = base.image === stage.base && facts.final.base.config.WorkingDir !== ''
  const comments = commentedAtRunTime(steps, layout)
  steps.forEach((step, index) => {
    const { instruction } = step
    const place = layout.runtimeText.get(instruction)
    hasWorkdir ||= instruction.keyword === 'WORKDIR' && place !== undefined
    const workdir = hasWorkdir
      ? index + 1 < steps.length
        ? steps[index + 1]?.workdir
        : end.workdir
      : undefined
    const artifacts = layout.artifacts.filter(({ after }) => after === instruction)
    const copiesOf = (chosen: readonly Artifact[]) =>
      chosen.map((artifact) =>
        ourPiece(copyLine(artifact, artifact.from ?? builder, workdir, escape), facts, split),
      )
    const copies = copiesOf(artifacts.filter(({ isLast }) => isLast !== true))
    // `make && chown -R app data`: the `chown` that is left works on what `make` made.
    const isAbove =
      artifacts.some(({ isFirst }) => isFirst === true) ||
      (instruction.keyword === 'RUN' &&
        typeof place === 'object' &&
        /\b(chown|chgrp|chmod)\b/.test(place.text))
    if (isAbove) pieces.push(...copies)
    if (place !== undefined) {
      const rewrite = split.runtimeRewrites.find((item) => item.instruction === instruction)
      if (place !== 'whole')
        pieces.push(
          layout.inBuilder.has(instruction)
            ? ourPiece(place.text, facts, split)
            : edited(instruction, place.text, change),
        )
      else if (layout.inBuilder.has(instruction))
        pieces.push(comments.has(instruction) ? kept(instruction) : repeated(instruction))
      else
        pieces.push(
          rewrite === undefined ? kept(instruction) : edited(instruction, rewrite.text, change),
        )
    }
    for (const { text, after } of split.runtimeSetup)
      if (after === instruction) pieces.push(ourPiece(text, facts, split))
    if (!isAbove) pieces.push(...copies)
    pieces.push(...copiesOf(artifacts.filter(({ isLast }) => isLast === true)))
  })
  return pieces
}

/** What the base of the author's image says of its containers, and the new base does not. */
function linesOfOldBase(
  { final, project }: Facts,
  { contract }: FullSplit,
  { image }: RuntimeBase,
): readonly string[] {
  const before = final.base.config
  const after = describeBaseImage(image, project.preferences.images).config
  const isAuthors = final.stage.instructions.some(({ keyword }) => keyword === 'STOPSIGNAL')
  const hasSignal = isAuthors || contract.includes('StopSignal')
  const ports = before.ExposedPorts.filter(
    (port) => !after.ExposedPorts.includes(port) && !contract.includes(`ExposedPorts.${port}`),
  )
  return [
    ...(hasSignal || before.StopSignal === undefined || before.StopSignal === after.StopSignal
      ? []
      : [`STOPSIGNAL ${before.StopSignal}`]),
    ...(ports.length === 0 ? [] : [`EXPOSE ${ports.join(' ')}`]),
  ]
}
