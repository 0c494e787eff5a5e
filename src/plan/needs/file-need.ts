import type { Evidence } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'

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
