import { folderOf, type Facts } from '../../../src/transform.ts'
import { parsedFile } from './parsed-file.ts'

/** The paths of the context that `//go:embed` compiles into a program (https://pkg.go.dev/embed), globs cut to their folder. */
export function embeddedPaths({ project }: Facts): readonly string[] {
  return project.files().flatMap((file) => {
    if (!file.endsWith('.go') || project.read(file)?.includes('//go:embed') !== true) return []
    const folder = file.includes('/') ? `${folderOf(file)}/` : ''
    const patterns = parsedFile(project, file)?.embeds ?? []
    return patterns.map((pattern) => folder + pattern.replace(/\/?[^/]*[*?[].*$/, ''))
  })
}
