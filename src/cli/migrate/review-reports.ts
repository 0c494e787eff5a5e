import type { FileReport } from '../../report/file-report.ts'
import { prettyReport, statusLine } from '../../report/pretty-report.ts'
import { count, emptyTally, summaryLine } from '../../report/summary.ts'
import { review } from '../../review/review.ts'
import { createWriter } from './create-writer.ts'
import { payloadToStream } from '../payload.ts'
import { errorLook, exitCode } from './print-reports.ts'
import { createProgress } from './progress.ts'
import type { Run } from './migrate-run.ts'
import { hasColor } from './surroundings.ts'

/** Refusals listed before the questions; all of them would push the summary off the screen. */
const mostListed = 20

/** Shows what would change, asks file by file, then writes what was accepted. Gives the exit code. */
export async function reviewReports(run: Run): Promise<number> {
  const { options, around, jobs } = run
  const { cwd, stdin, stdout, stderr, env, interrupt } = around
  const progress = createProgress(jobs.length, options.quiet, around)
  const writer = await createWriter(options.allowDirty, cwd, jobs)
  const tally = emptyTally()
  const migrated: FileReport[] = []
  const others: FileReport[] = []
  let done = 0

  for await (const found of run.migrateAll({ ...options, cwd }, jobs, options.jobs)) {
    if (interrupt.aborted) return 130
    const report = await writer.check(found)
    count(tally, report.result)
    const { outcome } = report.result
    if (outcome === 'migrated') migrated.push(report)
    else if (outcome !== 'unchanged') others.push(report)
    progress.show(++done)
  }
  progress.clear()
  const look = errorLook(options, around)
  const listed = others.slice(0, mostListed).map((report) => prettyReport(report, look))
  const more =
    others.length > mostListed
      ? `... and ${others.length - mostListed} more (--dry-run shows all)\n`
      : ''
  stderr.write(`${summaryLine(tally, undefined, (around.now() - run.started) / 1000)}\n\n`)
  stderr.write(listed.join('') + more)

  const { accepted, isComplete } = await review(migrated, {
    show: payloadToStream(stdout).write,
    terminal: { input: stdin, output: stderr, signal: interrupt },
    look: { color: hasColor(stdout, options.color, env), terminal: true },
  })
  for (const report of accepted) {
    const written = await writer.write(report)
    const isWritten = written.result.outcome === 'migrated'
    if (!isWritten) count(tally, written.result)
    stderr.write(`${statusLine(written, look)}${isWritten ? ': written' : ''}\n`)
  }
  if (accepted.length === 0 && migrated.length > 0) stderr.write('Nothing was written.\n')
  if (!isComplete) return 130
  return exitCode(tally, undefined)
}
