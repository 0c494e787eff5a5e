import type { FileReport } from '../../../report/file-report.ts'
import { prettyReport, statusLine } from '../../../report/pretty-report.ts'
import { count, emptyTally, summaryLine } from '../../../report/summary.ts'
import { review, type Screen } from '../../../review/review.ts'
import { factLines, factOverrides } from '../../../review/questions/fact-lines.ts'
import { fileState, type FileState, type ReviewState } from '../../../review/state/review-state.ts'
import { createWriter, isSame, type Writer } from '../create-writer.ts'
import type { Run } from '../migrate-run.ts'
import { errorLook, exitCode } from '../print-reports.ts'
import { createProgress } from '../progress.ts'
import type { DecisionsFile } from './decisions-file.ts'
import { createHands } from './hands.ts'

/** Refusals listed before the questions; all of them would push the summary off the screen. */
const mostListed = 20

/** Shows what would change, asks file by file, then writes what was accepted. Gives the exit code. */
export async function reviewReports(run: Run): Promise<number> {
  const { options, around, jobs } = run
  const { cwd, stdin, stderr, env, interrupt } = around
  const progress = createProgress(jobs.length, options.quiet, around)
  const writer = await createWriter(run, true)
  const tally = emptyTally()
  const asked: FileState[] = []
  const others: FileReport[] = []
  let done = 0

  const decisions = await decisionsOf(run)
  const all = jobs.map((job) => ({ ...(decisions?.jobFor(job) ?? job), asks: true }))
  for await (const found of run.migrateAll({ ...options, cwd }, all, options.jobs)) {
    if (interrupt.aborted) return 130
    const report = await writer.check(found)
    count(tally, report.result)
    if (isForReview(report)) asked.push(decisions?.stateOf(report) ?? fileState(report))
    else if (report.result.outcome !== 'unchanged') others.push(report)
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

  const screen: Screen = {
    terminal: { input: stdin, output: stderr, signal: interrupt },
    look,
    isPlain: options.plain || env['TERM'] === 'dumb',
    hands: createHands(run, writer),
  }
  const said = (report: FileReport): void => {
    const isWritten = report.result.outcome === 'migrated'
    if (!isWritten) count(tally, report.result)
    stderr.write(`${statusLine(report, look)}${isWritten ? ': written' : ''}\n`)
  }
  let isComplete = true
  let accepted = 0
  let message = ''
  for (let open: readonly FileState[] = asked; open.length > 0;) {
    const answers = await review(open, screen, message)
    isComplete = answers.isComplete
    if (answers.state.ended === 'write') decisions?.save(answers.state.files)
    accepted += answers.accepted.length
    const { written, changed } = await writeAccepted(answers.accepted, writer)
    written.forEach(said)
    if (answers.state.ended === 'write') await tellFacts(answers.state, run)
    open = isComplete ? changed.map((report) => fileState(report)) : []
    message = changedText(open.length)
  }
  if (accepted === 0 && asked.length > 0) stderr.write('Nothing was written.\n')
  if (!isComplete) return 130
  return exitCode(tally, undefined)
}

/** What checks them is loaded where there are some. Throws UsageError. */
async function decisionsOf({ options, around }: Run): Promise<DecisionsFile | undefined> {
  if (options.decisions === undefined) return undefined
  const { openDecisions } = await import('./decisions-file.ts')
  return openDecisions(options.decisions, around.cwd)
}

/** The answers, as the configuration would say them; written there where that was asked for. */
async function tellFacts({ files, savesFacts }: ReviewState, { around }: Run): Promise<void> {
  const overrides = factOverrides(files)
  if (overrides.length === 0) return
  const { saveFacts } = await import('./save-facts.ts')
  const saved = savesFacts
    ? saveFacts(overrides, around.cwd)
    : { problem: 'For msb-migrate.config.yaml, so that nobody is asked again:' }
  if ('path' in saved) around.stderr.write(`${saved.path}: has your answers now\n`)
  else around.stderr.write(`${saved.problem}\n${factLines(files).join('\n')}\n`)
}

/** What would change, and what a person can help with. */
function isForReview({ result, questions }: FileReport): boolean {
  return result.outcome === 'migrated' || (questions ?? []).length > 0
}

/** What was written, or why not; and what is to be asked again, because it is migrated to something else by now. */
async function writeAccepted(
  accepted: readonly FileReport[],
  writer: Writer,
): Promise<{ readonly written: readonly FileReport[]; readonly changed: readonly FileReport[] }> {
  const written: FileReport[] = []
  const changed: FileReport[] = []
  for (const report of accepted) {
    const result = await writer.write(report)
    const isChanged = 'code' in result.result && result.result.code === 'changed-on-disk'
    const now = isChanged ? await writer.again(report) : result
    if (!isChanged) written.push(result)
    else if (isSame(now, report)) written.push(result)
    else if (now.result.outcome === 'migrated') changed.push(now)
    else written.push(now)
  }
  return { written, changed }
}

function changedText(files: number): string {
  const subject = files === 1 ? 'What this rests on has' : `What ${files} files rest on has`
  return `${subject} changed while you were asked; this is how it is now.`
}
