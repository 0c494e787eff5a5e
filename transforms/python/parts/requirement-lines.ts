import { folderOf, resolvePath, type Facts } from '../../../src/transform.ts'

/** The lines of a file of requirements in the image, and of those that it reads; none where the context does not have it. */
export function requirementLines(
  path: string | undefined,
  facts: Facts,
  depth = 0,
): readonly string[] {
  const source = path === undefined ? undefined : facts.contextPath(path)
  if (path === undefined || source === undefined || depth > 5) return []
  const lines = (facts.project.read(source) ?? '').split(/\r?\n/).map((line) => line.trim())
  return lines.flatMap((line) => {
    const other = /^(?:-r|--requirement)[\s=]*(\S+)/.exec(line)?.[1]
    return other === undefined
      ? [line]
      : requirementLines(resolvePath(folderOf(path), other), facts, depth + 1)
  })
}
