import type { Command } from '../../facts/command.ts'
import { folderOf, isWithin, resolvePath } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stage-facts.ts'
import type { Leaves } from '../../facts/tool-rows.ts'
import { isPythonInstall } from '../../knowledge/python-installs.ts'
import type { Answer } from './answer.ts'
import { isOfAuthor, isOfSystem } from './image-files.ts'

/** What an install fills, and the folders in which tools keep what is theirs: `.cache`, `.yarn`. */
const ofTools = /\/(node_modules|\.[^/]+)(\/|$)/

/** What a tool of a language leaves at a path. Where all is known that it makes, nothing else is there. */
export function pathOfTool(path: string, leaves: Leaves | undefined, stage: StageFacts): Answer {
  if (leaves === undefined) return 'unknown'
  if (leaves.paths.some((made) => isWithin(made.path, path))) return 'yes'
  if (leaves.paths.some((made) => made.isFolder && isWithin(path, made.path))) return 'unknown'
  const mayBeOther = (isOfSystem(path) && !isOfAuthor(path, stage)) || ofTools.test(path)
  return leaves.isAll && !mayBeOther ? 'no' : 'unknown'
}

/** What an install of Python's packages leaves at a path: in the system's folders, a virtual environment or a folder that it names; undefined for another command. */
export function pathOfPython(path: string, { name = '', args, cwd }: Command): Answer | undefined {
  if (!isPythonInstall(name, args)) return undefined
  const named = args.map((arg) => arg?.replace(/^--[\w-]+=/, ''))
  const environment = name.includes('/') ? folderOf(folderOf(name)) : undefined
  const places = [...named, environment].flatMap((word) =>
    word === undefined || /^-|^\.?\/?$/.test(word) ? [] : (resolvePath(cwd, word) ?? []),
  )
  return isOfSystem(path) || places.some((place) => isWithin(path, place)) ? 'unknown' : 'no'
}
