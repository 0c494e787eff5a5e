import { folderOf, parsedGo, type Facts, type Project } from '../../../src/transform.ts'

const known = new WeakMap<Project, readonly string[]>()

/** The paths of the context that `//go:embed` compiles into any program (https://pkg.go.dev/embed), globs cut to their folder. */
export function embeddedPaths({ project }: Facts): readonly string[] {
  const before = known.get(project)
  if (before !== undefined) return before
  const found = project
    .files()
    .filter((file) => file.endsWith('.go') && project.read(file)?.includes('//go:embed') === true)
    .flatMap((path) => embeddedBy({ path, embeds: parsedGo(project, path)?.embeds ?? [] }))
  known.set(project, found)
  return found
}

/** Those of one file. */
export function embeddedBy({
  path,
  embeds,
}: {
  readonly path: string
  readonly embeds: readonly string[]
}): readonly string[] {
  const folder = path.includes('/') ? `${folderOf(path)}/` : ''
  return embeds.map((pattern) => folder + pattern.replace(/\/?[^/]*[*?[].*$/, ''))
}
