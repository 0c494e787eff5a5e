import type { Evidence } from './evidence.ts'

/** A script that a command runs. */
export interface LaunchedScript {
  /** Undefined where it can't be read; `why` says it. */
  readonly text: string | undefined
  readonly why: string
  readonly cwd: string | undefined
  /** What "$@" stands for in it. */
  readonly args: readonly (string | undefined)[]
  readonly evidence: readonly Evidence[]
  readonly needsShell: boolean
  /** The shell of its #! line where that is not sh: 'bash'. */
  readonly interpreter?: string | undefined
  /** A file of the context; else an entry of a manifest. */
  readonly isFile: boolean
}
