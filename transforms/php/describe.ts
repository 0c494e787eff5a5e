import type { Change } from '../../src/transform.ts'
import type { PhpApp } from './app.ts'
import type { Part } from './parts/part.ts'

/** What the user reads of the split. */
export function describeSplit({ facts }: PhpApp, parts: readonly Part[]): Change {
  const assumptions = parts.flatMap((part) => part.assumptions ?? [])
  const start = facts.start?.processes.flatMap(({ via }) => via) ?? []
  const needsReview = assumptions.length > 0 || parts.some(({ risk }) => risk === 'review')
  return {
    rule: 'split-stages',
    title: 'Prepare the application in a builder stage, run it on the same image',
    why: parts.flatMap((part) => part.notes ?? []).join(' '),
    risk: needsReview ? 'review' : 'safe',
    ...(assumptions.length === 0 ? {} : { assumption: assumptions.join(' ') }),
    evidence: [...start, ...parts.flatMap((part) => part.evidence ?? [])],
  }
}
