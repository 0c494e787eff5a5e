import type { Edit } from '../dockerfile/splice.ts'
import type { ShellLink, ShellWord } from '../dockerfile/shell-script.ts'
import type { RunCommand } from '../facts/command.ts'
import { isWithin, resolvePath } from '../facts/image-path.ts'
import type { FolderPlace } from './place-command.ts'
import { recursiveFlag } from './place-owner.ts'

// chown -R web:web /app   => chown web:web /app
// chmod -Rv 777 .         => chmod -v 777 . logs                 where the runtime stage has made logs by a `mkdir`
// chown -R web:web /app   => mkdir -p /app && chown web:web /app where it has no such folder yet

/** What a `chown -R` or `chmod -R` is in the runtime stage; `link` is where it stands in the new text. */
export function onFolders(
  command: RunCommand,
  { commands, start }: ShellLink,
  { inside, isMissing }: FolderPlace,
): readonly Edit[] {
  const words = commands[0]?.words ?? []
  const flag = words.findIndex(({ raw }) => recursiveFlag.test(raw))
  const edits = words.flatMap((word, i) => {
    if (i === flag) return withoutRecursion(word, words[i - 1]?.end ?? word.start)
    const path = resolvePath(command.cwd, command.argv[i] ?? '')
    const below = inside.filter((folder) => path !== undefined && isWithin(folder, path))
    const head = /^\.\/?$/.test(word.raw) ? '' : `${word.raw.replace(/\/$/, '')}/`
    const names = below.map((folder) => ` ${head}${folder.slice((path ?? '').length + 1)}`)
    return names.length === 0 ? [] : { start: word.end, end: word.end, text: names.join('') }
  })
  if (!isMissing) return edits
  // What follows the owner or the mode.
  const [, ...folders] = words
    .slice(command.argv.length - command.args.length)
    .filter(({ raw }) => !raw.startsWith('-'))
  const made = folders.map(({ raw }) => raw).join(' ')
  return [{ start, end: start, text: `mkdir -p ${made} && ` }, ...edits]
}

function withoutRecursion({ raw, start, end }: ShellWord, before: number): Edit {
  const others = raw.startsWith('--') ? '-' : raw.replace('R', '')
  return others === '-' ? { start: before, end, text: '' } : { start, end, text: others }
}
