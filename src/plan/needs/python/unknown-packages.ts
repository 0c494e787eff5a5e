import { placeOf, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { RuntimeBase } from '../../split.ts'
import type { PythonSeen } from '../seen/seen-program.ts'

/**
 * A leaner base than the author's full one, with a sentence to accept on packages of Python of which no table tells what they load of the image. Known
 * are those of the table, and those that a lock file has a wheel of: that brings what it links.
 */
export function withUnknownPackages(
  base: RuntimeBase,
  seen: PythonSeen,
  { final }: Facts,
): RuntimeBase {
  if (final.base.variant !== 'full' || base.image === final.stage.base) return base
  const unknown = unknownPackages(seen, final.base.reference.text)
  return unknown === undefined
    ? base
    : { ...base, assumptions: [...(base.assumptions ?? []), unknown] }
}

function unknownPackages(
  { packages, gap }: PythonSeen,
  image: string,
): { readonly why: string; readonly evidence: Evidence } | undefined {
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
