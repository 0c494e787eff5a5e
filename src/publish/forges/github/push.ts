import type { BranchChange, Repository } from '../../forge.ts'
import { objectAnswer } from './answers.ts'
import type { GithubBranches } from './branches.ts'
import { type GithubClient, placeOf } from './client.ts'

/** Makes the commit and points the branch to it; gives its id. Throws ForgeError 'exists' and 'moved'. */
export async function pushChange(
  client: GithubClient,
  branches: GithubBranches,
  repository: Repository,
  change: BranchChange,
): Promise<string> {
  const commit = await commitFiles(client, branches, repository, change)
  const { branch, expected } = change
  if (expected === undefined) await branches.create(repository, branch, commit)
  else await branches.move(repository, branch, expected, commit)
  return commit
}

/**
 * A tree and a commit by the git data API. What a second try makes twice is seen by nobody: objects that no branch leads to.
 * https://docs.github.com/en/rest/guides/using-the-rest-api-to-interact-with-your-git-database
 */
async function commitFiles(
  client: GithubClient,
  branches: GithubBranches,
  repository: Repository,
  { base, files, message }: BranchChange,
): Promise<string> {
  const place = placeOf(repository)
  const entries = files.map(({ path, mode, content }) => ({ path, mode, type: 'blob', content }))
  const tree = await client.write(
    'POST /repos/{owner}/{repo}/git/trees',
    { ...place, base_tree: await branches.treeOf(repository, base), tree: entries },
    objectAnswer,
  )
  // Without an author it is the token's owner, and GitHub signs the commits of apps.
  const commit = { message, tree: tree.sha, parents: [base] }
  const route = 'POST /repos/{owner}/{repo}/git/commits'
  return (await client.write(route, { ...place, ...commit }, objectAnswer)).sha
}
