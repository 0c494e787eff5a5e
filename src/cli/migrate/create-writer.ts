import { realpathSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { GitError, uncommittedChanges } from '../../project/git.ts'
import { failed, type FileReport } from '../../report/file-report.ts'
import { besideContext } from '../../report/json-report.ts'
import { applyReport } from './apply-report.ts'
import type { FileJob } from './migrate-file.ts'
import { UsageError } from '../usage-error.ts'

/** Writes migrated reports; both answer with the report, or with the failure that it becomes. */
export interface Writer {
  /** Could git give back what would be overwritten? */
  readonly check: (report: FileReport) => Promise<FileReport>
  /** Checks, then writes. */
  readonly write: (report: FileReport) => Promise<FileReport>
}

/** Asks git once about all the files of a run. Throws UsageError where git refuses to answer. */
export async function createWriter(
  allowDirty: boolean,
  cwd: string,
  jobs: readonly FileJob[],
): Promise<Writer> {
  if (allowDirty) {
    return {
      check: (report) => Promise.resolve(report),
      write: (report) => Promise.resolve(applyReport(report, cwd)),
    }
  }
  const dirty = await uncommitted(jobs.map(({ path }) => realPath(cwd, path)))
  const own = new Set<string>()
  const check = async (report: FileReport): Promise<FileReport> => {
    if (report.result.outcome !== 'migrated') return report
    const others = report.result.otherFiles
      .filter((file) => file.before !== null)
      .map((file) => realPath(cwd, besideContext(report.context, file.path)))
    // What this run wrote itself is dirty by now, and no loss.
    const changed = await uncommitted(others.filter((path) => !own.has(path)))
    const paths = [realPath(cwd, report.path), ...others].filter(
      (path) => dirty.has(path) || changed.has(path),
    )
    return paths.length === 0 ? report : { ...report, result: notCommitted(paths, cwd) }
  }
  return {
    check,
    write: async (report) => {
      const written = applyReport(await check(report), cwd)
      for (const path of writtenFiles(written)) own.add(realPath(cwd, path))
      return written
    },
  }
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

function writtenFiles({ path, context, result }: FileReport): readonly string[] {
  if (result.outcome !== 'migrated') return []
  return [path, ...result.otherFiles.map((file) => besideContext(context, file.path))]
}

/** Git knows files by where they are, not by the links that lead there. */
function realPath(cwd: string, path: string): string {
  try {
    return realpathSync(resolve(cwd, path))
  } catch {
    return resolve(cwd, path)
  }
}
