import { posix } from 'node:path'
import { rememberOf } from '../../dockerfile/remember.ts'
import { directiveWords } from '../../programs/readers/go/directive-words.ts'
import { parsedGo } from '../../programs/readers/go/language.ts'
import type { Project } from '../../project/project.ts'
import { commandOf, type Command } from '../commands/command.ts'
import type { Evidence } from '../evidence.ts'
import type { Facts } from '../facts.ts'
import { baseName, folderOf, isWithin, resolvePath } from '../image-path.ts'

const directive = '//go:generate '

/** A command that `go generate` runs. */
export interface Generator {
  readonly command: Command
  /** The source that it stands in. */
  readonly evidence: Evidence
}

/**
 * The commands that `go generate` runs. The lines count that begin so, wherever they stand, and work in the folder of their file; no shell reads
 * them: https://pkg.go.dev/cmd/go#hdr-Generate_Go_files_by_processing_source
 */
export const generatorsOf = rememberOf((facts: Facts): readonly Generator[] =>
  facts.project.files().flatMap((path) => inSource(path, facts)),
)

function inSource(path: string, { project, imagePath }: Facts): readonly Generator[] {
  if (!path.endsWith('.go') || /(^|\/)vendor\//.test(path)) return []
  const text = project.read(path)
  const place = imagePath(path)
  if (text?.includes(directive) !== true || place === undefined) return []
  const aliases = new Map<string, readonly string[]>()
  return text.split('\n').flatMap((line, i): readonly Generator[] => {
    if (!line.startsWith(directive)) return []
    const [first = '', ...rest] = directiveWords(line.slice(directive.length)).map((word) =>
      word.replaceAll(/\$\{?GOFILE\}?/g, baseName(path)),
    )
    if (first === '-command') {
      const [alias, ...words] = rest
      if (alias !== undefined) aliases.set(alias, words)
      return []
    }
    const command = commandOf([...(aliases.get(first) ?? [first]), ...rest], folderOf(place))
    return [{ command, evidence: { path, line: i + 1, text: line.trim() } }]
  })
}

/** Paths of the image that programs of the project's own name which `go generate` runs: `//go:generate go run gen.go`. Each is one that it may write. */
export function namedByGenerators(facts: Facts): readonly string[] {
  return generatorsOf(facts).flatMap(({ command, evidence }) => {
    const own = command.cwd
    return sourcesOf(command, evidence.path, facts.project)
      .flatMap((source) => parsedGo(facts.project, source)?.literals ?? [])
      .flatMap((literal) => resolvePath(own, literal.text) ?? [])
      .filter((named) => own !== undefined && named !== own && isWithin(named, own))
  })
}

/** The sources of the generator that a line runs, where they are the project's. */
function sourcesOf(
  { name, args: [verb, ...args] }: Command,
  path: string,
  project: Project,
): readonly string[] {
  const target = args.find((word) => word?.startsWith('-') === false) ?? ''
  if (name !== 'go' || verb !== 'run' || !/^\.{0,2}\/|^\.{1,2}$|\.go$/.test(target)) return []
  const source = posix.join(posix.dirname(path), target)
  if (source.startsWith('..')) return []
  const files = project.isFolder(source) ? project.files(source) : [source]
  return files.filter((file) => file.endsWith('.go') && project.isFile(file))
}
