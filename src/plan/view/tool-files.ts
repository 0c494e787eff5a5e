import type { Command, RunCommand } from '../../facts/commands/command.ts'
import { goBin, goPath, isGo } from '../../facts/go/build-command.ts'
import { readGoArguments } from '../../facts/go/go-arguments.ts'
import { folderOf, isWithin, resolvePath } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import type { Leaves } from '../../facts/tool-rows.ts'
import { isPythonInstall } from '../../knowledge/python-installs.ts'
import type { Answer } from './answer.ts'
import { isOfAuthor, isOfSystem, isProgramFile } from './image-files.ts'

/** What an install fills, and the folders in which tools keep what is theirs: `.cache`, `.yarn`. */
const ofTools = /\/(node_modules|\.[^/]+)(\/|$)/

/** What a tool of a language leaves at a path. Where all is known that it makes, nothing else is there. */
export function pathOfTool(
  path: string,
  command: RunCommand,
  leaves: Leaves | undefined,
  stage: StageFacts,
): Answer | 'gone' {
  const told = pathOfPython(path, command) ?? pathOfGo(path, command, stage)
  if (told !== undefined) return told
  if (leaves === undefined) return 'unknown'
  if (leaves.paths.some((made) => isWithin(made.path, path))) return 'yes'
  if (leaves.paths.some((made) => made.isFolder && isWithin(path, made.path))) return 'unknown'
  if (leaves.removes.some((gone) => isWithin(path, gone))) return leaves.isAll ? 'gone' : 'unknown'
  const isElsewhere = isOfSystem(path) && !isOfAuthor(path, stage) && !isProgramFile(path)
  const mayBeOther = isElsewhere || ofTools.test(path)
  return leaves.isAll && !mayBeOther ? 'no' : 'unknown'
}

/** What an install of Python's packages leaves at a path: in the system's folders, a virtual environment or a folder that it names; undefined for another command. */
function pathOfPython(path: string, { name = '', args, cwd }: Command): Answer | undefined {
  if (!isPythonInstall(name, args)) return undefined
  const named = args.map((arg) => arg?.replace(/^--[\w-]+=/, ''))
  const environment = name.includes('/') ? folderOf(folderOf(name)) : undefined
  const places = [...named, environment].flatMap((word) =>
    word === undefined || /^-|^\.?\/?$/.test(word) ? [] : (resolvePath(cwd, word) ?? []),
  )
  return isOfSystem(path) || places.some((place) => isWithin(path, place)) ? 'unknown' : 'no'
}

/** The go command makes the programs that it is told to, and keeps modules and caches; undefined for these, and for another command. */
function pathOfGo(path: string, command: RunCommand, stage: StageFacts): Answer | undefined {
  if (!isGo(command, 'build', 'install', 'get', 'mod', 'vet')) return undefined
  const isElsewhere = isOfSystem(path) && !isOfAuthor(path, stage)
  // `go mod vendor`, `go mod init`
  if (!isProgramFile(path) && (isElsewhere || isGo(command, 'mod'))) return undefined
  const { flags } = readGoArguments(command)
  const output = flags.get('-o')
  if ((flags.has('-o') && output === undefined) || flags.has('-C')) return undefined
  // `-buildmode=c-shared` leaves a header beside it.
  const made = output !== undefined && flags.has('-buildmode') ? folderOf(output) : output
  const places = [made ?? '.', goBin(command.step), goPath(command.step)].map((place) =>
    resolvePath(command.cwd, place),
  )
  return places.some((place) => place === undefined || isWithin(path, place)) ? undefined : 'no'
}
