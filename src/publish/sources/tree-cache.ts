import path from 'node:path'
import type { EntryKind } from '../../project/entry-kind.ts'
import { type Entries, type ProjectCache, textOfBytes } from '../../project/project-cache.ts'
import type { CommitFiles, Tree, TreeEntry } from './tree.ts'

/** A commit's files as if they were checked out at `root`, and those that were asked for and are not here yet. */
export interface TreeCache extends ProjectCache {
  readonly missing: ReadonlyMap<string, TreeEntry>
}

/** Links that are followed in a row, as Linux does it. */
const LINKS = 40

/**
 * The files of a commit for the core, which reads folders on disk. A file whose content is not there counts as missing, and is noted, so
 * that it can be fetched and the core be asked again.
 */
export function treeCache(root: string, { tree, known }: CommitFiles): TreeCache {
  const missing = new Map<string, TreeEntry>()
  const { files, folders } = indexOf(root, tree)

  const contentOf = (entry: TreeEntry): Uint8Array | undefined => {
    const content = known.get(entry.id)
    if (content === undefined) missing.set(entry.id, entry)
    return content
  }

  const follow = (link: string, left: number): ReturnType<ProjectCache['followLink']> => {
    let at = root
    for (const name of path.relative(root, link).split(path.sep)) {
      if (name === '..') return undefined
      if (name === '') continue
      at = path.join(at, name)
      const entry = files.get(at)
      if (entry?.mode !== '120000') continue
      const target = left > 0 ? contentOf(entry) : undefined
      if (target === undefined) return undefined
      const found = follow(path.resolve(path.dirname(at), Buffer.from(target).toString()), left - 1)
      if (found === undefined) return undefined
      at = found.path
    }
    const kind = folders.has(at) ? 'folder' : kindOf(files.get(at))
    return kind === undefined ? undefined : { path: at, kind }
  }

  return {
    missing,
    entries: (folder) => folders.get(folder) ?? new Map(),
    followLink: (link) => follow(link, LINKS),
    gitRoot: (folder) => (isAtOrBelow(root, folder) ? root : undefined),
    // Git keeps no such mode.
    isClosed: () => false,
    isExecutable: (file) => files.get(file)?.mode === '100755',
    readText: (file) => {
      const entry = files.get(file)
      if (kindOf(entry) !== 'file' || entry === undefined) return undefined
      const content = contentOf(entry)
      return content && textOfBytes(content)
    },
    usesByFolder: new Map(),
    manifestsByFolder: new Map(),
  }
}

interface TreeIndex {
  readonly files: ReadonlyMap<string, TreeEntry>
  readonly folders: ReadonlyMap<string, Entries>
}

const indexes = new WeakMap<Tree, TreeIndex>()

/** The files by absolute path, and each folder's entries. Made once for a tree: the rounds of one repository share it. */
function indexOf(root: string, tree: Tree): TreeIndex {
  const before = indexes.get(tree)
  if (before) return before
  const files = new Map<string, TreeEntry>()
  const folders = new Map<string, Map<string, EntryKind>>()
  const folder = (place: string): Map<string, EntryKind> => {
    const there = folders.get(place)
    if (there) return there
    const made = new Map<string, EntryKind>()
    folders.set(place, made)
    if (place !== root) folder(path.dirname(place)).set(path.basename(place), 'folder')
    return made
  }
  folder(root).set('.git', 'folder')
  for (const entry of tree.entries) {
    const place = path.join(root, entry.path)
    files.set(place, entry)
    // A submodule that nobody has checked out is an empty folder.
    if (entry.mode === '160000') folder(place)
    const kind = kindOf(entry) ?? 'other'
    folder(path.dirname(place)).set(path.basename(place), kind)
  }
  const sorted = new Map(
    [...folders].map(([place, names]): [string, Entries] => [
      place,
      new Map([...names].sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  )
  const made = { files, folders: sorted }
  indexes.set(tree, made)
  return made
}

function kindOf(entry: TreeEntry | undefined): EntryKind | undefined {
  switch (entry?.mode) {
    case '100644':
    case '100755':
      return 'file'
    case '120000':
      return 'link'
    case '160000':
      return 'folder'
    case undefined:
      return undefined
  }
}

function isAtOrBelow(root: string, folder: string): boolean {
  const way = path.relative(root, folder)
  return way === '' || !(way === '..' || way.startsWith(`..${path.sep}`))
}
