import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import type { FileReport } from '../../report/file-report.ts'
import type { FileJob, MigrateSettings } from './migrate-file.ts'
import { migrateOnThreads } from './migrate-on-threads.ts'

/** Migrates many Dockerfiles; the reports come in the order of the jobs. */
export type MigrateAll = (
  settings: MigrateSettings,
  jobs: readonly FileJob[],
  threads: number | undefined,
) => AsyncIterable<FileReport>

/** A thread takes a moment to start, so few files are faster without. */
const filesWorthThreads = 150
/** Each takes some 50 MB. */
const mostThreads = 4

/** On as many threads as asked for, or as pay. */
export const migrateAll: MigrateAll = (settings, jobs, threads) => {
  const wanted =
    threads ?? (jobs.length < filesWorthThreads ? 1 : Math.min(availableParallelism(), mostThreads))
  return wanted > 1 && jobs.length > 1
    ? migrateOnThreads(settings, jobs, Math.min(wanted, jobs.length))
    : migrateHere(settings, jobs)
}

async function* migrateHere(
  settings: MigrateSettings,
  jobs: readonly FileJob[],
): AsyncGenerator<FileReport> {
  // The core is loaded where the work is done: not by a process whose threads do it.
  const { migrateFile } = await import('./migrate-file.ts')
  const { createProjectCache } = await import('../../project/project-cache.ts')
  const cache = createProjectCache()
  for (const job of jobs) {
    yield migrateFile(settings, job, cache)
    // Lets signals and errors of streams in.
    await setImmediate()
  }
}
