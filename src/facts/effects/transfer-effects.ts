import type { Command } from '../commands/command.ts'
import { baseName, folderOf, resolvePath } from '../image-path.ts'
import { each, operands, type Effect } from './effect.ts'
import { systemFolders } from '../../knowledge/images/image-folders.ts'

/** Flags whose value is the next word; `-t` names the target. */
const withValue = ['-m', '--mode', '-o', '--owner', '-g', '--group', '-S', '--suffix', '-t']

/** cp, mv, ln and install: what appears at the target, and for mv what is gone. */
export function transferEffects(name: string, command: Command): readonly Effect[] | undefined {
  const words = operands(command, withValue)
  if (words === undefined) return undefined
  if (name === 'install' && command.args.includes('-d'))
    return each(
      words.map((word) => resolvePath(command.cwd, word)),
      (path) => ({ kind: 'creates', path, isFolder: true }),
    )
  const at = command.args.indexOf('-t')
  // `cd /usr/local/bin && ln -s ../lib/tool/tool`: in the working directory, under the same name.
  const isNameless = name === 'ln' && at < 0 && words.length === 1
  const to = at >= 0 ? command.args[at + 1] : isNameless ? './' : words.at(-1)
  const from = at < 0 && !isNameless ? words.slice(0, -1) : words
  const target = to === undefined ? undefined : resolvePath(command.cwd, to)
  if (to === undefined || target === undefined || from.length === 0) return undefined
  // `mv build/* public/`: whatever the files are, they are in that folder afterwards.
  if (from.some((word) => /[*?[]/.test(word)))
    return isSystemFolder(target)
      ? undefined
      : [{ kind: 'creates', path: target, isFolder: true, isFilled: true }]
  const intoFolder =
    at >= 0 ||
    from.length > 1 ||
    /(^|\/)\.{0,2}$/.test(to) ||
    target === command.cwd ||
    systemFolders.has(target)
  const effects: Effect[] = []
  for (const source of from) {
    const path = intoFolder ? resolvePath(target, baseName(source)) : target
    const origin = path === undefined ? undefined : sourceOf(name, source, path, command)
    if (path === undefined || origin === undefined) return undefined
    effects.push(arrival(name, origin, path, command))
    if (name === 'mv') effects.push({ kind: 'deletes', path: origin })
  }
  return effects
}

function arrival(name: string, source: string, path: string, command: Command): Effect {
  // A link to a device (`ln -s /dev/stdout`) can't be copied from the builder.
  if (name === 'ln' && /^\/(dev|proc)\//.test(source))
    return { kind: 'changes', path, what: 'content' }
  if (name === 'ln')
    return { kind: 'creates', path, isFolder: false, from: source, isLink: isSymbolic(command) }
  const isDeep = command.args.some((arg) => arg !== undefined && /^-[a-zA-Z]*[rRa]/.test(arg))
  // What mv takes may be either; a folder is named on both sides of a COPY, which is right for a file, too.
  const isUnknown = name === 'mv' && !/\.\w+$|\/s?bin\/[^/]+$/.test(path)
  const isFolder = (name === 'cp' && isDeep) || isUnknown
  return { kind: 'creates', path, from: source, isFolder, ...(isFolder ? { isFilled: true } : {}) }
}

const hasFlag = ({ args }: Command, letter: string, long: string) =>
  args.some((arg) => arg === long || (/^-[a-zA-Z]+$/.test(arg ?? '') && arg?.includes(letter)))

const isSymbolic = (command: Command) => hasFlag(command, 's', '--symbolic')

/** Absolute: what a word names that stands before the target. A link starts from its own folder. */
function sourceOf(name: string, word: string, path: string, command: Command): string | undefined {
  const isFromLink = name === 'ln' && isSymbolic(command) && !hasFlag(command, 'r', '--relative')
  return resolvePath(isFromLink ? folderOf(path) : command.cwd, word)
}

/** Folders that hold more than what one command puts there. */
function isSystemFolder(path: string): boolean {
  return /^\/((usr\/(local\/)?)?(s?bin|lib|share|include)|etc|opt|usr|usr\/local|root|home|var|srv|go|go\/bin)?$/.test(
    path,
  )
}
