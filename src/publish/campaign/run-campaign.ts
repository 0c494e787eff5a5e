import { mapInOrder } from '../../verify/map-in-order.ts'
import { ForgeError } from '../forge-error.ts'
import { countOpen } from './count-open.ts'
import { endsCampaign, runRepository } from './run-repository.ts'
import type { Campaign, Target } from './settings.ts'

/** How a campaign ended: through, or why it stopped. */
export interface CampaignEnd {
  readonly failedRepositories: readonly { readonly path: string; readonly reason: string }[]
  /** Why the rest was left for another run. */
  readonly stopped: ForgeError | undefined
}

/** Repositories in a row that the host does not answer for, after which the rest is left. */
const patience = 5

/**
 * Works through repositories, `atOnce` at a time. One that fails never stops the rest; a host that refuses the token, or takes no more
 * requests, does. Never throws ForgeError.
 */
export async function runCampaign(
  campaign: Campaign,
  targets: AsyncIterable<Target> | Iterable<Target>,
  atOnce: number,
): Promise<CampaignEnd> {
  const failed: { path: string; reason: string }[] = []
  let stopped: ForgeError | undefined
  let unreachable = 0

  const work = async (target: Target): Promise<void> => {
    if (stopped !== undefined || campaign.interrupt.aborted || isPilotDone(campaign)) return
    try {
      const repository =
        'cloneUrl' in target ? target : await campaign.forge.repository(target.path)
      if (repository === undefined)
        throw new ForgeError(
          'not-found',
          'There is no such repository, or the token may not see it.',
        )
      await runRepository(campaign, repository)
      unreachable = 0
    } catch (error) {
      if (campaign.interrupt.aborted) return
      if (error instanceof ForgeError && endsCampaign(error)) stopped ??= error
      else if (
        error instanceof ForgeError &&
        error.problem === 'unreachable' &&
        ++unreachable >= patience
      )
        stopped ??= error
      const reason = error instanceof Error ? error.message : String(error)
      failed.push({ path: target.path, reason })
      campaign.seen({
        kind: 'repository',
        repository: `${campaign.forge.host}/${target.path}`,
        skipped: reason,
      })
    }
  }

  try {
    const all =
      campaign.choice.maxOpen === undefined ? each(targets) : await countOpen(campaign, targets)
    for await (const _ of mapInOrder(each(all), atOnce, work));
  } catch (error) {
    // The list of repositories itself.
    if (!(error instanceof ForgeError)) throw error
    stopped ??= error
  }
  return { failedRepositories: failed, stopped }
}

function isPilotDone({ choice, counts }: Campaign): boolean {
  return choice.pilot !== undefined && counts.opened >= choice.pilot
}

async function* each(targets: AsyncIterable<Target> | Iterable<Target>): AsyncGenerator<Target> {
  yield* targets
}
