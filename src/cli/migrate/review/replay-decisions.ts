import type { FileReport } from '../../../report/file-report.ts'
import { shownPath } from '../../../report/paint.ts'
import { statusLine } from '../../../report/pretty-report.ts'
import { count, emptyTally, summaryLine } from '../../../report/summary.ts'
import { UsageError } from '../../usage-error.ts'
import { createWriter } from '../create-writer.ts'
import type { Run } from '../migrate-run.ts'
import { errorLook, exitCode } from '../print-reports.ts'
import { openDecisions } from './decisions-file.ts'

/**
 * Does what a file of decisions says, without questions. What has changed since, and what nobody has decided, is listed and left as it is;
 * then the exit code is that of files that failed. Throws UsageError.
 */
export async function replayDecisions(run: Run, name: string): Promise<number> {
  const { options, around, jobs } = run
  const { cwd, stderr, interrupt } = around
  const decisions = openDecisions(name, cwd)
  if (!decisions.isThere)
    throw new UsageError(`--decisions: there is no ${name}, and nobody to be asked`)
  const writer = await createWriter(run, true)
  const look = errorLook(options, around)
  const tally = emptyTally()
  let written = 0
  let isLeft = false
  const say = (report: FileReport, what: string): void => {
    stderr.write(`${shownPath(report.path)}: ${what}\n`)
  }

  const all = jobs.map((job) => decisions.jobFor(job))
  for await (const report of run.migrateAll({ ...options, cwd }, all, options.jobs)) {
    if (interrupt.aborted) return 130
    const standing = decisions.standingOf(report)
    const isMigrated = report.result.outcome === 'migrated'
    const isDecided = standing === 'holds'
    if (!isMigrated || !isDecided) {
      count(tally, report.result)
      if (isMigrated) {
        isLeft = true
        say(report, standing === 'none' ? notDecided : changedSince)
      } else if (report.result.outcome !== 'unchanged')
        stderr.write(`${statusLine(report, look)}\n`)
      continue
    }
    const isWanted = decisions.stateOf(report).decision === 'write'
    const result = isWanted ? await writer.write(report) : report
    count(tally, result.result)
    if (result.result.outcome !== 'migrated') stderr.write(`${statusLine(result, look)}\n`)
    else if (!isWanted) say(report, 'stays as it is, as was decided')
    else {
      written++
      say(report, 'written, as was decided')
    }
  }
  if (!options.quiet)
    stderr.write(`${summaryLine(tally, written, (around.now() - run.started) / 1000)}\n`)
  return isLeft ? 3 : exitCode(tally, undefined)
}

const notDecided = 'nobody has decided about it; it stays as it is'
const changedSince =
  'it, or what its migration rests on, has changed since it was decided; it stays as it is'
