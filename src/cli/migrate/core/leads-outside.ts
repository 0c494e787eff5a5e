import { lstatSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { isWithin } from '../../../project/relative-path.ts'
import { failed, type Failed } from '../../../report/file-report.ts'
import { realPath } from '../real-path.ts'

/**
 * Why a Dockerfile (absolute) is not taken: it is itself a link, to a file that is in none of the folders that the command line is about, so that nobody
 * who looks at these expects it to be read, or written. The folders are the working directory, the link's own, and those that are named.
 */
export function leadsOutside(
  path: string,
  { cwd, paths }: { readonly cwd: string; readonly paths: readonly string[] },
): Failed | undefined {
  if (!isLink(path)) return undefined
  const target = realPath(path)
  const roots = [realPath(cwd), realPath(dirname(path)), ...foldersOf(paths, cwd)]
  // One that leads nowhere is said when it is read.
  if (target === path || roots.some((root) => isWithin(root, target))) return undefined
  return failed(
    'leads-outside',
    `It is a link to ${target}, which is in none of the folders that were given.`,
    'Give the file itself, or use --follow-links.',
  )
}

const foldersNamed = new WeakMap<readonly string[], readonly string[]>()

/** The folders among the paths of a command line, which are looked at once. */
function foldersOf(paths: readonly string[], cwd: string): readonly string[] {
  const folders =
    foldersNamed.get(paths) ??
    paths
      .map((each) => resolve(cwd, each))
      .filter(isFolder)
      .map(realPath)
  foldersNamed.set(paths, folders)
  return folders
}

/** What can't be looked at is told when it is read. */
function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
