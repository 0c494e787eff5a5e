import { findStage, lineage, mountsOf, type Facts, type StageFacts } from '../../src/transform.ts'

/** The stages that are built for the image: BuildKit leaves the others out. https://docs.docker.com/build/building/multi-stage/#differences-between-legacy-builder-and-buildkit */
export function neededStages({ stages, final }: Facts): ReadonlySet<StageFacts> {
  const needed = new Set<StageFacts>()
  const visit = (stage: StageFacts) => {
    if (needed.has(stage)) return
    needed.add(stage)
    const sources = [
      ...stage.copies.map(({ from }) => from),
      ...stage.steps.flatMap((step) => mountsOf(step).map(({ from }) => from)),
    ]
    const before = stages.slice(0, stage.stage.index)
    for (const below of lineage(stage)) visit(below)
    for (const from of sources) {
      const source = from === undefined ? undefined : findStage(before, from)
      if (source !== undefined) visit(source)
    }
  }
  visit(final)
  return needed
}

/** Whether some line counts stages: one more would be counted, too. */
export const countsStages = ({ stages }: Facts): boolean =>
  stages.some(({ copies }) => copies.some(({ from }) => from !== undefined && /^\d+$/.test(from)))
