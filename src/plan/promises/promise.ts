import type { Facts } from '../../facts/facts.ts'
import type { FieldChange } from '../contract.ts'
import type { Replaced } from '../outcome.ts'
import type { CodeOf } from '../refusals/refusals.ts'

/** A migration that was made and not shown yet. */
export interface Candidate {
  readonly before: Facts
  readonly after: Facts
  /** Were its stages made of one, or were they the author's? */
  readonly isSplit: boolean
  readonly replaced: readonly Replaced[]
  /** Fields of the image's config that change, and that no change names. */
  readonly unnamed: readonly FieldChange[]
}

/** A promise as a check: what is wrong with the migration, or undefined. */
export interface PromiseCheck {
  readonly code: CodeOf<'refused'>
  readonly check: (candidate: Candidate) => string | undefined
}
