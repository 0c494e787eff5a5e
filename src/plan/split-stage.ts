import { dockerfileLine } from '../facts/evidence.ts'
import type { Facts } from '../facts/facts.ts'
import { withoutCredentials } from './build-credentials.ts'
import type { Change } from './change.ts'
import type { Ecosystem } from './ecosystem.ts'
import { climb, factsOfDraft } from './climb.ts'
import type { Draft } from './rewrite/draft.ts'
import type { Installs } from './tooling.ts'
import { leftBehind, saying, tooLittle } from './left-behind.ts'
import { lookAgain } from './needs/lost/image-needs.ts'
import { seeAgain } from './needs/lost/lacks.ts'
import { seePrograms } from './needs/seen/see-programs.ts'
import { lostVariable } from './needs/lost/lost-variable.ts'
import { foreignFile } from './needs/files/foreign-files.ts'
import { lostRight, unwritablePath } from './needs/lost/unwritable.ts'
import { systemNeeds } from './needs/system/system-files.ts'
import { oneStage } from './one-stage.ts'
import { refuseLack, refuseMissingSource, withUnseenSources } from './refusals/missing-source.ts'
import { nothingToLeave, nothingWithout } from './refusals/nothing-to-leave.ts'
import { refuse, type Refusal } from './refusals/refuse.ts'
import { refuseBound } from './refusals/bound.ts'
import { generalRefusal } from './refusals/general.ts'
import { refuseStarted } from './refusals/started.ts'
import { refuseUnread } from './refusals/stated-start.ts'
import type { Fit } from './base/try-base.ts'
import { fullSplit, type FullSplit } from './split.ts'

/** A draft with two stages, and the fields of the image's config that the split may change. */
export interface MadeSplit {
  readonly kind: 'made'
  readonly split: FullSplit
  readonly draft: Draft
  readonly contract: readonly string[]
}

/** A builder from which nothing is copied has no purpose. */
function takesFromBuilder({ pieces }: Draft): boolean {
  return pieces.some((piece) => piece.kind === 'added' && /\s--from=/.test(piece.text))
}

/** Asks the ecosystem for a split, and makes it on the leanest base that has all that run time needs. */
export function splitStage(
  facts: Facts,
  ecosystem: Ecosystem,
  installs: Installs,
): MadeSplit | Refusal {
  const general =
    generalRefusal(facts) ??
    refuseStarted(facts, ecosystem.purposeOf ?? (() => undefined), installs)
  if (general !== undefined) return general
  const given = ecosystem.split(facts)
  if (given.kind !== 'split') return given
  const seen = seePrograms(facts)
  const answer = lookAgain(withoutCredentials(fullSplit(given), facts), seen, facts)
  const missing =
    refuseUnread(answer, facts) ??
    refuseMissingSource(facts, answer) ??
    refuseBound(answer, seen, facts)
  if (missing !== undefined) return missing
  if (answer.withoutBuilder) {
    const split = withUnseenSources(answer, facts)
    return { kind: 'made', split, draft: oneStage(facts, split), contract: split.contract }
  }
  let last: Extract<Fit, { fits: false }> | undefined
  for (const base of answer.runtimeBases) {
    const split = withUnseenSources({ ...answer, ...base.override }, facts)
    const made = climb(facts, split, base, systemNeeds(seen, facts))
    if (made.kind === 'unfit') {
      last = made.fit
      continue
    }
    if (made.kind === 'unpaid')
      return last === undefined
        ? nothingToLeave
        : nothingWithout(last.why, dockerfileLine(last.evidence))
    if (made.kind !== 'made') return made
    if (!takesFromBuilder(made.draft)) return nothingToLeave
    const after = factsOfDraft(made.draft, facts)
    const absent = refuseLack(facts, after)
    if (absent !== undefined) return absent
    const again = seeAgain(facts, after)
    const foreign = foreignFile(facts, after)
    if (foreign !== undefined) {
      last = { fits: false, why: foreign, evidence: undefined }
      continue
    }
    const right = lostRight(again, facts, after)
    if (right !== undefined) {
      last = {
        fits: false,
        why: `${right}, and ${base.image} has another user`,
        evidence: undefined,
      }
      continue
    }
    const unset = lostVariable(facts, after)
    if (unset !== undefined) {
      const why = `${unset}, which ${base.image} does not set`
      last = { fits: false, why, evidence: undefined }
      continue
    }
    const lost = unwritablePath(again, facts, after)
    if (lost !== undefined) {
      const why = `${lost.evidence.path} writes to ${lost.path}, which the user of ${base.image} may not`
      last = { fits: false, why, evidence: lost.evidence }
      continue
    }
    const leavings = leftBehind(facts, after, made.split)
    const little = tooLittle(facts, after, leavings)
    if (little !== undefined) return little
    return { ...withChange(made, saying(made.split.change, leavings)), contract: split.contract }
  }
  return refuse(
    'runtime-base-lacks-program',
    `No leaner image fits: ${last?.why ?? 'there is none for this base'}.`,
    dockerfileLine(last?.evidence),
  )
}

function withChange<T extends Omit<MadeSplit, 'contract'>>(made: T, change: Change): T {
  const { split, draft } = made
  const changes = draft.changes.map((item) => (item === split.change ? change : item))
  return { ...made, split: { ...split, change }, draft: { ...draft, changes } }
}
