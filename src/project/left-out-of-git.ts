import { isIgnored, parseIgnoreFile } from '../dockerfile/patterns/ignore-file.ts'
import type { Project } from './project.ts'

/**
 * Whether git keeps a path out of a clone, by the `.gitignore` of the context and of the path's own folder. False where an exception has a say
 * in anything at or below it. https://git-scm.com/docs/gitignore
 */
export function isLeftOutOfGit(path: string, project: Project): boolean {
  const cut = path.lastIndexOf('/')
  const folders = cut < 0 ? [''] : ['', path.slice(0, cut + 1)]
  const lines = folders.flatMap((folder) =>
    (project.read(`${folder}.gitignore`) ?? '')
      .split('\n')
      .flatMap((line) => asDockerPattern(line.trim(), folder)),
  )
  const patterns = parseIgnoreFile(lines.join('\n'))
  const hasException = patterns.some(
    ({ negated, pattern, matches }) =>
      negated &&
      (matches(path) || pattern.startsWith(`${path}/`) || pattern.startsWith(`**/${path}/`)),
  )
  return !hasException && isIgnored(patterns, path)
}

/** A name without a slash means every folder to git, and the root alone to Docker. */
function asDockerPattern(line: string, folder: string): readonly string[] {
  if (line === '' || line.startsWith('#')) return []
  const negated = line.startsWith('!')
  const name = (negated ? line.slice(1) : line).replace(/\/+$/, '')
  const isAnchored = name.includes('/')
  const pattern = isAnchored ? name.replace(/^\//, '') : `**/${name}`
  return [`${negated ? '!' : ''}${folder}${pattern}`]
}
