import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'
import { join, normalize, relative, resolve, sep } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { isDockerfileName } from '../../project/dockerfile-name.ts'

/** What a search found. Paths are normalized, as typed (relative or absolute), sorted, each once. */
export interface Found {
  readonly paths: readonly string[]
  /** Arguments that matched no Dockerfile. */
  readonly unmatched: readonly string[]
}

/** Lists what git knows of a folder and does not ignore, relative to it; undefined where git has no say. */
export type ListGitFiles = (folder: string) => Promise<readonly string[] | undefined>

const skippedFolders = new Set(['.git', 'node_modules'])

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
  const unmatched: string[] = []
  for (const arg of args) {
    const found = await findOne(arg, cwd, listGitFiles)
    if (found.length === 0) unmatched.push(arg)
    for (const path of found) {
      const absolute = resolve(cwd, path)
      if (!paths.has(absolute)) paths.set(absolute, path)
    }
  }
  return { paths: [...paths.values()].sort(byCodeUnits), unmatched }
}

async function findOne(
  arg: string,
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<readonly string[]> {
  const stat = statSync(resolve(cwd, arg), { throwIfNoEntry: false })
  if (stat?.isDirectory()) return findInFolder(arg, cwd, listGitFiles)
  if (stat !== undefined) return [normalize(arg)]
  return isDynamicPattern(arg) ? findByPattern(arg, cwd, listGitFiles) : []
}

/** The Dockerfiles below a folder, as `folder` was typed. */
export async function findInFolder(
  folder: string,
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<readonly string[]> {
  const root = resolve(cwd, folder)
  const known = await listGitFiles(root)
  const below = known === undefined ? walk(root) : known.filter((path) => isPlainFile(root, path))
  return below.filter((path) => isDockerfileName(nameOf(path))).map((path) => join(folder, path))
}

async function findByPattern(
  pattern: string,
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<readonly string[]> {
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
    .filter((path) => !anyName || isDockerfileName(nameOf(path)))
    .map((path) => join(folder, path))
    .filter((path) => !isLink(resolve(cwd, path)))
  return withoutIgnored(files, cwd, listGitFiles)
}

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

/** Asks git once for the folder that holds all matches. */
async function withoutIgnored(
  files: readonly string[],
  cwd: string,
  listGitFiles: ListGitFiles,
): Promise<readonly string[]> {
  if (files.length === 0) return files
  const root = commonFolder(files.map((path) => resolve(cwd, path)))
  const known = await listGitFiles(root)
  if (known === undefined) return files
  const names = new Set(known)
  return files.filter((path) => names.has(relative(root, resolve(cwd, path))))
}

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

/** Every file below a folder, relative to it; where git has no say. A folder that can't be read counts as empty. */
function walk(root: string): readonly string[] {
  const result: string[] = []
  const open = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readFolder(join(root, folder))) {
      const path = join(folder, entry.name)
      if (entry.isFile()) result.push(path)
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) open.push(path)
    }
  }
  return result
}

function readFolder(path: string): readonly Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Git lists links and deleted files too, and node_modules that nobody ignored. */
function isPlainFile(root: string, path: string): boolean {
  if (!isDockerfileName(nameOf(path))) return false
  if (path.split('/').some((part) => skippedFolders.has(part))) return false
  return lstatSync(join(root, path), { throwIfNoEntry: false })?.isFile() === true
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
