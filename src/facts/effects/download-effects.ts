import type { Command } from '../commands/command.ts'
import { baseName, resolvePath } from '../image-path.ts'
import type { Effect } from './effect.ts'

/** Archives are downloaded to be unpacked: the file itself is of no use at run time. */
export const isArchive = (path: string) =>
  /\.(tar|tgz|tbz2?|txz|zip|deb|apk|rpm|gz|bz2|xz|zst)$/.test(path)

/** What `curl` and `wget` leave, and `git clone`; undefined where the name can't be known. */
export const downloadEffects = (command: Command): readonly Effect[] | undefined =>
  fetchEffects(command)?.filter((effect) => !isOfArchive(effect))

const isOfArchive = (effect: Effect) =>
  effect.kind === 'creates' && !effect.isFolder && isArchive(effect.path)

/** The archive that `curl` or `wget` fetches; undefined for other commands and files. */
export function archiveFetchedBy(command: Command): string | undefined {
  const effect = fetchEffects(command)?.find(isOfArchive)
  return effect?.kind === 'creates' ? effect.path : undefined
}

function fetchEffects(command: Command): readonly Effect[] | undefined {
  switch (baseName(command.name ?? '')) {
    case 'curl':
      return curlEffects(command)
    case 'wget':
      return wgetEffects(command)
    case 'git':
      return cloneEffects(command)
    default:
      return undefined
  }
}

/** https://curl.se/docs/manpage.html: without -o or -O the answer goes to standard output. */
function curlEffects(command: Command): readonly Effect[] | undefined {
  const { args } = command
  if (args.includes(undefined)) return undefined
  const at = args.findIndex(
    (arg) => arg !== undefined && (/^-[a-zA-Z]*o$/.test(arg) || arg === '--output'),
  )
  if (at >= 0) return created(command, args[at + 1])
  const joined = args.find((arg) => arg?.startsWith('--output='))
  if (joined !== undefined) return created(command, joined.slice('--output='.length))
  const isNamed = args.some(
    (arg) => arg !== undefined && (/^-[a-zA-Z]*O/.test(arg) || arg === '--remote-name'),
  )
  return isNamed ? created(command, nameOfUrl(args)) : []
}

/** https://www.gnu.org/software/wget/manual/wget.html */
function wgetEffects(command: Command): readonly Effect[] | undefined {
  const { args } = command
  // It only looks whether the page is there.
  if (args.includes('--spider')) return []
  if (args.includes(undefined)) return undefined
  const at = args.findIndex(
    (arg) => arg !== undefined && (/^-[a-zA-Z]*O$/.test(arg) || arg === '--output-document'),
  )
  if (at >= 0) return args[at + 1] === '-' ? [] : created(command, args[at + 1])
  const attached = args.find(
    (arg) => arg !== undefined && /^-[a-zA-Z]*O.|^--output-document=/.test(arg),
  )
  if (attached !== undefined)
    return attached.endsWith('O-')
      ? []
      : created(command, attached.replace(/^-[a-zA-Z]*O|^--output-document=/, ''))
  if (
    args.some(
      (arg) =>
        arg === '-P' || arg === '-r' || arg?.startsWith('--directory-prefix') || arg === '-i',
    )
  )
    return undefined
  return created(command, nameOfUrl(args))
}

function cloneEffects(command: Command): readonly Effect[] | undefined {
  const { args } = command
  if (args[0] === 'config') return []
  if (args[0] !== 'clone' || args.includes(undefined)) return undefined
  const words = args
    .slice(1)
    .filter(
      (arg, i, all) =>
        arg !== undefined &&
        !arg.startsWith('-') &&
        !/^(-b|--branch|--depth|-o|-c)$/.test(all[i - 1] ?? ''),
    )
  const [url, folder] = words
  const path = resolvePath(command.cwd, folder ?? baseName(url ?? '').replace(/\.git$/, ''))
  return path === undefined
    ? undefined
    : [{ kind: 'creates', path, isFolder: true, isFilled: true }]
}

function created(command: Command, file: string | undefined): readonly Effect[] | undefined {
  const path = file === undefined ? undefined : resolvePath(command.cwd, file)
  if (path === undefined) return undefined
  return path === '/dev/null' ? [] : [{ kind: 'creates', path, isFolder: false }]
}

function nameOfUrl(args: readonly (string | undefined)[]): string | undefined {
  const url = args.find(
    (arg) => arg !== undefined && /^(https?|ftp):\/\/|^[\w.-]+\.[a-z]{2,}\//.test(arg),
  )
  const name = url === undefined ? '' : baseName(url.replace(/[?#].*$/, ''))
  return name === '' ? undefined : name
}
