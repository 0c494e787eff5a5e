import type { Evidence } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import { beforePattern, isWithin } from '../../facts/image-path.ts'

/** A file or folder of the context that has to be at a place of the image when the container runs. */
export interface FileNeed {
  /** Undefined where a build makes it. */
  readonly contextPath: string | undefined
  /** Absolute, in the image. */
  readonly path: string
  readonly isFolder: boolean
  readonly evidence: Evidence
}

/** The file or folder of the context that stands at a place of the author's image; undefined where none does. */
export function needAt(
  path: string | undefined,
  evidence: Evidence,
  { contextPath, project }: Facts,
): FileNeed | undefined {
  const inContext = path === undefined ? undefined : contextPath(path)
  if (path === undefined || inContext === undefined || inContext === '') return undefined
  const isFolder = project.isFolder(inContext)
  return isFolder || project.isFile(inContext)
    ? { contextPath: inContext, path, isFolder, evidence }
    : undefined
}

/** What stands at a path, or at what a pattern means: the folder that it looks into, or each file where that is the work folder itself. */
export function needsAt(path: string, evidence: Evidence, facts: Facts): readonly FileNeed[] {
  const found = needAt(path, evidence, facts)
  const folder = beforePattern(path)
  if (found !== undefined || folder === path) return oneOf(found)
  if (folder !== '' && !isWithin(facts.final.end.workdir ?? '/', folder))
    return oneOf(needAt(folder, evidence, facts))
  const pattern = path.slice(folder.length + 1)
  const inContext = facts.contextPath(folder === '' ? '/' : folder)
  if (inContext === undefined) return []
  return facts.project
    .match(inContext === '' ? pattern : `${inContext}/${pattern}`)
    .flatMap((file) => needAt(facts.imagePath(file), evidence, facts) ?? [])
}

const oneOf = (need: FileNeed | undefined) => (need === undefined ? [] : [need])
