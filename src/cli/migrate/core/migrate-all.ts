import { setImmediate } from 'node:timers/promises'
import type { TreeReport } from '../../../publish/sources/migrate-round.ts'
import type { FileJob, MigrateSettings } from './migrate-file.ts'

/** Migrates many Dockerfiles; the reports come in the order of the jobs. */
export type MigrateAll = (
  settings: MigrateSettings,
  jobs: readonly FileJob[],
  /** How many processes work on them; undefined for as many as pay. */
  processes: number | undefined,
) => AsyncIterable<TreeReport>

/** In this process: with the limit of time alone, for who can't start others. */
export const migrateHere: MigrateAll = async function* (settings, jobs) {
  // The core is loaded where the work is done.
  const { createAnswers } = await import('./create-answers.ts')
  const answer = createAnswers(settings)
  for (const job of jobs) {
    yield await answer(job)
    // Lets signals and errors of streams in.
    await setImmediate()
  }
}
