import { z } from 'zod'
import { ForgeError, type ForgeProblem } from '../../forge-error.ts'
import type { BranchChange, Repository } from '../../forge.ts'
import { type BitbucketApi, routeOf } from './api.ts'
import { executableType } from './form.ts'
import { branchShape } from './shapes.ts'
import { encodeFilePath } from '../rest/rest-path.ts'

export const branchRoute = (repository: Pick<Repository, 'path'>, branch: string) =>
  `${routeOf(repository)}/refs/branches/${encodeFilePath(branch)}`

/** The commit that a branch points to; undefined where there is no such branch. */
export async function readHead(
  { client, commits }: BitbucketApi,
  repository: Pick<Repository, 'path'>,
  branch: string,
): Promise<string | undefined> {
  const found = await client.find(branchRoute(repository, branch), branchShape)
  if (found === undefined) return undefined
  commits.set(abbreviated(found.target.hash), found.target.hash)
  return found.target.hash
}

/** So long are the ids of commits in pull requests. */
export const abbreviated = (hash: string) => hash.slice(0, 12)

/**
 * A commit by upload: https://developer.atlassian.com/cloud/bitbucket/rest/api-group-source/#api-repositories-workspace-repo-slug-src-post
 * With `parents`, a new branch stands on that commit, and one that is there has to point to it, or it is status 409. (A branch that
 * somebody made on the very base, and put nothing on, is taken over: nothing is lost by that.)
 *
 * Bitbucket's API moves no branch. For a rebuild it is removed and made again, and its pull request, which knows it by its name, stays
 * open meanwhile. Where it can't be made, it is put back to where it was.
 */
export async function pushBitbucket(
  api: BitbucketApi,
  repository: Repository,
  change: BranchChange,
): Promise<string> {
  const { branch, expected } = change
  if (expected === undefined) return commitFiles(api, repository, change, 'exists')
  const moved = new ForgeError(
    'moved',
    `The branch ${branch} no longer points to what was expected.`,
  )
  if ((await readHead(api, repository, branch)) !== expected) throw moved
  if (!(await removeBranch(api, repository, branch))) throw moved
  try {
    return await commitFiles(api, repository, change, 'moved')
  } catch (error) {
    await restore(api, repository, branch, expected)
    throw error
  }
}

/** False where it is gone already. */
export async function removeBranch(
  { client }: BitbucketApi,
  repository: Pick<Repository, 'path'>,
  branch: string,
): Promise<boolean> {
  try {
    await client.write('DELETE', branchRoute(repository, branch), undefined, z.unknown())
    return true
  } catch (error) {
    if (error instanceof ForgeError && error.problem === 'not-found') return false
    throw error
  }
}

/** Not where somebody has made it anew: then it is theirs. What went wrong before is what counts. */
async function restore(
  { client }: BitbucketApi,
  repository: Repository,
  name: string,
  hash: string,
): Promise<void> {
  const path = `${routeOf(repository)}/refs/branches`
  await client.write('POST', path, { name, target: { hash } }, z.unknown()).catch(() => undefined)
}

async function commitFiles(
  api: BitbucketApi,
  repository: Repository,
  change: BranchChange,
  conflict: ForgeProblem,
): Promise<string> {
  const { branch, base, files, message } = change
  const form = new FormData()
  form.append('message', message)
  form.append('branch', branch)
  form.append('parents', base)
  for (const { path, content, mode } of files) {
    const type = mode === '100755' ? executableType : 'application/octet-stream'
    // The slash in front tells a file named `message` from the message.
    form.append(`/${path}`, new File([content], path, { type }))
  }
  await api.client.write('POST', `${routeOf(repository)}/src`, form, z.unknown(), {
    problem: (status) => (status === 409 ? conflict : undefined),
  })
  // The answer has no body; its Location header has the commit, which the branch has too.
  const head = await readHead(api, repository, branch)
  if (head !== undefined) return head
  throw new ForgeError('moved', `The branch ${branch} was removed just after it was made.`)
}
