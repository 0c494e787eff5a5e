import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import type { Dirent } from 'node:fs'
import path from 'node:path'
import type { BuildUse } from './consumers/build-use.ts'
import type { EntryKind } from './entry-kind.ts'
import type { Manifest } from './consumers/kubernetes/manifest.ts'

/** The entries of a folder by name, sorted by name. */
export type Entries = ReadonlyMap<string, EntryKind>

/**
 * What was read of the disk, shared by all Dockerfiles of one run: make one for each run, and a new one to see later changes.
 * All paths are absolute. What can't be read is as if it were missing; nothing throws.
 */
export interface ProjectCache {
  /** Empty where there is no such folder. */
  readonly entries: (folder: string) => Entries
  /** Where a link leads in the end, and what is there; undefined where it dangles or loops. */
  readonly followLink: (
    path: string,
  ) => { readonly path: string; readonly kind: EntryKind } | undefined
  /** The nearest folder at or above this one that has a `.git`; undefined where there is none. */
  readonly gitRoot: (folder: string) => string | undefined
  /**
   * The text of a regular file; undefined where it is over 2 MB or binary (has a NUL among its first 8,000 bytes, as git tells).
   * Not remembered: texts are what would fill the memory.
   */
  readonly readText: (file: string) => string | undefined
  /** Whether its mode lets only the owner, or the group, read a file: 600, 640. */
  readonly isClosed: (file: string) => boolean
  /** Whether its mode lets its owner execute a file; for `others`, everybody. */
  readonly isExecutable: (file: string, others: boolean) => boolean
  /** Filled by find-build-uses.ts: the uses that stand in a folder's own files, by absolute path of the Dockerfile. */
  readonly usesByFolder: Map<string, ReadonlyMap<string, readonly BuildUse[]>>
  /** Filled by kubernetes/find-manifests.ts. */
  readonly manifestsByFolder: Map<string, Manifest>
}

/** Folders remembered at a time; Dockerfiles come sorted by path, so what is dropped first is needed no more. */
const FOLDERS = 4_000

/** Above this no file is read as text, in bytes. */
const TEXT_LIMIT = 2 * 1024 * 1024

/** The names of a folder's own files. */
export function fileNames(folder: string, cache: Pick<ProjectCache, 'entries'>): readonly string[] {
  return [...cache.entries(folder)].flatMap(([name, kind]) => (kind === 'file' ? [name] : []))
}

export function createProjectCache(): ProjectCache {
  const entries = remember(readEntries)
  return {
    entries,
    followLink: remember(followLink),
    gitRoot: findGitRoot(entries),
    readText,
    isClosed,
    isExecutable,
    usesByFolder: new Map(),
    manifestsByFolder: new Map(),
  }
}

function findGitRoot(entries: ProjectCache['entries']): ProjectCache['gitRoot'] {
  const gitRoot: ProjectCache['gitRoot'] = remember((folder) => {
    // Asked of the listing, which is needed anyway: a look at the disk for each folder is what costs time here.
    if (entries(folder).has('.git')) return folder
    const above = path.dirname(folder)
    return above === folder ? undefined : gitRoot(above)
  })
  return gitRoot
}

function readText(file: string): string | undefined {
  try {
    const found = statSync(file)
    if (!found.isFile() || found.size > TEXT_LIMIT) return undefined
    return textOfBytes(readFileSync(file))
  } catch {
    return undefined
  }
}

function isClosed(file: string): boolean {
  try {
    return (statSync(file).mode & 0o004) === 0
  } catch {
    return false
  }
}

function isExecutable(file: string, others: boolean): boolean {
  try {
    return (statSync(file).mode & (others ? 0o001 : 0o100)) !== 0
  } catch {
    return false
  }
}

/** The text of a file's content; undefined where a build context gives none, see {@link ProjectCache.readText}. */
export function textOfBytes(bytes: Uint8Array): string | undefined {
  const isText = bytes.length <= TEXT_LIMIT && !bytes.subarray(0, 8_000).includes(0)
  return isText ? Buffer.from(bytes).toString('utf8') : undefined
}

function readEntries(folder: string): Entries {
  try {
    return new Map(
      readdirSync(folder, { withFileTypes: true })
        .map((entry): [string, EntryKind] => [entry.name, kindOf(entry)])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    )
  } catch {
    return new Map()
  }
}

function followLink(link: string): { path: string; kind: EntryKind } | undefined {
  try {
    const target = realpathSync(link)
    return { path: target, kind: kindOf(statSync(target)) }
  } catch {
    return undefined
  }
}

function kindOf(entry: Pick<Dirent, 'isFile' | 'isDirectory' | 'isSymbolicLink'>): EntryKind {
  if (entry.isFile()) return 'file'
  if (entry.isDirectory()) return 'folder'
  return entry.isSymbolicLink() ? 'link' : 'other'
}

/** A function of a path that keeps its last answers. */
function remember<T>(find: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly answer: T }>()
  return (key) => {
    const before = known.get(key)
    if (before) return before.answer
    const answer = find(key)
    known.set(key, { answer })
    if (known.size > FOLDERS) {
      const [oldest] = known.keys()
      if (oldest !== undefined) known.delete(oldest)
    }
    return answer
  }
}
