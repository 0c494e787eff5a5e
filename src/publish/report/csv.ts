import type { SurveyRow } from '../campaign/survey.ts'
import { shownLine } from '../../report/paint.ts'
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

/**
 * `pr report --format csv`: RFC 4180 (https://www.rfc-editor.org/rfc/rfc4180), a header and one line a service. Text that a spreadsheet
 * would take for a formula gets an apostrophe in front (https://owasp.org/www-community/attacks/CSV_Injection); numbers stay numbers.
 */
export function campaignCsv(rows: readonly SurveyRow[]): string {
  const lines = [columns.join(','), ...standings(rows).map(lineOf)]
  return lines.map((line) => `${line}\r\n`).join('')
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
  return columns.map((column) => cellText(cells[column])).join(',')
}

function cellText(value: string | number | undefined): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value)
  const text = guard(shownLine(value))
  return /[",;\s]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * A formula begins with one of these signs, whatever blanks come first; the full-width ones count in some locales. Where a spreadsheet
 * separates cells by `;`, what follows one begins a cell, too; a blank there makes it text.
 */
function guard(text: string): string {
  return text.replace(
    /(^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20])|;(?=[=+\-@\uff1d\uff0b\uff0d\uff20]))/g,
    "$1'",
  )
}
