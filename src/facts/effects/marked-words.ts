import { unknownMark } from '../../dockerfile/shell/shell-script.ts'
import type { Command } from '../commands/command.ts'
import { baseName } from '../image-path.ts'

/** A word of which nothing is known may be any path. */
const anyPath = `/${unknownMark}`

/**
 * The words after the program, with {@link unknownMark} for what is not known of them: `/app/public/` of `/app/public/$NAME`. What begins
 * with something unknown may be any path.
 */
export function markedWords({
  argv,
  args,
  outlines = [],
}: Pick<Command, 'argv' | 'args' | 'outlines'>): readonly string[] {
  const before = argv.length - args.length
  const words = args.map((word, i) => word ?? pathOf(outlines[before + i] ?? unknownMark))
  const isGivenMore = argv.slice(0, before).some((word) => baseName(word ?? '') === 'xargs')
  if (!isGivenMore) return words
  // `xargs -I{} rm {}` says where its input stands; else it stands behind all.
  return words.some((word) => word.includes('{}'))
    ? words.map((word) => pathOf(word.replaceAll('{}', unknownMark)))
    : [...words, anyPath]
}

function pathOf(outline: string): string {
  // The home folder is another one for each user.
  if (outline.startsWith('~')) return anyPath
  const at = outline.indexOf(unknownMark)
  if (at < 0) return outline
  // Nobody knows what it goes up from.
  const known = outline.slice(at).includes('/..') ? outline.slice(0, at + 1) : outline
  const [flag = ''] = /^[-\w]+=/.exec(known) ?? []
  return at === flag.length ? `${flag}/${known.slice(at)}` : known
}
