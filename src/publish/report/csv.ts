import type { SurveyRow } from '../campaign/survey.ts'
import { csvLine } from '../../report/csv-line.ts'
import { type Standing, standings } from './standing.ts'

/** The header line: names don't change, new columns come last. */
const columns = [
  'repository',
  'service',
  'title',
  'state',
  'status',
  'code',
  'reason',
  'pull_number',
  'pull_url',
  'branch',
  'checks',
  'conflicts',
  'verdict',
  'bytes_before',
  'bytes_after',
  'ecosystem',
] as const

/** `pr report --format csv`: a header and one line a service. */
export function campaignCsv(rows: readonly SurveyRow[]): string {
  return [csvLine(columns), ...standings(rows).map(lineOf)].join('')
}

function lineOf({ row, state, url }: Standing): string {
  const { repository, service, checks, hasConflicts } = row
  const { pull, sizes } = service
  const isOpen = checks !== undefined || hasConflicts
  const cells: Readonly<Record<(typeof columns)[number], string | number | undefined>> = {
    repository,
    service: service.key,
    title: service.title,
    state,
    status: service.status,
    code: service.code,
    reason: service.reason,
    pull_number: pull?.number,
    pull_url: url,
    branch: service.branch,
    checks,
    conflicts: isOpen ? (hasConflicts ? 'yes' : 'no') : undefined,
    verdict: service.verdict,
    bytes_before: sizes?.before,
    bytes_after: sizes?.after,
    ecosystem: service.ecosystem,
  }
  return csvLine(columns.map((column) => cells[column]))
}
