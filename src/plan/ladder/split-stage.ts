import { once } from '../../dockerfile/remember.ts'
import { dockerfileLine, type Evidence } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import { asked, notOn, wantedBase } from '../base/wanted-base.ts'
import type { Fit } from '../base/try-base.ts'
import { withoutCredentials } from '../build-credentials.ts'
import type { Behaviour } from '../behaviour.ts'
import { assuming, type Change } from '../change.ts'
import type { Ecosystem } from '../ecosystem.ts'
import { climb } from './climb.ts'
import { factsOfDraft } from '../rewrite/draft-facts.ts'
import type { Draft } from '../rewrite/draft.ts'
import type { Installs } from '../tooling.ts'
import { leftBehind, saying, tooLittle } from '../left-behind.ts'
import { lookAgain } from '../needs/lost/image-needs.ts'
import { lostInterpreter } from '../needs/python/lost-interpreter.ts'
import { whyHeld } from '../needs/system/bases-with-libraries.ts'
import { seeAgain } from '../needs/lost/lacks.ts'
import { seePrograms } from '../needs/seen/see-programs.ts'
import { lostVariable } from '../needs/lost/lost-variable.ts'
import { foreignFile } from '../needs/files/foreign-files.ts'
import { compiledTwice, lostTool } from '../needs/lost/lost-tool.ts'
import { lostRight, unwritablePath } from '../needs/lost/unwritable.ts'
import { systemNeeds } from '../needs/system/system-files.ts'
import { heldOn, splitOn } from './on-base.ts'
import { oneStage, standingAlone } from './one-stage.ts'
import { refuseLack, refuseMissingSource, withUnseenSources } from '../refusals/missing-source.ts'
import { nothingToLeave, nothingWithout } from '../refusals/nothing-to-leave.ts'
import { refuse, type Refusal } from '../refusals/refuse.ts'
import { refuseBound } from '../refusals/bound.ts'
import { refuseTaken } from '../refusals/built-upon.ts'
import { generalRefusal } from '../refusals/general.ts'
import { refuseStarted } from '../refusals/started.ts'
import { refuseUnread } from '../refusals/stated-start.ts'
import { fullSplit, type FullSplit, type RuntimeBase } from '../split.ts'

/** A draft with two stages, and the fields of the image's config that the split may change. */
export interface MadeSplit {
  readonly kind: 'made'
  readonly split: FullSplit
  readonly draft: Draft
  readonly contract: readonly string[]
  /** Sentences on what was wanted and is not done. */
  readonly stays: readonly string[]
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
  const own = sayingWhoStarts(fullSplit(given), facts)
  const wanted = wantedBase(own.runtimeBases, ecosystem.name, facts)
  const tried = wanted?.base === undefined ? [] : [wanted.base]
  const runtimeBases = [...tried, ...own.runtimeBases]
  const answer = lookAgain(withoutCredentials({ ...own, runtimeBases }, facts), seen, facts)
  const missing =
    refuseUnread(answer, facts) ??
    refuseMissingSource(facts, answer) ??
    refuseBound(answer, seen, facts)
  if (missing !== undefined) return missing
  if (answer.withoutBuilder) {
    const [base] = answer.runtimeBases
    const isWanted = base !== undefined && base.image === wanted?.base?.image
    const change = isWanted ? asked(answer.change, wanted) : answer.change
    const split = withUnseenSources({ ...answer, change }, facts)
    const stays = wanted === undefined ? [] : notOn(wanted, base?.image, undefined)
    const draft = oneStage(facts, split)
    const taken = refuseTaken(facts, factsOfDraft(draft, facts.project, facts))
    return taken ?? { kind: 'made', split, draft, contract: split.contract, stays }
  }
  const unfit: Extract<Fit, { fits: false }>[] = []
  const ofSystem = once(() => systemNeeds(seen, facts))
  for (const base of answer.runtimeBases) {
    const isWanted = base.image === wanted?.base?.image
    const split = withUnseenSources(splitOn(base, answer), facts)
    const climbed = climb(facts, split, base, ofSystem())
    if (climbed.kind === 'unfit') {
      unfit.push(climbed.fit)
      continue
    }
    if (climbed.kind === 'unpaid') {
      const isHeld = answer.runtimeBases.length < runtimeBases.length
      const last = unfit.at(-1) ?? (isHeld ? whyHeld(runtimeBases, seen, facts) : undefined)
      return last === undefined
        ? nothingToLeave
        : nothingWithout(last.why, dockerfileLine(last.evidence))
    }
    if (climbed.kind !== 'made') return climbed
    const made = takesFromBuilder(climbed.draft) ? climbed : withoutItsBuilder(facts, climbed, base)
    if (made === undefined) return nothingToLeave
    const after = factsOfDraft(made.draft, facts.project, facts)
    const absent = refuseLack(facts, after)
    if (absent !== undefined) return absent
    const why = unfitAfter(facts, after, base.image, made.split.behaviour)
    if (why !== undefined) {
      if (base.image === facts.final.stage.base && compiledTwice(after) !== undefined)
        return nothingWithout(why.why, dockerfileLine(why.evidence))
      unfit.push({ fits: false, ...why })
      continue
    }
    const leavings = leftBehind(facts, after, made.split)
    const little = tooLittle(facts, after, leavings)
    if (little !== undefined && isWanted) {
      unfit.push({ fits: false, why: 'it leaves too little behind', evidence: undefined })
      continue
    }
    if (little !== undefined) return little
    const change = saying(made.split.change, leavings)
    return {
      ...withChange(made, isWanted ? asked(change, wanted) : change),
      contract: split.contract,
      stays: [
        ...(wanted === undefined ? [] : notOn(wanted, base.image, unfit[0]?.why)),
        ...heldOn(base, own.runtimeBases, unfit, seen, facts),
      ],
    }
  }
  const last = unfit.at(-1)
  return refuse(
    'runtime-base-lacks-program',
    `No leaner image fits: ${last?.why ?? 'there is none for this base'}.`,
    dockerfileLine(last?.evidence),
  )
}

