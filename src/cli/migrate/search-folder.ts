import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isDockerfileName } from '../../project/dockerfile-name.ts'
import { messageOf } from './file-list.ts'
import type { GitListing } from '../../project/git/git-answers.ts'

/** Lists what git knows of a folder and does not ignore; undefined where git has no say. */
export type ListGitFiles = (folder: string) => Promise<GitListing | undefined>

/** Where Dockerfiles may be that were not seen. */
export interface LeftOut {
  readonly path: string
  readonly why: 'may not be read' | 'is a submodule that is not checked out' | 'is no UTF-8'
}

/** Files below a folder, relative to it. */
export interface Below {
  readonly paths: readonly string[]
  readonly leftOut: readonly LeftOut[]
}

const skippedFolders = new Set(['.git', 'node_modules'])

const isSkipped = (path: string): boolean =>
  path.split('/').some((part) => skippedFolders.has(part))

/** The Dockerfiles below a folder that git does not ignore, without links, `node_modules` and `.git`. */
export async function searchFolder(root: string, listGitFiles: ListGitFiles): Promise<Below> {
  const { paths, leftOut } = await allBelow(root, listGitFiles)
  const named = paths.filter((path) => isDockerfileName(nameOf(path)) && !isSkipped(path))
  return { paths: named.filter((path) => isPlainFile(join(root, path))), leftOut }
}

/** All files below a folder that git does not ignore, links too; of those whose name is no UTF-8, the Dockerfiles are left out. */
export async function allBelow(root: string, listGitFiles: ListGitFiles): Promise<Below> {
  const { paths, leftOut } = (await knownBelow(root, listGitFiles)) ?? walk(root)
  const lost = paths.filter(
    (path) => isDockerfileName(nameOf(path)) && !isSkipped(path) && isNoText(root, path),
  )
  return {
    paths,
    leftOut: [...leftOut, ...lost.map((path): LeftOut => ({ path, why: 'is no UTF-8' }))],
  }
}

/** All files that git knows below a folder, those of submodules and of other repositories there included; undefined where git has no say. */
export async function knownBelow(
  root: string,
  listGitFiles: ListGitFiles,
): Promise<Below | undefined> {
  const listing = await listGitFiles(root)
  if (listing === undefined) return undefined
  const paths = [...listing.paths]
  const leftOut = listing.unread.map((path): LeftOut => ({ path, why: 'may not be read' }))
  for (const path of listing.repositories) {
    if (isSkipped(path)) continue
    const folder = join(root, path)
    if (readFolder(folder)?.length === 0) {
      leftOut.push({ path, why: 'is a submodule that is not checked out' })
      continue
    }
    const below = (await knownBelow(folder, listGitFiles)) ?? walk(folder)
    paths.push(...below.paths.map((each) => join(path, each)))
    leftOut.push(...below.leftOut.map((each) => ({ ...each, path: join(path, each.path) })))
  }
  return { paths, leftOut }
}

/** Every file below a folder, where git has no say. */
function walk(root: string): Below {
  const paths: string[] = []
  const leftOut: LeftOut[] = []
  const open = ['']
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = readFolder(join(root, folder))
    if (entries === undefined)
      leftOut.push({
        path: folder || '.',
        why: isNoText(root, folder) ? 'is no UTF-8' : 'may not be read',
      })
    for (const entry of entries ?? []) {
      const path = join(folder, entry.name)
      if (entry.isFile()) paths.push(path)
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) open.push(path)
    }
  }
  return { paths, leftOut }
}

/** Undefined where it can't be read; what is not there has no entries. */
function readFolder(path: string): readonly Dirent[] | undefined {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    return /^ENO(ENT|TDIR)$/.test(messageOf(error)) && !path.includes('\uFFFD') ? [] : undefined
  }
}

/** Whether bytes of a name were lost on its way to text. The sign for that may also be a name's own. */
const isNoText = (root: string, path: string): boolean =>
  path.includes('\uFFFD') && lstatSync(join(root, path), { throwIfNoEntry: false }) === undefined

/** Git lists links and deleted files too. */
function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
