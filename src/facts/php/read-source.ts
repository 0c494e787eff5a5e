import { posix } from 'node:path'
import { folderOf } from '../image-path.ts'
import { readPhp, type PhpFacts } from '../../programs/readers/php.ts'
import type { Project } from '../../project/project.ts'

const known = new WeakMap<object, Map<string, { text: string; facts: PhpFacts }>>()

/**
 * What a source says, read once for each project. Undefined where it can't be read.
 *
 * @param root the application's folder in the context
 */
export function readSource(project: Project, path: string, root: string): PhpFacts | undefined {
  const all = known.get(project.origin) ?? new Map<string, { text: string; facts: PhpFacts }>()
  known.set(project.origin, all)
  const text = project.read(path)
  if (text === undefined) return undefined
  const key = `${root}\n${path}`
  const own = all.get(key)
  if (own?.text === text) return own.facts
  const toRoot = posix.relative(folderOf(`/${path}`), `/${root}`)
  const facts = readPhp(path, text, { base: 'own-folder', path: toRoot, isPrefix: false })
  all.set(key, { text, facts })
  return facts
}
