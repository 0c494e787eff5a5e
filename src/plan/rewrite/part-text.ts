import type { Edit } from '../../dockerfile/splice.ts'
import type { ShellLink, ShellWord } from '../../dockerfile/shell/shell-script.ts'
import type { RunCommand } from '../../facts/commands/command.ts'
import { recursiveFlag } from '../../facts/effects/effect.ts'
import { isWithin, resolvePath } from '../../facts/image-path.ts'
import type { PartPlace } from '../place/command-place.ts'

// chown -R web:web /app   => chown web:web /app
// chmod -Rv 777 .         => chmod -v 777 . logs                 where the runtime stage has made logs by a `mkdir`
// chown -R web:web /app   => mkdir -p /app && chown web:web /app where it has no such folder yet
// chmod +x build.sh x.sh  => chmod +x x.sh                       where it has no build.sh

/** What a `chown`, `chmod` or `sed -i` is in the runtime stage; `link` is where it stands in the new text. */
export function partOf(
  command: RunCommand,
  { commands, start }: ShellLink,
  { dropped, isFlat, inside, isMissing }: PartPlace,
): readonly Edit[] {
  const words = commands[0]?.words ?? []
  const flag = isFlat ? words.findIndex(({ raw }) => recursiveFlag.test(raw)) : -1
  const first = command.argv.length - command.args.length
  const isDropped = (i: number) => {
    const path = i < first ? undefined : resolvePath(command.cwd, command.argv[i] ?? '')
    return path !== undefined && dropped.includes(path)
  }
  const edits = words.flatMap((word, i) => {
    const before = words[i - 1]?.end ?? word.start
    if (i === flag) return withoutRecursion(word, before)
    if (isDropped(i)) return { start: before, end: word.end, text: '' }
    const path = resolvePath(command.cwd, command.argv[i] ?? '')
    const below = inside.filter((folder) => path !== undefined && isWithin(folder, path))
    const head = /^\.\/?$/.test(word.raw) ? '' : `${word.raw.replace(/\/$/, '')}/`
    const names = below.map((folder) => ` ${head}${folder.slice((path ?? '').length + 1)}`)
    return names.length === 0 ? [] : { start: word.end, end: word.end, text: names.join('') }
  })
  if (!isMissing) return edits
  // What follows the owner or the mode.
  const [, ...folders] = words.filter(
    ({ raw }, i) => i >= first && !isDropped(i) && !raw.startsWith('-'),
  )
  const made = folders.map(({ raw }) => raw).join(' ')
  return [{ start, end: start, text: `mkdir -p ${made} && ` }, ...edits]
}

function withoutRecursion({ raw, start, end }: ShellWord, before: number): Edit {
  const others = raw.startsWith('--') ? '-' : raw.replace('R', '')
  return others === '-' ? { start: before, end, text: '' } : { start, end, text: others }
}
