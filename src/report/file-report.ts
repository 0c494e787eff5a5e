import type { Question } from '../open-questions.ts'
import type { Fault } from '../plan/judge-edited.ts'
import type { Outcome } from '../plan/outcome.ts'
import type { Verification } from '../verification/verification.ts'
import type { Adjustment } from './adjustment.ts'
import type { FailureCode } from './failures.ts'

/** What the command line adds to the outcomes of `migrate`: input, output or the program itself let this file down. */
export interface Failed {
  readonly outcome: 'failed'
  readonly code: FailureCode
  readonly reason: string
  readonly help: string | undefined
}

/** One Dockerfile and what came of it. Plain data: it crosses processes. */
export interface FileReport {
  /** Relative to the working directory; absolute where the argument was. */
  readonly path: string
  /** The build context, written like `path`; undefined where the file was not read. */
  readonly context: string | undefined
  readonly result: Outcome | Failed
  /** How many stages it has as it is; undefined where it could not be read. */
  readonly stages?: number
  /** What building and running showed; of migrated files, where that was asked for. */
  readonly verification?: Verification
  /** What a person wanted of it. */
  readonly adjusted?: Adjustment
  /** What speaks against the text that a person wrote. */
  readonly faults?: readonly Fault[]
  /** Facts that would change the result, where that was asked for. */
  readonly questions?: readonly Question[]
}

/** A file that was let down; `help` says what the user can do. */
export function failed(code: FailureCode, reason: string, help?: string): Failed {
  return { outcome: 'failed', code, reason, help }
}

/** Seconds that a file may take, unless told otherwise; most take some thousandths of one. */
export const defaultTimeout = 10

export function timeLimit(seconds: number): Failed {
  return failed(
    'time-limit',
    `Reading it and its project takes more than ${seconds} s.`,
    'Give it more time with --timeout-per-file SECONDS, or report it together with its folder.',
  )
}

/** A defect of the program. It must not stop the other files, nor hide. */
export function internalError(error: unknown): Failed {
  const message = error instanceof Error ? error.message : String(error)
  return failed(
    'internal-error',
    `msb-migrate itself failed: ${message}`,
    'Please report it together with this Dockerfile.',
  )
}
