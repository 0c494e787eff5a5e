import { posix } from 'node:path'
import { folderOf } from '../image-path.ts'
import { oncePerText } from '../../programs/readers/once-per-text.ts'
import { readPhp, type PhpFacts } from '../../programs/readers/php.ts'
import type { Project } from '../../project/project.ts'

const readOnce = oncePerText((path, text, root) => {
  const toRoot = posix.relative(folderOf(`/${path}`), `/${root}`)
  return readPhp(path, text, { base: 'own-folder', path: toRoot, isPrefix: false })
})

/**
 * What a source says, read once for each text of a project. Undefined where it can't be read.
 *
 * @param root the application's folder in the context
 */
export const readSource = (project: Project, path: string, root: string): PhpFacts | undefined =>
  project.read(path) === undefined ? undefined : readOnce(project, path, root)
