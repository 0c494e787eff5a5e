import type { Status } from '../../publish/campaign/record.ts'
import { statuses, statusWords } from '../../publish/campaign/record.ts'
import type { CampaignEnd } from '../../publish/campaign/run-campaign.ts'
import type { CampaignEvent, Did } from '../../publish/campaign/settings.ts'

/** Counts what a run did, for its last line and its exit code. */
export interface PrSummary {
  readonly count: (event: CampaignEvent) => void
  readonly end: (end: CampaignEnd) => void
  readonly text: (
    isInterrupted: boolean,
    /** Where a dry run wrote, and how many pull requests. */
    folder: { readonly name: string; readonly count: number } | undefined,
  ) => string
  readonly exitCode: () => number
}

export function summarize(): PrSummary {
  const byStatus = new Map<Status, number>()
  const byDeed = new Map<Did, number>()
  let services = 0
  let skipped = 0
  let stopped: string | undefined
  let canGoOn = false
  let failedRepositories = 0
  const add = <K>(counts: Map<K, number>, key: K): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return {
    count: (event) => {
      if (event.kind === 'repository' && event.skipped !== undefined) skipped++
      if (event.kind !== 'service') return
      services++
      add(byStatus, event.record.status)
      add(byDeed, event.did)
    },
    end: (end) => {
      stopped ??= end.stopped?.message
      canGoOn ||= end.stopped !== undefined && end.stopped.problem !== 'unauthorized'
      failedRepositories += end.failedRepositories.length
    },
    text: (isInterrupted, folder) => {
      const deeds = (['opened', 'rebuilt', 'repaired', 'closed'] as const).flatMap((did) => {
        const count = byDeed.get(did)
        return count === undefined ? [] : [`${count} ${did}`]
      })
      const states = statuses.flatMap((status) => {
        const count = byStatus.get(status)
        return count === undefined ? [] : [`${count} ${statusWords[status]}`]
      })
      const passed =
        skipped === 0
          ? ''
          : `, ${skipped} ${skipped === 1 ? 'repository' : 'repositories'} passed over`
      const head = `${services} ${services === 1 ? 'service' : 'services'}: ${[...states].join(', ') || 'none'}${passed}`
      const nothing = isInterrupted
        ? 'Interrupted; what was begun is taken up by the next run.'
        : 'Nothing was written to the host.'
      const did = deeds.length === 0 ? nothing : `This run: ${deeds.join(', ')}.`
      const end = [
        folder === undefined
          ? did
          : folder.count === 0
            ? 'Nothing was sent, and nothing would be.'
            : `Nothing was sent; bodies and patches are in ${folder.name}.`,
        ...(stopped === undefined ? [] : [`Stopped: ${stopped}`]),
        ...(isInterrupted || canGoOn ? ['The same command goes on where this one ended.'] : []),
      ]
      return `${head}\n${end.join('\n')}\n`
    },
    exitCode: () => {
      if (stopped !== undefined) return 2
      const isPartial =
        failedRepositories > 0 ||
        (byStatus.get('failed') ?? 0) > 0 ||
        (byStatus.get('not-same') ?? 0) > 0
      return isPartial ? 3 : 0
    },
  }
}
