import { folderOf, type Facts } from '../../src/transform.ts'

/** The paths of the context that `//go:embed` compiles into a program (https://pkg.go.dev/embed), globs cut to their folder. */
export function embeddedPaths({ project }: Facts): readonly string[] {
  return project.files().flatMap((file) => {
    const text = file.endsWith('.go') ? project.read(file) : undefined
    if (text?.includes('//go:embed') !== true) return []
    const folder = file.includes('/') ? `${folderOf(file)}/` : ''
    const patterns = [...text.matchAll(/^\/\/go:embed[ \t]+(.+)$/gm)].flatMap(([, rest = '']) =>
      rest.trim().split(/\s+/),
    )
    return patterns.map(
      (pattern) =>
        folder +
        pattern
          .replace(/^all:/, '')
          .replaceAll('"', '')
          .replace(/\/?[^/]*[*?[].*$/, ''),
    )
  })
}
