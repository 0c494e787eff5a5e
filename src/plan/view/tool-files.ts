import { isWithin } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stage-facts.ts'
import type { Leaves } from '../../facts/tool-rows.ts'
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
