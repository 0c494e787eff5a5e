import { gatherFacts, type Facts } from '../../facts/facts.ts'
import type { Ecosystem } from '../ecosystem.ts'
import type { Installs } from '../tooling.ts'
import { draftOf } from '../rewrite/draft.ts'
import { applyRevision, parseDraft } from '../rewrite/edit.ts'
import type { Refusal } from '../refusals/refuse.ts'
import { inOwnLines } from './lines-of-prepared.ts'
import { splitStage, type MadeSplit } from './split-stage.ts'
import { stackDrafts } from './stack-drafts.ts'

/**
 * Makes two stages of one. Where the file as it is can't be split, and the ecosystem can prepare it, the prepared file is split; if that
 * fails too, the refusal is the first one, unless that says that the preparation mends what it is about.
 * @throws DraftError where what the ecosystem prepares does not parse
 */
export function makeStages(
  facts: Facts,
  ecosystem: Ecosystem,
  installs: Installs,
): MadeSplit | Refusal {
  const made = splitStage(facts, ecosystem, installs)
  if (made.kind !== 'refused') return made
  const revision = ecosystem.prepare?.(facts)
  if (revision === undefined) return made
  const { dockerfile } = facts
  const prepared = parseDraft(applyRevision({ draft: draftOf(dockerfile), dockerfile }, revision))
  const second = splitStage(
    gatherFacts(prepared.dockerfile, facts.project, facts),
    ecosystem,
    installs,
  )
  if (second.kind !== 'made') return made.isPrepared === true ? inOwnLines(second, prepared) : made
  return {
    ...second,
    draft: stackDrafts(prepared, second.draft),
    contract: [...second.contract, ...(revision.contract ?? [])],
  }
}
