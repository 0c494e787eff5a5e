import { baseName, isWithin } from '../../facts/image-path.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import { systemFolders } from '../../knowledge/images/image-folders.ts'
import type { Answer } from './answer.ts'

/** Folders that a system's packages fill. */
export const isOfSystem = (path: string) =>
  /^\/(bin|sbin|lib\w*|usr|etc|var|opt|run|root|home)(\/|$)/.test(path)

/** A program on PATH. */
export const isProgramFile = (path: string) => /^\/(usr\/(local\/)?)?s?bin\/[^/]+$/.test(path)

/** Whether the image that a stage starts from has a path. Its programs are known; of what else lies in the system's folders nothing is. */
export function imageHas(path: string, stage: StageFacts): Answer {
  const { base } = stage
  if (base.family === 'unknown') return 'unknown'
  if (systemFolders.has(path)) return base.family === 'scratch' ? 'unknown' : 'yes'
  if (isProgramFile(path)) {
    const known = base.hasProgram(baseName(path))
    return known === undefined ? 'unknown' : known ? 'yes' : 'no'
  }
  const own = base.config.WorkingDir
  if (own !== '' && own !== '/' && isWithin(own, path)) return 'yes'
  return isOfSystem(path) && !isOfAuthor(path, stage) ? 'unknown' : 'no'
}

/** A folder that the author names to work in is the author's, wherever it lies: /usr/src/app, /opt/app. An image's own is empty: /var/www/html. */
export function isOfAuthor(path: string, { steps, end }: StageFacts): boolean {
  return [...steps.map(({ workdir }) => workdir), end.workdir].some(
    (folder) => folder !== undefined && !systemFolders.has(folder) && isWithin(path, folder),
  )
}
