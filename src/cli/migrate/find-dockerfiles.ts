import { lstatSync, statSync } from 'node:fs'
import { join, normalize, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { isDockerfileName } from '../../project/dockerfile-name.ts'
import {
  allBelow,
  type Below,
  knownBelow,
  type LeftOut,
  type ListGitFiles,
  searchFolder,
} from './search-folder.ts'

/** What a search found. Paths are normalized, as typed (relative or absolute), sorted, each once. */
export interface Found extends Below {
  /** Arguments that matched no Dockerfile. */
  readonly unmatched: readonly string[]
}

/**
 * Finds the Dockerfiles that the arguments mean: each is a file, else a folder (searched to the bottom), else a pattern.
 * Folders and patterns leave out what git ignores, links, `node_modules` and `.git`; a file that is named is always taken.
 */
export async function findDockerfiles(
  args: readonly string[],
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<Found> {
  const paths = new Map<string, string>()
  const leftOut = new Map<string, LeftOut>()
  const unmatched: string[] = []
  for (const arg of args) {
    const found = await findOne(arg, cwd, listGitFiles)
    if (found.paths.length === 0) unmatched.push(arg)
    for (const path of found.paths) {
      const absolute = resolve(cwd, path)
      if (!paths.has(absolute)) paths.set(absolute, path)
    }
    for (const each of found.leftOut) leftOut.set(resolve(cwd, each.path), each)
  }
  return {
    paths: [...paths.values()].sort(byCodeUnits),
    leftOut: [...leftOut.values()],
    unmatched,
  }
}

async function findOne(arg: string, cwd: string, listGitFiles: ListGitFiles): Promise<Below> {
  const kind = kindOf(resolve(cwd, arg))
  if (kind === 'folder') return findInFolder(arg, cwd, listGitFiles)
  if (isDynamicPattern(arg) && kind !== 'file') return findByPattern(arg, cwd, listGitFiles)
  return { paths: kind === 'none' ? [] : [normalize(arg)], leftOut: [] }
}

/** What stands at a path. What the system does not tell (a circle of links, a right that lacks) is told when the file is read. */
function kindOf(path: string): 'folder' | 'file' | 'none' | 'unknown' {
  try {
    const stat = statSync(path, { throwIfNoEntry: false })
    return stat === undefined ? 'none' : stat.isDirectory() ? 'folder' : 'file'
  } catch {
    return 'unknown'
  }
}

/** The Dockerfiles below a folder, as `folder` was typed. */
export async function findInFolder(
  folder: string,
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<Below> {
  const { paths, leftOut } = await searchFolder(resolve(cwd, folder), listGitFiles)
  return {
    paths: paths.map((path) => join(folder, path)),
    leftOut: asTyped(folder, leftOut),
  }
}

async function findByPattern(
  pattern: string,
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<Below> {
  const { folder, rest } = splitPattern(pattern)
  // 'services/*' means what a shell would make of it: files, and folders to be searched.
  const anyName = /(^|\/)\*+$/.test(rest)
  const matches = await glob(anyName ? [rest, `${rest}/**`] : rest, {
    cwd: resolve(cwd, folder),
    dot: true,
    followSymbolicLinks: false,
    expandDirectories: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  })
  const files = matches
    .filter((path) => (anyName ? isDockerfileName(nameOf(path)) : !path.endsWith('.dockerignore')))
    .map((path) => join(folder, path))
    .filter((path) => !isLink(resolve(cwd, path)))
  const only = (root: string, paths: readonly string[]) => {
    const names = new Set(paths)
    return files.filter((path) => names.has(relative(root, resolve(cwd, path))))
  }
  // A pattern of any depth has parts of the folder that it does not get to see.
  if (rest.includes('**')) {
    const root = resolve(cwd, folder)
    const { paths, leftOut } = await allBelow(root, listGitFiles)
    return { paths: only(root, paths), leftOut: asTyped(folder, leftOut) }
  }
  if (files.length === 0) return { paths: files, leftOut: [] }
  const root = commonFolder(files.map((path) => resolve(cwd, path)))
  const known = await knownBelow(root, listGitFiles)
  return { paths: known === undefined ? files : only(root, known.paths), leftOut: [] }
}

const asTyped = (folder: string, leftOut: readonly LeftOut[]): readonly LeftOut[] =>
  leftOut.map((each) => ({ ...each, path: join(folder, each.path) }))

/** The folder in which a pattern begins ('../services'), and the pattern from there on. */
function splitPattern(pattern: string): { readonly folder: string; readonly rest: string } {
  const parts = pattern.replace(/\/+$/, '').split('/')
  const first = Math.max(
    0,
    parts.findIndex((part) => /[\\*?{}()[\]!+@]/.test(part)),
  )
  const folder = parts.slice(0, first).join('/')
  return { folder: folder === '' && first > 0 ? '/' : folder, rest: parts.slice(first).join('/') }
}

/** The folder that holds all of the files. */
function commonFolder(paths: readonly string[]): string {
  const [first = sep, ...rest] = paths
  let parts = first.split(sep).slice(0, -1)
  for (const path of rest) {
    const other = path.split(sep)
    const differs = parts.findIndex((part, i) => part !== other[i])
    if (differs >= 0) parts = parts.slice(0, differs)
  }
  return parts.join(sep) || sep
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The same order on every machine, whatever its locale. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
