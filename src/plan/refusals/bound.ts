import { dockerfileLine, placeOf, type Evidence } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import { unknownModuleData } from '../needs/files/module-data.ts'
import type { Seen } from '../needs/seen/seen-program.ts'
import type { FullSplit } from '../split.ts'
import { refuse, type Refusal } from './refuse.ts'

/** A program with a module that runs in the author's own image alone, where no base is that image. */
export function refuseBound(
  { runtimeBases }: FullSplit,
  seen: Seen,
  facts: Facts,
): Refusal | undefined {
  const said = (evidence: Evidence, name: string, why: string) =>
    refuse(
      'runtime-base-lacks-program',
      `No leaner image fits: ${placeOf(evidence)} loads ${name}: ${why}.`,
      dockerfileLine(evidence),
    )
  const lost = unknownModuleData(seen, facts)
  if (lost !== undefined)
    return said(
      lost.evidence,
      lost.name,
      'it reads files beside its sources, and where the image has those is not known',
    )
  if (runtimeBases.some(({ image }) => image === facts.final.stage.base)) return undefined
  for (const { name, row, evidence } of seen.packages)
    if (row.keepsBase !== undefined && seen.programs.some(({ go }) => go !== undefined))
      return said(evidence, name, row.keepsBase)
  return undefined
}
