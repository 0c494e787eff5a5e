import type { BuildFailure, BuildStats, EngineProblem } from './build-outcome.ts'
import type { Finding } from './finding.ts'
import type { ImageDifference, ImageFacts } from './image-difference.ts'
import type { Observation } from './observation.ts'

export const verdicts = [
  'same',
  'different',
  'build-broken',
  'baseline-broken',
  'not-runnable',
  'skipped',
] as const

/**
 * - `same`: both images build, and whatever was looked at is the same.
 * - `different`: something is not.
 * - `build-broken`: the new Dockerfile does not build, the old one does.
 * - `baseline-broken`: the old one does not build; nothing is known of the new one.
 * - `not-runnable`: the old image does not get as far as answering; all else that was looked at is the same.
 * - `skipped`: nothing was built.
 */
export type Verdict = (typeof verdicts)[number]

/** What came of one Dockerfile. */
export interface Verification {
  readonly verdict: Verdict
  /** One sentence. */
  readonly reason: string
  /** What makes it `different`. */
  readonly differences: readonly Finding[]
  /** Worth knowing, no reason to doubt. */
  readonly notes: readonly Finding[]
  readonly builds: { readonly before?: BuildStats; readonly after?: BuildStats }
  /** Undefined where one of them was not built. */
  readonly images?: {
    readonly before: ImageFacts
    readonly after: ImageFacts
    readonly difference: ImageDifference
  }
  /** What the containers did; undefined where they were not run. */
  readonly runs?: { readonly before: Observation; readonly after: Observation }
  /** Of the build that failed. */
  readonly failure?: BuildFailure
  /** What of the surroundings kept it from being verified. */
  readonly problem?: EngineProblem
}

/** A verification that ended before anything could be compared. */
export function endedEarly(
  verdict: Verdict,
  reason: string,
  rest: Partial<Verification> = {},
): Verification {
  return { verdict, reason, differences: [], notes: [], builds: {}, ...rest }
}

/** A verification that something of the surroundings prevented. */
export function keptFrom(problem: EngineProblem): Verification {
  return endedEarly('skipped', `Not verified: ${problem.message}.`, { problem })
}
