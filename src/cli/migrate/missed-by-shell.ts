import { basename, dirname, normalize, resolve } from 'node:path'
import { findInFolder, type ListGitFiles } from './find-dockerfiles.ts'

// Shells without globstar read an unquoted ** in the middle of a path as *: the arguments then are files of one name, one level below one
// folder.

/** A hint (a sentence) where that seems to have happened and there are deeper files of that name; else none. */
export async function missedByShell(
  args: readonly string[],
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<readonly string[]> {
  const given = args.map(normalize)
  const [first, second] = given
  if (first === undefined || second === undefined) return []
  const name = basename(first)
  const folder = dirname(dirname(first))
  const isAlike = (path: string): boolean =>
    basename(path) === name && dirname(dirname(path)) === folder
  if (folder === first || !given.every(isAlike) || /[*?[{]/.test(args.join(''))) return []
  const taken = new Set(given.map((path) => resolve(cwd, path)))
  const depth = first.split('/').length
  const below = await findInFolder(folder, cwd, listGitFiles)
  const missed = below.filter(
    (path) =>
      basename(path) === name && path.split('/').length > depth && !taken.has(resolve(cwd, path)),
  )
  const [example] = missed
  if (example === undefined) return []
  const pattern = folder === '.' ? `**/${name}` : `${folder}/**/${name}`
  const count = missed.length === 1 ? 'a deeper one was' : `${missed.length} deeper ones were`
  return [
    `${count} not given (${example}); shells expand an unquoted ** to one level only: quote it, '${pattern}'`,
  ]
}
