import type { Facts } from '../../facts/facts.ts'
import type { FieldChange } from '../contract.ts'
import type { Draft } from '../rewrite/draft.ts'
import type { Replaced } from '../outcome.ts'
import type { CodeOf } from '../refusals/refusals.ts'
import type { FullSplit } from '../split.ts'

/** A migration that was made and not shown yet. */
export interface Candidate {
  readonly before: Facts
  readonly after: Facts
  readonly draft: Draft
  readonly text: string
  readonly split: FullSplit | undefined
  readonly replaced: readonly Replaced[]
  /** Fields of the image's config that change, and that no change names. */
  readonly unnamed: readonly FieldChange[]
}

/** A promise as a check: what is wrong with the migration, or undefined. */
export interface PromiseCheck {
  readonly code: CodeOf<'refused'>
  readonly check: (candidate: Candidate) => string | undefined
}
