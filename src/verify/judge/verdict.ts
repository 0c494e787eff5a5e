import type { ImageComparison } from '../image/compare-images.ts'
import type { RunComparison } from './judge-runs.ts'
import type { Verdict, Verification } from '../../verification/verification.ts'
import type { Finding } from '../../verification/finding.ts'

/** The verdict on a service whose images were both built. One difference makes it `different`. `runs` is undefined if they were not run. */
export function conclude(
  builds: Verification['builds'],
  { images, ...compared }: ImageComparison,
  runs: RunComparison | undefined,
): Verification {
  const differences = [...compared.differences, ...(runs?.differences ?? [])]
  return {
    ...judge(differences, runs),
    differences,
    notes: [...compared.notes, ...(runs?.notes ?? [])],
    builds,
    images,
    ...(runs === undefined ? {} : { runs: { before: runs.before, after: runs.after } }),
  }
}

function judge(
  differences: readonly Finding[],
  runs: RunComparison | undefined,
): { readonly verdict: Verdict; readonly reason: string } {
  const { length } = differences
  if (length > 0) {
    const reason = length === 1 ? 'One thing is different.' : `${length} things are different.`
    return { verdict: 'different', reason }
  }
  if (runs !== undefined) return { verdict: runs.verdict, reason: runs.reason }
  return { verdict: 'same', reason: 'Both build; they were not run.' }
}
