import type { CliOptions, PrChoice } from '../cli-options.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import type { MigrateAll } from '../migrate/core/migrate-all.ts'
import type { Scope } from './parts.ts'

/** A `pr` command whose hosts and repositories are found. */
export interface PrRun {
  readonly options: CliOptions
  readonly pr: PrChoice
  readonly around: Surroundings
  readonly migrateAll: MigrateAll
  readonly scope: Scope
  /** Where the campaign's state is, or will be. */
  readonly stateFile: string
}
