import type { Gap } from '../../programs/source-facts.ts'
import type { Statements } from './preferences.ts'

/** The kinds of gaps that a statement closes: a list that is there is whole. */
export function settledBy({ reads, writes, programs }: Statements): ReadonlySet<Gap['what']> {
  return new Set<Gap['what']>([
    ...(reads === undefined ? [] : (['reads', 'loads'] as const)),
    ...(writes === undefined ? [] : (['writes'] as const)),
    ...(programs === undefined ? [] : (['starts'] as const)),
  ])
}
