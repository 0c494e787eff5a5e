import { pathFolders, systemFolders } from '../../knowledge/images/image-folders.ts'
import type { Command } from '../commands/command.ts'
import { baseName, isWithin, resolvePath } from '../image-path.ts'
import { each, type Effect } from './effect.ts'

/** What an archive is unpacked to. */
export interface Unpacked {
  readonly folder: string
  /** Where the command names members of the archive: where they are then; empty for all of it. */
  readonly members: readonly string[]
}

/** Options of tar that say nothing of what is unpacked, and take no value. */
const plain =
  /^(gzip|gunzip|ungzip|bzip2|xz|lzma|zstd|auto-compress|verbose|overwrite|keep-old-files|no-same-owner|same-owner|no-same-permissions|same-permissions|preserve-permissions|touch|wildcards|no-wildcards|no-overwrite-dir|ignore-zeros)$/

/** Letters of tar that take a value. */
const tarValue = /[CfbgHIKLNTVXF]/

/** What `tar -x` and `unzip` unpack; undefined for what is none, and where a word is not known. */
export function unpackedBy(command: Command): Unpacked | undefined {
  const { args } = command
  if (args.includes(undefined)) return undefined
  const words = args.flatMap((arg) => arg ?? [])
  const name = baseName(command.name ?? '')
  const read = name === 'tar' ? readTar(words) : name === 'unzip' ? readUnzip(words) : undefined
  const folder = read === undefined ? undefined : resolvePath(command.cwd, read.folder)
  if (read === undefined || folder === undefined) return undefined
  const members = read.members.map((member) =>
    resolvePath(folder, member.split('/').slice(read.strip).join('/')),
  )
  return members.every((member) => member !== undefined) ? { folder, members } : undefined
}

/**
 * A folder of its own has afterwards what was unpacked there, and a folder of programs the members that are named. Undefined where it can't
 * be told: beside other files nobody knows which are the archive's.
 */
export function unpackEffects(command: Command): readonly Effect[] | undefined {
  const unpacked = unpackedBy(command)
  if (unpacked === undefined) return undefined
  const { folder, members } = unpacked
  if (pathFolders.includes(folder) && members.length > 0 && !members.some(isPattern))
    return each(members, (path) => ({ kind: 'creates', path, isFolder: false }))
  const isShared =
    systemFolders.has(folder) || command.cwd === undefined || isWithin(command.cwd, folder)
  return isShared ? undefined : [{ kind: 'creates', path: folder, isFolder: true, isFilled: true }]
}

const isPattern = (path: string) => /[*?[]/.test(path)

interface Words {
  readonly folder: string
  readonly members: readonly string[]
  /** Leading folders of members that are left out. */
  readonly strip: number
}

/** https://www.gnu.org/software/tar/manual/html_section/Old-Options.html: letters without a dash take their values in their order. */
function readTar(words: readonly string[]): Words | undefined {
  let folder = '.'
  let strip = 0
  let isUnpacking = false
  const members: string[] = []
  const rest = [...words]
  const set = (letter: string, value: string | undefined) => {
    if (letter === 'C') folder = value ?? folder
  }
  for (let i = 0; rest.length > 0; i++) {
    const word = rest.shift() ?? ''
    const long = /^--([a-z-]+)(?:=(.*))?$/.exec(word)
    if (long !== null) {
      const [, name = '', value] = long
      if (/^(extract|get)$/.test(name)) isUnpacking = true
      if (name === 'directory') folder = value ?? rest.shift() ?? folder
      else if (/^strip(-components)?$/.test(name)) strip = Number(value ?? rest.shift())
      else if (name === 'file') rest.splice(0, value === undefined ? 1 : 0)
      else if (!plain.test(name) && !/^(extract|get)$/.test(name)) return undefined
    } else if (word.startsWith('-') && word !== '-') {
      const at = word.search(tarValue)
      if (word.slice(0, at < 0 ? undefined : at).includes('O')) return undefined
      if (word.slice(0, at < 0 ? undefined : at).includes('x')) isUnpacking = true
      if (at > 0) set(word.charAt(at), word.slice(at + 1) || rest.shift())
    } else if (i === 0) {
      isUnpacking = word.includes('x')
      if (word.includes('O')) return undefined
      for (const letter of word.split('')) if (tarValue.test(letter)) set(letter, rest.shift())
    } else members.push(word)
  }
  return isUnpacking && Number.isInteger(strip) ? { folder, members, strip } : undefined
}

/** https://linux.die.net/man/1/unzip */
function readUnzip(words: readonly string[]): Words | undefined {
  const at = words.findIndex((word) => word === '-d')
  const folder = at < 0 ? '.' : words[at + 1]
  const flags = words.filter((word) => word.startsWith('-') && word !== '-d').join('')
  const operands = words.filter((word, i) => !word.startsWith('-') && (at < 0 || i !== at + 1))
  // Tested, listed or printed; or without some of it.
  if (folder === undefined || operands.length === 0 || /[lptvxzZ]/.test(flags)) return undefined
  const members = operands.slice(1)
  return { folder, members: flags.includes('j') ? members.map(baseName) : members, strip: 0 }
}
