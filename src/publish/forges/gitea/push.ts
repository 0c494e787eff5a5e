import { ForgeError } from '../../forge-error.ts'
import type { BranchChange, Repository } from '../../forge.ts'
import { nothing } from './answers.ts'
import type { GiteaApi } from './api.ts'
import { branchRoute, createCommit, readHead, removeBranch, removeBranchAt } from './branches.ts'
import { findLostCommit } from './lost-commit.ts'

/** Does the host know how to point a branch to a commit? Undefined until it was asked. */
export interface GiteaAbilities {
  canMoveBranches: boolean | undefined
}

/** Makes the commit and points the branch to it. Throws ForgeError 'exists' and 'moved'. */
export async function pushChange(
  api: GiteaApi,
  abilities: GiteaAbilities,
  repository: Repository,
  change: BranchChange,
): Promise<string> {
  if (change.expected === undefined) return makeBranch(api, repository, change, change.branch)
  if (abilities.canMoveBranches !== false) {
    const moved = await moveBranch(api, repository, change, change.expected)
    abilities.canMoveBranches = moved !== undefined
    if (moved !== undefined) return moved
  }
  return overwriteBranch(api, repository, change, change.expected)
}

async function makeBranch(
  api: GiteaApi,
  repository: Repository,
  change: BranchChange,
  branch: string,
): Promise<string> {
  try {
    return await createCommit(api, repository, change, branch)
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error
    // An answer of Gitea itself (500) says that it was not done; one of a proxy, or none, says nothing.
    const isUnclear = error.problem === 'unreachable' || error.problem === 'server'
    if (!isUnclear) throw error
    return findLostCommit(api, repository, change, branch, error)
  }
}

/**
 * Gitea 1.26 and newer: the commit is made on a branch of its own, then the right one is pointed to it; the server compares what it
 * pointed to. Undefined where the host does not know that request. https://github.com/go-gitea/gitea/pull/35951
 */
async function moveBranch(
  api: GiteaApi,
  repository: Repository,
  change: BranchChange,
  expected: string,
): Promise<string | undefined> {
  const aside = asideOf(change.branch)
  const commit = await makeAside(api, repository, change, aside)
  const route = branchRoute(repository, change.branch)
  const body = { new_commit_id: commit, old_commit_id: expected, force: true }
  try {
    await api.client.write('PUT', route, body, nothing)
    return commit
  } catch (error) {
    if (!(error instanceof ForgeError) || error.problem === 'interrupted') throw error
    if (error.status === 405) return undefined
    // Gitea and git have many words for "moved", some of them none at all.
    const head = await readHead(api, repository, change.branch)
    if (head === commit) return commit
    throw head === expected ? error : moved(repository, change.branch, expected)
  } finally {
    await removeAside(api, repository, aside, commit)
  }
}

const moved = ({ path }: Repository, branch: string, expected: string) =>
  new ForgeError('moved', `The branch ${branch} of ${path} does not point to ${expected} any more.`)

/** Gitea takes no names of more than 100 characters here. */
const asideOf = (branch: string) => `${branch.slice(0, 86)}.msb-rebuild`

/** What a run that was broken off left there is no one's work, and goes. */
async function makeAside(
  api: GiteaApi,
  repository: Repository,
  change: BranchChange,
  aside: string,
): Promise<string> {
  const isThere = (error: unknown) => error instanceof ForgeError && error.problem === 'exists'
  try {
    return await makeBranch(api, repository, change, aside)
  } catch (error) {
    if (!isThere(error)) throw error
  }
  await removeBranch(api, repository, aside)
  try {
    return await makeBranch(api, repository, change, aside)
  } catch (error) {
    if (!isThere(error)) throw error
    throw new ForgeError(
      'moved',
      `The branch ${change.branch} of ${repository.path} is just being rebuilt by someone else.`,
    )
  }
}

/** The branch is moved already or never will be: if this fails, the next rebuild does it. */
async function removeAside(
  api: GiteaApi,
  repository: Repository,
  aside: string,
  commit: string,
): Promise<void> {
  try {
    await removeBranchAt(api, repository, aside, commit)
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error
  }
}

/**
 * Forgejo: the branch is overwritten. It does not compare what the branch pointed to, so this looks right before. The field has another
 * name than in Gitea 1.26; older hosts know neither, and refuse because the branch is there. Nothing is lost then: to remove the branch
 * and make it again would close its pull request.
 */
async function overwriteBranch(
  api: GiteaApi,
  repository: Repository,
  change: BranchChange,
  expected: string,
): Promise<string> {
  if ((await readHead(api, repository, change.branch)) !== expected) {
    throw moved(repository, change.branch, expected)
  }
  const force = { force_push: true, force_overwrite_new_branch: true }
  try {
    return await createCommit(api, repository, change, change.branch, force)
  } catch (error) {
    if (!(error instanceof ForgeError && error.problem === 'exists')) throw error
    throw new ForgeError(
      'invalid',
      `${api.host} can't rebuild the branch ${change.branch} of ${repository.path}: that needs Gitea 1.26, or a Forgejo whose API can overwrite branches.`,
      error.status,
    )
  }
}
