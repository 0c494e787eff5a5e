import type { FileReport } from '../../report/file-report.ts'
import type { Look } from '../../report/paint.ts'
import { statusLine } from '../../report/pretty-report.ts'
import { count, countVerdict, emptyTally, summaryLine, type Tally } from '../../report/summary.ts'
import { createWriter } from './create-writer.ts'
import type { CliOptions } from '../cli-options.ts'
import { openPayload } from '../payload.ts'
import { printable } from './printable.ts'
import { createProgress } from './progress.ts'
import { formOf, renderingFor } from './render-report.ts'
import type { Run } from './migrate-run.ts'
import { openStepSummary } from './step-summary.ts'
import { hasColor } from './surroundings.ts'

/** Every mode without questions: prints each report as it comes, after writing it where that was asked for. Gives the exit code. */
export async function printReports(run: Run): Promise<number> {
  const { options, around, jobs } = run
  const { cwd, stdout, stderr, env } = around
  const payload = openPayload(options.output, around, jobs)
  const toTerminal = options.output === undefined && stdout.isTTY === true
  const color = options.output === undefined && hasColor(stdout, options.color, env)
  const form = formOf(options)
  const rendering = await renderingFor(form, { color, terminal: toTerminal }, jobs[0]?.bytes)
  const summary = await openStepSummary(form, around)
  const progress = createProgress(jobs.length, options.quiet, around)
  const writer =
    options.mode === 'write' ? await createWriter(run, options.verify !== undefined) : undefined
  const tally = emptyTally()
  let done = 0
  let written = 0

  await payload.write(rendering.head)
  for await (const found of run.migrateAll({ ...options, cwd }, jobs, options.jobs)) {
    if (around.interrupt.aborted) break
    const isWritten = writer !== undefined && mayWrite(found, options)
    const settled = isWritten ? await writer.write(found) : found
    const report = form === 'diff' ? printable(settled, options.output !== undefined) : settled
    // What is written is written, whether it can be shown or not.
    count(tally, isWritten ? settled.result : report.result)
    if (report.verification) countVerdict(tally, report.verification)
    if (isWritten && settled.result.outcome === 'migrated') written++
    const text = rendering.file(report, done)
    summary.add(report)
    const complaint = rendering.isSilentOnRefusals ? complaintOf(report, run) : ''
    if (complaint !== '' || (toTerminal && text.length > 0)) progress.clear()
    await payload.write(text)
    stderr.write(complaint)
    progress.show(++done)
    // Nobody reads any more (`| head`): only writing would still be of use.
    if (payload.isClosed() && writer === undefined) break
  }
  progress.clear()
  if (around.interrupt.aborted) {
    stderr.write(`Interrupted: ${done} of ${jobs.length} Dockerfiles are done.\n`)
    return 130
  }
  await payload.write(rendering.tail(tally))
  summary.end(tally)
  payload.end()
  if (!options.quiet) {
    const changed = writer === undefined ? undefined : written
    stderr.write(`${summaryLine(tally, changed, (around.now() - run.started) / 1000)}\n`)
  }
  return exitCode(tally, options.mode)
}

/** For standard error: why a file stays as it is. `--quiet` leaves failures. */
function complaintOf(report: FileReport, { options, around }: Run): string {
  const { outcome } = report.result
  const isSaid = outcome === 'failed' || (outcome === 'refused' && !options.quiet)
  return isSaid ? `${statusLine(report, errorLook(options, around))}\n` : ''
}

/** How messages on standard error look. */
export function errorLook({ color }: CliOptions, { stderr, env }: Run['around']): Look {
  return { color: hasColor(stderr, color, env), terminal: stderr.isTTY === true }
}

/** What was verified is written if it stays the same, or its verdict is accepted. */
function mayWrite({ verification }: FileReport, { verify }: CliOptions): boolean {
  if (verify === undefined || verification === undefined) return true
  return verification.verdict === 'same' || verify.accept.includes(verification.verdict)
}

/** A failure counts more than a pending change: the answer of `--check` is incomplete then. */
export function exitCode({ counts, verdicts, kept }: Tally, mode: CliOptions['mode']): number {
  if (kept > 0) return 2
  if ([...verdicts.keys()].some((verdict) => verdict !== 'same')) return 3
  if (counts.failed > 0) return 3
  return mode === 'check' && counts.migrated > 0 ? 1 : 0
}
