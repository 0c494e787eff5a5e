import { embeddedBy, parsedGo, type Facts, type Project } from '../../../src/transform.ts'

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
