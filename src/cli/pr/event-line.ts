import { statusWords } from '../../publish/campaign/record.ts'
import type { CampaignEvent } from '../../publish/campaign/settings.ts'
import { shownLine } from '../../report/paint.ts'

/** A line about what a run did or found; empty for what is not worth one. */
export function eventLine(event: CampaignEvent, isQuiet: boolean): string {
  switch (event.kind) {
    case 'note':
      return `${'note'.padEnd(12)} ${shownLine(event.repository)}: ${shownLine(event.text)}\n`
    case 'repository':
      return event.skipped === undefined
        ? ''
        : `${'passed over'.padEnd(12)} ${shownLine(event.repository)}: ${shownLine(event.skipped)}\n`
    case 'service': {
      const { record, did, repository } = event
      const isPlain = did === 'nothing' && record.status === 'unchanged'
      if (isPlain && isQuiet) return ''
      const word = did === 'nothing' ? statusWords[record.status] : did
      const why =
        record.reason === undefined
          ? ''
          : `: ${record.code === undefined ? '' : `${record.code}: `}${record.reason}`
      const url =
        record.pull === undefined || record.pull.url === '' ? '' : ` ${shownLine(record.pull.url)}`
      return `${word.padEnd(12)} ${shownLine(`${repository} ${record.title}`)}${url}${shownLine(why)}\n`
    }
  }
}
