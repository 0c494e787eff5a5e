import type { Evidence } from '../facts/evidence.ts'
import type { StartedByName } from './started-by-name.ts'

/** What a program does that decides which user and which base image it can run with. */
export interface Behaviour {
  /** Absolute folders or files that it writes to, by evidence; which of both it is only where that is seen. */
  readonly writes: readonly {
    readonly path: string
    readonly isFolder?: boolean
    readonly evidence: Evidence
  }[]
  /** Why it can't be told where else it writes; undefined where it is known. */
  readonly writesElsewhere: string | undefined
  /** What it does that only root may: 'main.go:12 opens a raw socket'; undefined where nothing is seen. */
  readonly needsRoot?: string | undefined
  /** Folders that it makes and fills where they are not there: who makes them for it takes that from it. */
  readonly absences?: readonly { readonly path: string; readonly evidence: Evidence }[]
  /** Ports it listens on, by evidence. */
  readonly ports: readonly number[]
  /** Programs that it starts, by evidence. */
  readonly programs: readonly StartedByName[]
}
