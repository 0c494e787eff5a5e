import { ForgeError } from '../../forge-error.ts'
import type { BranchChange, Commit, Repository } from '../../forge.ts'
import type { GiteaApi } from './api.ts'
import { readHead } from './branches.ts'
import { readBlobs } from './contents.ts'
import { readCommit } from './files.ts'

/**
 * Did a request that got no clear answer make the commit after all? Gives its id if it stands on the branch. Throws `unclear` where
 * nothing does, and 'exists' where another commit does.
 */
export async function findLostCommit(
  api: GiteaApi,
  repository: Repository,
  change: BranchChange,
  branch: string,
  unclear: ForgeError,
): Promise<string> {
  const head = await readHead(api, repository, branch)
  if (head === undefined) throw unclear
  const commit = await readCommit(api, repository, head)
  if (isLike(commit, change) && (await hasContents(api, repository, commit, change))) return head
  throw new ForgeError('exists', `The branch ${branch} of ${repository.path} is there already.`)
}

function isLike({ parents, message, files }: Commit, change: BranchChange): boolean {
  const paths = new Set(files.map(({ path }) => path))
  return (
    parents[0] === change.base &&
    message.trim() === change.message.trim() &&
    paths.size === change.files.length &&
    change.files.every(({ path }) => paths.has(path))
  )
}

async function hasContents(
  api: GiteaApi,
  repository: Repository,
  { sha, files }: Commit,
  change: BranchChange,
): Promise<boolean> {
  const ids = new Map(files.map(({ path, id }) => [path, id]))
  const entries = change.files.map(({ path, mode }) => {
    return { path, mode, id: ids.get(path) ?? '', size: undefined }
  })
  const blobs = await readBlobs(api, repository, sha, entries)
  return change.files.every(({ path, content }) => {
    const bytes = blobs?.get(ids.get(path) ?? '')
    return bytes !== undefined && Buffer.from(content).equals(bytes)
  })
}
