import { parseGo, type GoSource, type Project } from '../../../src/transform.ts'

const known = new WeakMap<Project, Map<string, GoSource | undefined>>()

/** A Go file of the context, parsed once; undefined where it is no Go. */
export function parsedFile(project: Project, path: string): GoSource | undefined {
  const files = known.get(project) ?? new Map<string, GoSource | undefined>()
  known.set(project, files)
  if (!files.has(path)) files.set(path, parseGo(path, project.read(path) ?? ''))
  return files.get(path)
}
