import type { CodeOf, OutcomeCode } from './refusals.ts'

/** A reason to leave the file as it is. `code` has a row in refusals.ts; `reason` names the facts. */
export interface Refusal {
  readonly kind: 'refused' | 'unchanged'
  readonly code: OutcomeCode
  /** The whole sentence that the user reads. */
  readonly reason: string
  readonly line: number | undefined
  /** The ecosystem's `prepare` mends it: where the prepared file is refused, too, that refusal says more. False unless given. */
  readonly isPrepared?: true
}

/** The file can't be migrated. */
export function refuse(code: CodeOf<'refused'>, reason: string, line?: number): Refusal {
  return { kind: 'refused', code, reason, line }
}

/** The file needs no migration. */
export function leave(code: CodeOf<'unchanged'>, reason: string, line?: number): Refusal {
  return { kind: 'unchanged', code, reason, line }
}
