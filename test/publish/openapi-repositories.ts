import { createHash } from 'node:crypto'

/** Repositories in memory, as git has them: enough of it for a host's stand-in. */
export interface StoredFile {
  readonly content: Buffer
  readonly mode: string
}

export type Files = ReadonlyMap<string, StoredFile>

export interface StoredCommit {
  readonly sha: string
  readonly message: string
  readonly parents: readonly string[]
  readonly files: Files
}

export interface StoredRepository {
  readonly path: string
  readonly branches: Map<string, string>
  readonly commits: Map<string, StoredCommit>
}

/** What a commit does to a file, against its first parent. */
export interface StoredChange {
  readonly path: string
  readonly before: StoredFile | undefined
  readonly after: StoredFile | undefined
}

export const createRepository = (path: string): StoredRepository => ({
  path,
  branches: new Map(),
  commits: new Map(),
})

/** https://git-scm.com/book/en/v2/Git-Internals-Git-Objects */
export const blobId = (content: Buffer): string =>
  createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex')

let made = 0

export function addCommit(
  repository: StoredRepository,
  commit: Omit<StoredCommit, 'sha'>,
): StoredCommit {
  // Two commits with the same content are two, as they are at other moments.
  const rows = [...commit.files].map(([path, { mode, content }]) => [path, mode, blobId(content)])
  const text = JSON.stringify([(made += 1), commit.message, commit.parents, rows])
  const stored = { ...commit, sha: createHash('sha1').update(text).digest('hex') }
  repository.commits.set(stored.sha, stored)
  return stored
}

export const headOf = (repository: StoredRepository, branch: string): StoredCommit | undefined =>
  repository.commits.get(repository.branches.get(branch) ?? '')

/** A commit by its id or the begin of it, or a branch's. */
export function findCommit(repository: StoredRepository, name: string): StoredCommit | undefined {
  const whole = headOf(repository, name) ?? repository.commits.get(name)
  if (whole !== undefined || !/^[0-9a-f]{7,}$/.test(name)) return whole
  return [...repository.commits.values()].find(({ sha }) => sha.startsWith(name))
}

export function changesOf(repository: StoredRepository, commit: StoredCommit): StoredChange[] {
  const before = repository.commits.get(commit.parents[0] ?? '')?.files ?? new Map<string, never>()
  const paths = [...new Set([...before.keys(), ...commit.files.keys()])]
  return paths.flatMap((path) => {
    const [old, now] = [before.get(path), commit.files.get(path)]
    const isSame = old?.mode === now?.mode && old?.content.equals(now?.content ?? Buffer.alloc(0))
    return isSame && old && now ? [] : [{ path, before: old, after: now }]
  })
}

/** A branch's commits, the newest first, by first parents. */
export function historyOf(repository: StoredRepository, from: StoredCommit): StoredCommit[] {
  const commits: StoredCommit[] = []
  for (let at: StoredCommit | undefined = from; at !== undefined;) {
    commits.push(at)
    at = repository.commits.get(at.parents[0] ?? '')
  }
  return commits
}

/** Texts by path; a path that ends in `*` is executable, and one that is there stays as it was. */
export function filesOf(texts: Readonly<Record<string, string>>, before: Files = new Map()): Files {
  const files = new Map(before)
  for (const [name, text] of Object.entries(texts)) {
    const path = name.replace(/\*$/, '')
    const mode = name.endsWith('*') ? '100755' : (before.get(path)?.mode ?? '100644')
    files.set(path, { content: Buffer.from(text), mode })
  }
  return files
}

/** A person's commit on a branch. */
export function personCommits(
  repository: StoredRepository,
  branch: string,
  texts: Readonly<Record<string, string>>,
): string {
  const head = headOf(repository, branch)
  const { sha } = addCommit(repository, {
    message: 'By hand\n',
    parents: head === undefined ? [] : [head.sha],
    files: filesOf(texts, head?.files),
  })
  repository.branches.set(branch, sha)
  return sha
}
