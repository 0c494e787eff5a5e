import { beforePattern, folderOf, isWithin } from '../../../facts/image-path.ts'
import { directiveWords } from './directive-words.ts'

/** The patterns of a `//go:embed` line: words, or quoted. https://pkg.go.dev/embed#hdr-Directives */
export function embedPatterns(comment: string): readonly string[] {
  const mark = '//go:embed'
  if (!comment.startsWith(mark) || !/^\s/.test(comment.slice(mark.length))) return []
  return directiveWords(comment.slice(mark.length)).map((word) => word.replace(/^all:/, ''))
}

/** The paths of the context that a file's `//go:embed` compiles in (https://pkg.go.dev/embed), globs cut to their folder. */
export const embeddedBy = (file: {
  readonly path: string
  readonly embeds: readonly string[]
}): readonly string[] =>
  file.embeds.map((pattern) => below(folderOf(file.path), beforePattern(pattern)))

/** Whether a text of a source names what is compiled in, seen from the source or from the module's folder: it is read from the binary. */
export function isEmbedded(text: string, file: string, embedded: readonly string[]): boolean {
  const named = beforePattern(text.replace(/^\.\//, ''))
  const path = below(folderOf(file), named)
  return embedded.some(
    (item) => isWithin(path, item) || isWithin(item, path) || isWithin(named, item),
  )
}

const below = (folder: string, path: string) => (folder === '.' ? path : `${folder}/${path}`)
