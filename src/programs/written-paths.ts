import type { Command } from '../facts/commands/command.ts'
import { unknownMark } from '../dockerfile/shell/shell-script.ts'
import { writtenBy } from '../facts/effects/written-by.ts'
import { ownFolder, type PathValue } from './path-value.ts'
import type { Gap, PathUse, SourceLine } from './source-facts.ts'

/** Stands for the source's own folder where a command's words are texts. No image has it. */
const ownMark = '/\uFFFFown'

/** A word of a command: as it is written, or its path with marks for what is not known of it. */
export function markedWord(text: string | undefined, value: PathValue | undefined): string {
  if (text !== undefined) return text
  const { base, path, isPrefix } = value ?? { base: 'unknown', path: '', isPrefix: true }
  const end = isPrefix ? `/${unknownMark}` : ''
  switch (base) {
    case 'cwd':
    case 'root':
      return `${path}${end}`
    case 'own-folder':
      return `${ownMark}/${path}${end}`
    case 'home':
    case 'unknown':
      return `/${unknownMark}`
  }
}

/** What a command writes, be it in the source's own folder; `valueOf` makes paths of the others. */
export function writtenPaths(
  command: Command,
  valueOf: (path: string) => PathValue,
  at: SourceLine,
): { readonly paths: readonly PathUse[]; readonly gaps: readonly Gap[] } {
  const written = writtenBy(command)
  if (written === undefined) return { paths: [], gaps: [{ what: 'writes', at }] }
  const paths = written.map(({ path, isFolder }): PathUse => {
    const value = path.startsWith(ownMark)
      ? { ...ownFolder, path: path.slice(ownMark.length + 1) }
      : valueOf(path)
    return { value, use: isFolder ? 'writes-folder' : 'writes-file', at }
  })
  return { paths, gaps: [] }
}
