import { placeOf, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { FullSplit } from '../../split.ts'
import type { PythonSeen } from '../seen/seen-program.ts'

/**
 * Packages of Python of which no table tells what they load of the image, where a full image becomes a leaner one, as a sentence to accept. Known
 * are those of the table, and those that a lock file has a wheel of: that brings what it links.
 */
export function unknownPackages(
  { runtimeBases }: FullSplit,
  { packages, gap }: PythonSeen,
  { final: { base, stage } }: Facts,
): { readonly why: string; readonly evidence: Evidence } | undefined {
  if (base.variant !== 'full' || runtimeBases.every(({ image }) => image === stage.base))
    return undefined
  const image = base.reference.text
  const unknown = packages.filter(
    ({ row, isWheel }) => row?.isCompiled === undefined && isWheel !== true,
  )
  const [first, second] = unknown
  if (first !== undefined) {
    const more = unknown.length - 1
    const others =
      second === undefined ? '' : more === 1 ? ` and ${second.name}` : ` and ${more} other packages`
    const verb = more === 0 ? 'needs' : 'need'
    return {
      why: `${first.name}${others} (${placeOf(first.evidence)}) ${verb} no library that only ${image} has.`,
      evidence: first.evidence,
    }
  }
  return gap === undefined
    ? undefined
    : {
        why: `What ${placeOf(gap)} installs needs no library that only ${image} has.`,
        evidence: gap,
      }
}