/** The same in one stage; undefined where that is not what the author has. */
function withoutItsBuilder<T extends Pick<MadeSplit, 'split' | 'draft'>>(
  facts: Facts,
  made: T,
  base: RuntimeBase,
): T | undefined {
  const after = factsOfDraft(made.draft, facts.project, facts)
  const draft = standingAlone(facts, after, made.split, base)
  return draft === undefined ? undefined : { ...made, draft }
}

/** A start command that others give is an assumption, and what the base image starts instead may change. */
function sayingWhoStarts(split: FullSplit, { start }: Facts): FullSplit {
  const { given } = start ?? {}
  if (given === undefined) return split
  const said = `The file has no start command: what runs is what ${given.path}:${given.line} gives.`
  return {
    ...split,
    contract: [...split.contract, 'Cmd'],
    change: assuming(split.change, said),
  }
}

/** What only the finished stages show to speak against their base. */
function unfitAfter(
  facts: Facts,
  after: Facts,
  image: string,
  { closed = [] }: Behaviour,
): { readonly why: string; readonly evidence: Evidence | undefined } | undefined {
  const again = seeAgain(facts, after)
  const foreign = foreignFile(facts, after)
  if (foreign !== undefined) return { why: foreign, evidence: undefined }
  const interpreter = lostInterpreter(facts, after)
  if (interpreter !== undefined) return { why: interpreter, evidence: undefined }
  const tool = lostTool(facts, after)
  if (tool !== undefined) return { why: tool, evidence: undefined }
  const right = lostRight(again, facts, after, closed)
  if (right !== undefined)
    return { why: `${right}, and ${image} has another user`, evidence: undefined }
  const unset = lostVariable(facts, after)
  if (unset !== undefined)
    return { why: `${unset}, which ${image} does not set`, evidence: undefined }
  const lost = unwritablePath(again, facts, after)
  if (lost === undefined) return undefined
  const why = `${lost.evidence.path} writes to ${lost.path}, which the user of ${image} may not`
  return { why, evidence: lost.evidence }
}

function withChange<T extends Omit<MadeSplit, 'contract' | 'stays'>>(made: T, change: Change): T {
  const { split, draft } = made
  const changes = draft.changes.map((item) => (item === split.change ? change : item))
  return { ...made, split: { ...split, change }, draft: { ...draft, changes } }
}
