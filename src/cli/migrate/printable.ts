import { failed, type FileReport } from '../../report/file-report.ts'
import { hasHidden, isShownWhole } from '../../report/paint.ts'
import { diffsOf } from '../../report/pretty-report.ts'

/**
 * A report whose diff may be printed as it is, which a diff must be, or the failure that says why not: a reader's terminal would obey its control
 * characters, and where it goes to standard output, a CI its lines. A file takes the latter.
 */
export function printable(report: FileReport, isFile: boolean): FileReport {
  const diffs = diffsOf(report)
  if (diffs.every((diff) => isShownWhole(diff))) return report
  const isCommand = !diffs.some((diff) => hasHidden(diff))
  if (isCommand && isFile) return report
  const reason = isCommand
    ? 'Its diff is not printed, since a CI would take a line of it for a command.'
    : 'Its diff is not printed, since it has control characters or marks that turn text around.'
  const help = isCommand
    ? 'With --output the diff goes to a file.'
    : 'Look at it with --format pretty.'
  return { ...report, result: failed('not-printable', reason, help) }
}
