import { ForgeError, type ForgeProblem } from '../../forge-error.ts'
import type { BranchChange, Repository } from '../../forge.ts'
import { changeAnswer, nothing, refsAnswer } from './answers.ts'
import { type GiteaApi, routeOf } from './api.ts'
import { encodeFilePath } from '../rest/rest-path.ts'

/**
 * The commit that a branch points to; undefined where there is none. Asked of the repository itself: Gitea's own list of branches lags
 * behind a push.
 */
export async function readHead(
  { client }: GiteaApi,
  repository: Pick<Repository, 'path'>,
  branch: string,
): Promise<string | undefined> {
  const name = `refs/heads/${branch}`
  const route = `${routeOf(repository)}/git/${encodeFilePath(name)}`
  const found = await client.find(route, refsAnswer)
  return found?.find(({ ref }) => ref === name)?.object.sha
}

export const branchRoute = (repository: Pick<Repository, 'path'>, branch: string) =>
  `${routeOf(repository)}/branches/${encodeFilePath(branch)}`

/** Removes a branch unless it has moved since. */
export async function removeBranchAt(
  api: GiteaApi,
  repository: Pick<Repository, 'path'>,
  branch: string,
  commit: string,
): Promise<void> {
  if ((await readHead(api, repository, branch)) === commit) {
    await removeBranch(api, repository, branch)
  }
}

export async function removeBranch(
  { client }: GiteaApi,
  repository: Pick<Repository, 'path'>,
  branch: string,
): Promise<void> {
  try {
    await client.write('DELETE', branchRoute(repository, branch), undefined, nothing)
  } catch (error) {
    const isGone = error instanceof ForgeError && error.problem === 'not-found'
    if (!isGone) throw error
  }
}

/**
 * Makes the commit of a change on its base branch, and a new branch that points to it; gives the commit's id. Gitea makes commits on
 * branches only, so where the base branch has moved the new one is taken back: 'moved'.
 */
export async function createCommit(
  api: GiteaApi,
  repository: Repository,
  change: BranchChange,
  newBranch: string,
  extra: Readonly<Record<string, boolean>> = {},
): Promise<string> {
  const body = {
    branch: change.baseBranch,
    new_branch: newBranch,
    message: change.message,
    files: change.files.map(operationOf),
    ...extra,
  }
  const { commit } = await api.client.write(
    'POST',
    `${routeOf(repository)}/contents`,
    body,
    changeAnswer,
    { problem: problemOfChange },
  )
  if (commit.parents?.[0]?.sha === change.base) return commit.sha
  await removeBranchAt(api, repository, newBranch, commit.sha)
  throw new ForgeError(
    'moved',
    `The branch ${change.baseBranch} of ${repository.path} has moved on since it was read.`,
  )
}

function operationOf({ path, content, mode, replaces }: BranchChange['files'][number]) {
  if (replaces === undefined && mode !== '100644') {
    throw new ForgeError('invalid', `Gitea's API can't make a new file with the mode ${mode}.`)
  }
  const encoded = Buffer.from(content).toString('base64')
  return replaces === undefined
    ? { operation: 'create', path, content: encoded }
    : { operation: 'update', path, content: encoded, sha: replaces }
}

/** Gitea tells refusals apart by their text alone. */
function problemOfChange(status: number, said: string): ForgeProblem | undefined {
  if (/branch already exists|reference already exists|non-fast-forward/i.test(said)) return 'exists'
  if (
    /sha does not match|file already exists|file does not exist|object does not exist/i.test(said)
  ) {
    return 'moved'
  }
  // Of two pushes at once one is refused by git itself.
  return /cannot lock ref/i.test(said) ? 'exists' : status === 409 ? 'moved' : undefined
}
