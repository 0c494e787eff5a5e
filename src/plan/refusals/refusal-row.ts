/** Why a file is left as it is: one row for every code that an outcome can carry. docs/refusals.md is made from it. */
export interface RefusalRow {
  readonly outcome: 'refused' | 'unchanged'
  /** What the code means, in one sentence. */
  readonly sentence: string
  /** Why it stops the migration. */
  readonly why: string
  /** What would help. */
  readonly help: string
}
