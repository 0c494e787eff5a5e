import type { Forge, Pull, Repository } from '../forge.ts'

/** Which branches a campaign looks at. */
export interface BranchChoice {
  readonly branchPrefix: string
  readonly fork: boolean
}

/**
 * The pull requests of a repository whose branch can be this campaign's, newest first: those of the repository's own branches; where the
 * campaign goes by a fork, those of the token owner's fork, and no others, for another campaign may have the same services. A stranger's
 * fork can have a branch of that name, too. Throws ForgeError.
 */
export async function pullsOfOurs(
  forge: Forge,
  repository: Repository,
  { branchPrefix, fork }: BranchChoice,
): Promise<readonly Pull[]> {
  const viewer = fork && !repository.canPush ? await forge.viewer() : undefined
  const pulls = await forge.pulls(repository, branchPrefix)
  return pulls.filter(({ headRepository }) => {
    if (viewer !== undefined) return headRepository?.startsWith(`${viewer}/`) === true
    return headRepository === undefined || headRepository === repository.path
  })
}
