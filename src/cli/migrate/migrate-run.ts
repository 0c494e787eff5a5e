import type { CliOptions } from '../cli-options.ts'
import type { MigrateAll } from './core/migrate-all.ts'
import type { FileJob } from './core/migrate-file.ts'
import type { RunJournal } from '../undo/run-journal.ts'
import type { Surroundings } from './surroundings.ts'

/** A run whose options are known and whose files are found. */
export interface Run {
  readonly options: CliOptions
  readonly around: Surroundings
  readonly jobs: readonly FileJob[]
  readonly migrateAll: MigrateAll
  /** When the run began, by `around.now`. */
  readonly started: number
  /** Where it writes down what it writes; undefined where that is not to be taken back. */
  readonly journal?: RunJournal
}
