import { resolve } from 'node:path'
import { ApplyError } from '../../apply/apply-error.ts'
import { replaceRun } from '../../apply/journal/read.ts'
import type { RecordedGroup } from '../../apply/journal/record.ts'
import { type GroupFate, takeBack } from '../../apply/journal/take-back.ts'
import type { CliOptions } from '../cli-options.ts'
import { messageOf } from '../migrate/file-list.ts'
import { holdFolders } from '../migrate/hold-folders.ts'
import { realPath } from '../migrate/real-path.ts'
import { hasColor, type Surroundings } from '../migrate/surroundings.ts'
import { payloadToStream } from '../payload.ts'
import { UsageError } from '../usage-error.ts'
import { findLastRun, type Found, type FoundRun } from './find-run.ts'
import { journalPlace } from './journal-place.ts'
import { undoScope } from './run-journal.ts'
import { undoReport } from './undo-report.ts'

/** `undo`: takes back what the last run wrote, where it is as that run left it. Gives the exit code. Throws UsageError. */
export async function runUndo(options: CliOptions, around: Surroundings): Promise<number> {
  const { cwd, stdout, stderr, env } = around
  const here = realPath(cwd)
  const scope =
    options.paths.length === 0
      ? [undoScope(here)]
      : options.paths.map((path) => realPath(resolve(cwd, path)))
  const place = journalPlace(env)
  const isDry = options.mode === 'dry-run'
  const look = { color: hasColor(stdout, options.color, env), terminal: stdout.isTTY === true }
  const { found, written } = await attempt(place, async (journals) =>
    isDry
      ? { found: findLastRun(journals, scope), written: [] }
      : undoHeld(journals, scope, around.interrupt),
  )
  const report = undoReport({ found, written, isDry, here }, look)
  for (const path of found.unread)
    stderr.write(`warning: ${path} is no record that this version understands\n`)
  await payloadToStream(stdout).write(report.payload)
  stderr.write(report.left)
  if (!options.quiet) stderr.write(report.summary)
  return report.isWhole ? 0 : 3
}

/** What came of it, run by run of `found.last`. */
interface Undone {
  readonly found: Found
  readonly written: readonly (readonly GroupFate[])[]
}

const nothing: Found = { last: [], stuck: [], unread: [] }

async function attempt(
  place: string | undefined,
  work: (place: string) => Promise<Undone>,
): Promise<Undone> {
  if (place === undefined) return { found: nothing, written: [] }
  try {
    return await work(place)
  } catch (error) {
    if (error instanceof UsageError) throw error
    const reason = error instanceof ApplyError ? error.message : messageOf(error)
    throw new UsageError(`the record of what was written can't be used: ${place}: ${reason}`)
  }
}

/** How often it is looked again, because something else was written while the folders were waited for. */
const attempts = 3

/** Takes back while no other run writes in these folders, nor into these journals. */
async function undoHeld(
  place: string,
  scope: readonly string[],
  interrupt: AbortSignal,
): Promise<Undone> {
  let found = findLastRun(place, scope)
  for (let left = attempts; left > 0 && found.last.length > 0; left--) {
    const hold = await holdFolders(filesOf(found), interrupt)
    if ('heldBy' in hold)
      throw new UsageError(`another run (process ${hold.heldBy}) writes there; try again later`)
    try {
      const now = findLastRun(place, scope)
      if (now.last.every(({ run }) => found.last.some((each) => each.run.text === run.text)))
        return { found: now, written: now.last.map(undoRun) }
      found = now
    } finally {
      hold.release()
    }
  }
  if (found.last.length > 0) throw new UsageError('other runs write there; try again later')
  return { found, written: [] }
}

function filesOf({ last }: Found): readonly string[] {
  return last.flatMap(({ run, plan }) => [
    run.path,
    ...plan.flatMap(({ group }) => group.files.map(({ path }) => path)),
  ])
}

/** Takes back, and leaves in the record what could not be. */
function undoRun({ run, plan, others }: FoundRun): readonly GroupFate[] {
  const done = takeBack(plan)
  const left = new Map<RecordedGroup, RecordedGroup>(others.map((group) => [group, group]))
  for (const { group, fates } of done) {
    const files = group.files.filter((file) =>
      fates.some((fate) => fate.file === file && fate.kind === 'left'),
    )
    if (files.length > 0) left.set(group, { files, isLeft: true })
  }
  replaceRun(
    run,
    run.groups.flatMap((group) => left.get(group) ?? []),
  )
  return done
}
