import type { Campaign, Target } from './settings.ts'

/**
 * Counts the pull requests of the campaign that are open already, so that `--max-open` holds for all repositories, those that come
 * last included. Gives the repositories, looked up. Throws ForgeError.
 */
export async function countOpen(
  campaign: Campaign,
  targets: AsyncIterable<Target> | Iterable<Target>,
): Promise<readonly Target[]> {
  const { forge, choice } = campaign
  const found: Target[] = []
  for await (const target of targets) {
    if (campaign.interrupt.aborted) break
    const repository = 'cloneUrl' in target ? target : await forge.repository(target.path)
    if (repository?.defaultBranch === undefined) {
      found.push(target)
      continue
    }
    const pulls = await forge.pulls(repository, choice.branchPrefix)
    // They are counted again, one by one, as the run comes to them.
    campaign.counts.elsewhere.set(
      repository.path,
      pulls.filter(({ state }) => state === 'open').length,
    )
    found.push(repository)
  }
  return found
}
