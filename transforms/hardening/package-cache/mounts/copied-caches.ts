import {
  findStage,
  isWithin,
  lineage,
  mountsOf,
  resolvePath,
  type Copy,
  type Facts,
  type StageFacts,
} from '../../../../src/transform.ts'

/** Whether a COPY or ADD puts something into a folder of a stage, which a mount would hide. */
export function isFilled(target: string, stage: StageFacts, { project }: Facts): boolean {
  return lineage(stage).some(({ copies }) =>
    copies.some(({ destination, from, paths }) => {
      if (destination === undefined) return false
      if (isWithin(destination, target)) return true
      if (from !== undefined) return isWithin(target, destination)
      return paths.some(({ source, isFolder, target: to }) => {
        if (isWithin(to, target)) return true
        if (!isFolder || !isWithin(target, to)) return false
        const inside = resolvePath(`/${source}`, `.${target.slice(to === '/' ? 0 : to.length)}`)
        const path = inside?.slice(1) ?? ''
        return project.isFolder(path) || project.isFile(path)
      })
    }),
  )
}

/** Whether another stage takes what lies in a folder of a stage, or around it: it would be empty there. */
export function isTaken(target: string, stage: StageFacts, { stages }: Facts): boolean {
  const heirs = stages.filter((other) => lineage(other).includes(stage))
  const takes = (from: string | undefined, sources: readonly string[]) => {
    const source = from === undefined ? undefined : findStage(stages, from)
    return (
      source !== undefined &&
      heirs.includes(source) &&
      sources.some((path) => {
        const at = resolvePath('/', path)
        return at !== undefined && (isWithin(at, target) || isWithin(target, at))
      })
    )
  }
  return stages.some(
    ({ copies, steps }) =>
      copies.some(({ from, sources }: Copy) => takes(from, sources)) ||
      steps.some((step) => mountsOf(step).some(({ from, source }) => takes(from, [source]))),
  )
}
