import type { Evidence } from '../facts/evidence.ts'

/** What a rule did to one file, in the words that the user reads. */
export interface Change {
  readonly rule: string
  readonly title: string
  readonly why: string
  /** 'review' rests on an assumption, which is said. */
  readonly risk: 'safe' | 'review'
  readonly assumption?: string
  readonly evidence: readonly Evidence[]
}

/** A change that rests on one thing more, as a sentence, with the line that it is about where there is one. */
export const assuming = (change: Change, why: string, evidence?: Evidence): Change => ({
  ...change,
  risk: 'review',
  assumption: change.assumption === undefined ? why : `${change.assumption} ${why}`,
  evidence: evidence === undefined ? change.evidence : [...change.evidence, evidence],
})

/** A file beside the Dockerfile that a change writes; `before` is null for a new one. Paths relative to the context. */
export interface OtherFile {
  readonly path: string
  readonly before: string | null
  readonly after: string
}
