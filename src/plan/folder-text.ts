import type { Edit } from '../dockerfile/splice.ts'
import type { ShellLink } from '../dockerfile/shell-script.ts'
import type { RunCommand } from '../facts/command.ts'
import { isWithin, resolvePath } from '../facts/image-path.ts'
import { recursiveFlag } from './place-owner.ts'

// chown -R web:web /app   => chown web:web /app
// chmod -Rv 777 .         => chmod -v 777 . logs     where the runtime stage has made logs by a `mkdir`

/** Lets a `chown -R` or `chmod -R` work on its folder and on those `inside` alone; `link` is where the command stands in the new text. */
export function onFolders(
  command: RunCommand,
  { commands }: ShellLink,
  inside: readonly string[],
): readonly Edit[] {
  const words = commands[0]?.words ?? []
  return words.flatMap(({ raw, start, end }, i): readonly Edit[] => {
    if (recursiveFlag.test(raw)) {
      const others = raw.startsWith('--') ? '-' : raw.replace('R', '')
      return others === '-'
        ? [{ start: words[i - 1]?.end ?? start, end, text: '' }]
        : [{ start, end, text: others }]
    }
    const path = resolvePath(command.cwd, command.argv[i] ?? '')
    const below = inside.filter((folder) => path !== undefined && isWithin(folder, path))
    const isCurrent = /^\.\/?$/.test(raw)
    const head = isCurrent ? '' : `${raw.replace(/\/$/, '')}/`
    const text = below.map((folder) => ` ${head}${folder.slice((path ?? '').length + 1)}`).join('')
    return text === '' ? [] : [{ start: end, end, text }]
  })
}
