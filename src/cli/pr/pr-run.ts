import { hostname } from 'node:os'
import type { Holder } from '../../publish/campaign/lock.ts'
import type { CliOptions, PrChoice } from '../cli-options.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import type { Scope } from './parts.ts'

/** A `pr` command whose hosts and repositories are found. */
export interface PrRun {
  readonly options: CliOptions
  readonly pr: PrChoice
  readonly around: Surroundings
  readonly scope: Scope
  /** Where the campaign's state is, or will be. */
  readonly stateFile: string
}

/** This process, for the lock of the state file. */
export const holder: Holder = {
  pid: process.pid,
  host: hostname(),
  isAlive: (pid) => {
    try {
      process.kill(pid, 0)
      return true
    } catch (error) {
      // Somebody else's process lives, too.
      return error instanceof Error && 'code' in error && error.code === 'EPERM'
    }
  },
}
