import { dirname } from 'node:path/posix'
import { z } from 'zod'
import type { Commit, Repository } from '../../forge.ts'
import type { Tree, TreeEntry } from '../../sources/tree.ts'
import { findOrNone, type GitlabApi, readGitlab } from './api.ts'
import { commitShape, diffShape, treeEntryShape } from './shapes.ts'

/** Entries on a page, and pages of a tree: with more, git is the cheaper way. */
const perPage = 100
const treePages = 10
/** Each is a request of its own. */
const blobLimit = 8

const fileModes = z.enum(['100644', '100755', '120000', '160000'])

/** All files of a commit, or those of one folder ('' is the root). Undefined where there are more than a few requests give. */
export async function readTree(
  { gitlab }: GitlabApi,
  repository: Repository,
  commit: string,
  folder?: string,
): Promise<Tree | undefined> {
  const answer = await gitlab.Repositories.allRepositoryTrees(repository.path, {
    ref: commit,
    recursive: folder === undefined,
    ...(folder === undefined || folder === '' ? {} : { path: folder }),
    pagination: 'keyset',
    perPage,
    maxPages: treePages,
  })
  const found = readGitlab(z.array(treeEntryShape), answer, 'A tree')
  if (found.length >= perPage * treePages) return undefined
  const entries = found.flatMap(({ id, path, mode, type }): readonly TreeEntry[] => {
    if (type === 'tree') return []
    // A group may write to a few old files: to git now that is a plain one.
    const known = fileModes.safeParse(mode)
    return [{ path, id, mode: known.success ? known.data : '100644', size: undefined }]
  })
  return { commit, entries }
}

export async function readBlobs(
  { gitlab }: GitlabApi,
  repository: Repository,
  entries: readonly TreeEntry[],
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  if (entries.length > blobLimit) return undefined
  const blobs = new Map<string, Uint8Array>()
  for (const { id } of entries) {
    const raw = await findOrNone(gitlab.Repositories.showBlobRaw(repository.path, id))
    const bytes = readGitlab(z.instanceof(Uint8Array).optional(), raw, 'A file')
    if (bytes !== undefined) blobs.set(id, bytes)
  }
  return blobs
}

/** A commit's differences have no object ids: they are read from the folders of the files. */
export async function readCommit(
  api: GitlabApi,
  repository: Repository,
  sha: string,
): Promise<Commit> {
  const { Commits } = api.gitlab
  const commit = readGitlab(commitShape, await Commits.show(repository.path, sha), 'A commit')
  const diffs = readGitlab(
    z.array(diffShape),
    await Commits.showDiff(repository.path, sha, { perPage }),
    'The differences of a commit',
  )
  const gone = diffs.flatMap(({ deleted_file, renamed_file, old_path }) =>
    deleted_file || renamed_file ? [old_path] : [],
  )
  const there = diffs.flatMap(({ deleted_file, new_path }) => (deleted_file ? [] : [new_path]))
  const ids = new Map<string, string>()
  for (const folder of new Set(there.map(folderOf))) {
    const tree = await readTree(api, repository, sha, folder)
    for (const { path, id } of tree?.entries ?? []) ids.set(path, id)
  }
  return {
    sha: commit.id,
    message: commit.message,
    parents: commit.parent_ids,
    files: [
      ...there.map((path) => ({ path, id: ids.get(path) })),
      ...gone.map((path) => ({ path, id: undefined })),
    ],
  }
}

const folderOf = (path: string) => (dirname(path) === '.' ? '' : dirname(path))
