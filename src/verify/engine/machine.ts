import type { Docker } from './docker.ts'

/** What a verification takes from the machine that it runs on; the command line gives it, tests give their own. */
export interface Machine {
  readonly docker: Docker
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds from any fixed moment. */
  readonly now: () => number
  /** Resolves after some milliseconds, at once when interrupted. */
  readonly sleep: (milliseconds: number) => Promise<void>
  readonly interrupt: AbortSignal
  /** The run's own folder for Dockerfiles and contexts, absolute; removed at its end. */
  readonly folder: string
  /** Where full logs go, absolute; it stays. */
  readonly logs: string
}
