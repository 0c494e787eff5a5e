import { atOnce } from '../at-once.ts'
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
 * Works through repositories, `jobs` at a time. One that fails never stops the rest; a host that refuses the token, or takes no more
 * requests, does. Never throws ForgeError.
 */
export async function runCampaign(
  campaign: Campaign,
  targets: AsyncIterable<Target> | Iterable<Target>,
  jobs: number,
): Promise<CampaignEnd> {
  const failed: { path: string; reason: string }[] = []
  const end: { stopped: ForgeError | undefined } = { stopped: undefined }
  let unreachable = 0

  const isInterrupted = (): boolean => campaign.interrupt.aborted
  const work = async (target: Target): Promise<void> => {
    if (end.stopped !== undefined || isInterrupted() || isPilotDone(campaign)) return
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
      if (isInterrupted()) return
      if (error instanceof ForgeError && endsCampaign(error)) end.stopped ??= error
      else if (
        error instanceof ForgeError &&
        error.problem === 'unreachable' &&
        ++unreachable >= patience
      )
        end.stopped ??= error
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
    const all = campaign.choice.maxOpen === undefined ? targets : await countOpen(campaign, targets)
    await atOnce(all, jobs, work)
  } catch (error) {
    // The list of repositories itself.
    if (!(error instanceof ForgeError)) throw error
    end.stopped ??= error
  }
  return { failedRepositories: failed, stopped: end.stopped }
}

function isPilotDone({ choice, counts }: Campaign): boolean {
  return choice.pilot !== undefined && counts.opened >= choice.pilot
}
