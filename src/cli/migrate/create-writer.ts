import { statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { GitError, uncommittedChanges } from '../../project/git/git.ts'
import { failed, type FileReport } from '../../report/file-report.ts'
import { besideContext } from '../../report/json/json-report.ts'
import { shownLine } from '../../report/paint.ts'
import { applyReport } from './apply-report.ts'
import { holdFolders } from './hold-folders.ts'
import type { Run } from './migrate-run.ts'
import { realPath } from './real-path.ts'
import { UsageError } from '../usage-error.ts'

/** Writes migrated reports; both answer with the report, or with what it becomes. */
export interface Writer {
  /** Could git give back what would be overwritten? */
  readonly check: (report: FileReport) => Promise<FileReport>
  /**
   * Checks, then writes, while no other run writes in these folders. What the file is migrated to today is what counts: where people or
   * builds have been shown something else by now, it becomes a failure, `changed-on-disk`; else that is written.
   */
  readonly write: (report: FileReport) => Promise<FileReport>
  /** Migrates a file again, from what is on disk now. */
  readonly again: (report: FileReport) => Promise<FileReport>
}

/** Is a file migrated to the same, for the same reasons? */
export function isSame(a: FileReport, b: FileReport): boolean {
  return JSON.stringify(a.result) === JSON.stringify(b.result)
}

/** How often a file is migrated again, at most, because something changes all the time. */
const attempts = 3

/**
 * Asks git once about all the files of a run. `isShown`: what is written was looked at before, or built, which takes any time. Throws UsageError where git
 * refuses to answer.
 */
export async function createWriter(run: Run, isShown: boolean): Promise<Writer> {
  const { options, jobs, journal } = run
  const { cwd, interrupt, stderr } = run.around
  const real = (path: string): string => realPath(resolve(cwd, path))
  const dirty = options.allowDirty
    ? new Set<string>()
    : await uncommitted(jobs.map(({ path }) => real(path)))
  const own = new Set<string>()

  const check = async (report: FileReport, isAgain = false): Promise<FileReport> => {
    if (options.allowDirty || report.result.outcome !== 'migrated') return report
    const others = report.result.otherFiles
      .filter((file) => file.before !== null)
      .map((file) => real(besideContext(report.context, file.path)))
    const { before, after } = report.result
    // A Dockerfile that stays as it is loses nothing.
    const dockerfile = before === after ? [] : [real(report.path)]
    // What this run wrote itself is dirty by now, and no loss.
    const asked = (isAgain ? [...dockerfile, ...others] : others).filter((each) => !own.has(each))
    const changed = await uncommitted(asked)
    const paths = [...dockerfile, ...others].filter(
      (each) => changed.has(each) || (!isAgain && dirty.has(each)),
    )
    return paths.length === 0 ? report : { ...report, result: notCommitted(paths, cwd) }
  }

  const again = async (report: FileReport): Promise<FileReport> => {
    const { path, adjusted } = report
    const job = adjusted === undefined ? { path } : { path, adjusted }
    for await (const now of run.migrateAll({ ...options, cwd }, [job], 1)) return now
    return { ...report, result: interrupted }
  }

  const writeHeld = async (report: FileReport): Promise<FileReport> => {
    const now = await again(report)
    if (now.result === interrupted) return now
    if (!isSame(now, report)) return { ...report, result: changedSince }
    const linked = filesOf(report).filter((path) => hasOtherNames(resolve(cwd, path)))
    const written = applyReport(report, cwd, journal?.note)
    if (written.result.outcome !== 'migrated') return written
    for (const path of filesOf(report)) own.add(real(path))
    for (const path of linked)
      hint(`${path} has other names (hard links), which keep the old content`)
    return written
  }

  const hint = (text: string): void => {
    if (!options.quiet) stderr.write(`hint: ${shownLine(text)}\n`)
  }

  const write = async (report: FileReport, attempt: number): Promise<FileReport> => {
    const checked = await check(report, attempt > 1)
    const files = filesOf(checked).map((path) => resolve(cwd, path))
    if (files.length === 0) return checked
    // Of its journal, too: what `undo` takes out of it must not be what is put in.
    const kept = journal?.folderFor(resolve(cwd, report.path))
    const hold = await holdFolders(
      kept === undefined ? files : [...files, join(kept, 'run')],
      interrupt,
    )
    if ('heldBy' in hold) return { ...report, result: inUse(hold.heldBy) }
    hold.hints.forEach(hint)
    const written = await writeHeld(report).finally(hold.release)
    const isStale = 'code' in written.result && written.result.code === 'changed-on-disk'
    return isStale && !isShown && attempt < attempts
      ? write(await again(report), attempt + 1)
      : written
  }
  return { check, again, write: (report) => write(report, 1) }
}

const changedSince = failed(
  'changed-on-disk',
  'It, or what its migration rests on, has changed since it was read.',
  'Run msb-migrate again.',
)

const interrupted = failed('write-failed', 'The run was interrupted before it was written.')

function inUse(pid: number): FileReport['result'] {
  return failed(
    'write-failed',
    `Another run (process ${pid}) writes in its folder.`,
    'Run msb-migrate again when that has ended.',
  )
}

function hasOtherNames(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.nlink ?? 1) > 1
}

function notCommitted(paths: readonly string[], cwd: string): FileReport['result'] {
  const names = paths.map((path) => relative(cwd, path)).join(', ')
  return failed(
    'uncommitted-changes',
    `Git has no committed copy of ${names} as it is now.`,
    'Commit or stash it, or use --allow-dirty.',
  )
}

async function uncommitted(paths: readonly string[]): Promise<ReadonlySet<string>> {
  if (paths.length === 0) return new Set()
  try {
    return await uncommittedChanges(paths)
  } catch (error) {
    if (error instanceof GitError)
      throw new UsageError(`git does not answer (${error.message}); --allow-dirty goes without it`)
    throw error
  }
}

function filesOf({ path, context, result }: FileReport): readonly string[] {
  if (result.outcome !== 'migrated') return []
  return [path, ...result.otherFiles.map((file) => besideContext(context, file.path))]
}
