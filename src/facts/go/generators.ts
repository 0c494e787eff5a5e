import { posix } from 'node:path'
import { parsedGo } from '../../programs/readers/go/language.ts'
import type { Project } from '../../project/project.ts'
import type { Facts } from '../facts.ts'
import { folderOf, isWithin, resolvePath } from '../image-path.ts'

const directive = '//go:generate '

/**
 * Paths of the image that programs of the project's own name which `go generate` runs: `//go:generate go run gen.go`. Each is one that it may
 * write. The lines count that begin so, wherever they stand, and work in the folder of their file: https://go.dev/blog/generate
 */
export function namedByGenerators({ project, imagePath }: Facts): readonly string[] {
  return project.files().flatMap((path) => {
    if (!path.endsWith('.go') || /(^|\/)vendor\//.test(path)) return []
    const text = project.read(path)
    const folder = imagePath(path)
    if (text?.includes(directive) !== true || folder === undefined) return []
    const own = folderOf(folder)
    return text
      .split('\n')
      .flatMap((line) => sourcesOf(line, path, project))
      .flatMap((source) => parsedGo(project, source)?.literals ?? [])
      .flatMap((literal) => resolvePath(own, literal.text) ?? [])
      .filter((named) => named !== own && isWithin(named, own))
  })
}

/** The sources of the generator that a line runs, where they are the project's. */
function sourcesOf(line: string, path: string, project: Project): readonly string[] {
  if (!line.startsWith(directive)) return []
  const [program, verb, ...args] = line.slice(directive.length).trim().split(/\s+/)
  const target = args.find((word) => !word.startsWith('-')) ?? ''
  if (program !== 'go' || verb !== 'run' || !/^\.{0,2}\/|^\.{1,2}$|\.go$/.test(target)) return []
  const source = posix.join(posix.dirname(path), target)
  if (source.startsWith('..')) return []
  const files = project.isFolder(source) ? project.files(source) : [source]
  return files.filter((file) => file.endsWith('.go') && project.isFile(file))
}
