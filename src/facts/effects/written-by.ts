import { isWritingGit, writingProgram } from '../../knowledge/programs/writing-programs.ts'
import { unknownMark } from '../../dockerfile/shell/shell-script.ts'
import { commandOf, type Command } from '../commands/command.ts'
import { afterLauncher } from '../follow/system-launchers.ts'
import { baseName, resolvePath } from '../image-path.ts'
import { archiveFetchedBy } from './download-effects.ts'
import { effectsOf } from './effects.ts'
import { actionsOfFind } from './find-effects.ts'
import { markedWords } from './marked-words.ts'
import { unpackedBy } from './unpack-effects.ts'
import { byPerl, byRow } from './written-by-row.ts'
import { joined, type Resolve, type Words, type Written } from './written.ts'

/**
 * What a command writes when a program runs it, apart from what its redirections name; undefined where only a run shows where. Of a program
 * that nobody knows nothing is told.
 */
export function writtenBy(command: Command): readonly Written[] | undefined {
  const name = baseName(command.name ?? '')
  if (name === 'find') return writtenByFind(command)
  const [behind, ...rest] = afterLauncher(name, command.args) ?? []
  if (behind !== undefined) return writtenBy({ ...command, name: behind, args: rest })
  const args = markedWords(command)
  const own = { ...command, args, redirects: [] }
  const paths = pathsWritten(name, args, own)
  if (paths === undefined) return undefined
  const known = paths.map(knownPart)
  return known.every((item) => item !== undefined) ? known : undefined
}

/** By the programs that it runs on what it finds, and by its own actions. */
function writtenByFind(command: Command): readonly Written[] | undefined {
  const actions = actionsOfFind(markedWords(command))
  return joined(
    actions.map(({ program: [name, ...args], files, folders }) =>
      name === undefined
        ? joined([
            ...files.map((word) => resolved(command, word, false)),
            ...folders.map((word) => resolved(command, word, true)),
          ])
        : writtenBy(commandOf([name, ...args], command.cwd)),
    ),
  )
}

/** A path up to the part that is not known; undefined where nothing of it is. */
function knownPart({ path, isFolder }: Written): Written | undefined {
  const at = path.indexOf(unknownMark)
  if (at < 0) return { path, isFolder }
  const folder = path.slice(0, path.lastIndexOf('/', at))
  return folder === '' ? undefined : { path: folder, isFolder: true }
}

function pathsWritten(name: string, args: Words, own: Command): readonly Written[] | undefined {
  const file = (word: string) => resolved(own, word, false)
  const folder = (word: string) => resolved(own, word, true)
  switch (name) {
    case 'tar':
    case 'bsdtar':
      return byTar(args, own, file)
    case 'unzip': {
      const unpacked = unpackedBy(own)
      return unpacked === undefined ? [] : folder(unpacked.folder)
    }
    case 'git':
      return byGit(args, own, folder)
    case 'wget':
    case 'curl':
      return byDownload(args, own, file, folder)
    case 'perl':
      return byPerl(args, file)
    default:
      return ofSystem.has(name) ? byEffects(own) : byRow(writingProgram(name), args, file, folder)
  }
}

function resolved({ cwd }: Command, word: string, isFolder: boolean) {
  const path = resolvePath(cwd, word)
  return path === undefined ? undefined : [{ path, isFolder }]
}

/** Programs of every system that change files, all but those that have rules of their own here. */
const ofSystem = new Set(
  'mkdir touch tee truncate rm rmdir unlink chmod chown chgrp dos2unix find sed cp mv ln install'.split(
    ' ',
  ),
)

/** What such a program does; undefined where it can't be told. */
const byEffects = (own: Command): readonly Written[] | undefined =>
  effectsOf(own)?.flatMap((effect) =>
    effect.kind === 'users'
      ? []
      : [{ path: effect.path, isFolder: effect.kind === 'creates' && effect.isFolder }],
  ) ?? byTarget(own)

/** Which of many files are copied can't be told, but where to. */
function byTarget(own: Command): readonly Written[] | undefined {
  const last = own.args.at(-1)
  return last !== undefined && /^(cp|mv|ln|install)$/.test(baseName(own.name ?? ''))
    ? resolved(own, last, true)
    : undefined
}

/** https://www.gnu.org/software/tar/manual/html_node/Operations.html */
function byTar(args: Words, own: Command, file: Resolve): readonly Written[] | undefined {
  const [first = ''] = args
  const letters = args
    .filter((word) => /^-[A-Za-z]+$/.test(word))
    .concat(first.startsWith('-') ? [] : [first])
    .join('')
  const has = (letter: string, ...long: Words) =>
    letters.includes(letter) || long.some((word) => args.includes(word))
  if (has('x', '--extract', '--get')) {
    if (letters.includes('O') || args.includes('--to-stdout')) return []
    const unpacked = unpackedBy(own)
    return unpacked === undefined ? undefined : [{ path: unpacked.folder, isFolder: true }]
  }
  if (!has('c', '--create') && !has('r', '--append') && !has('u', '--update')) return []
  const at = args.findIndex(
    (word, i) => word === '--file' || /^-[A-Za-z]*f$/.test(word) || (i === 0 && /f$/.test(word)),
  )
  const joined = args.find((word) => word.startsWith('--file='))?.slice('--file='.length)
  const archive = joined ?? (at < 0 ? '-' : args[at + 1])
  return archive === undefined ? undefined : archive === '-' ? [] : file(archive)
}

/** https://git-scm.com/docs/git: `-C` names the folder. */
function byGit(args: Words, own: Command, folder: Resolve): readonly Written[] | undefined {
  const isIn = args[0] === '-C'
  const words = isIn ? args.slice(2) : args
  const [subcommand] = words
  if (subcommand === undefined || subcommand.startsWith('-')) return []
  if (subcommand === 'clone')
    return byEffects({ ...own, args: words, cwd: isIn ? undefined : own.cwd })
  return isWritingGit(subcommand) ? folder(isIn ? (args[1] ?? '.') : '.') : []
}

function byDownload(args: Words, own: Command, file: Resolve, folder: Resolve) {
  const at = args.findIndex((word) => word === '-P' || word.startsWith('--directory-prefix'))
  if (at >= 0) return folder(args[at]?.split('=')[1] ?? args[at + 1] ?? '.')
  const archive = archiveFetchedBy(own)
  return archive === undefined ? (byEffects(own) ?? folder('.')) : file(archive)
}
