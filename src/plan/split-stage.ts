import { dockerfileLine } from '../facts/evidence.ts'
import { gatherFacts, type Facts } from '../facts/facts.ts'
import { withoutCredentials } from './build-credentials.ts'
import type { Change } from './change.ts'
import type { Ecosystem } from './ecosystem.ts'
import { assemble } from './rewrite/assemble.ts'
import type { Draft } from './rewrite/draft.ts'
import { parseDraft } from './rewrite/edit.ts'
import type { Installs } from './tooling.ts'
import { leftBehind, saying, tooLittle } from './left-behind.ts'
import { liftCommands } from './lift-commands.ts'
import { liftCopies, liftFiles } from './lift-files.ts'
import { fileGapsOf } from './needs/file-gaps.ts'
import { lackingCopies, lackingFiles, seeAgain } from './needs/lacks.ts'
import { lackingCommands } from './needs/lacking-commands.ts'
import { lookAgain } from './needs/image-needs.ts'
import { seePrograms } from './needs/see-programs.ts'
import { foreignFile } from './needs/foreign-files.ts'
import { lostRight, unwritablePath } from './needs/unwritable.ts'
import { systemNeeds } from './needs/system/system-files.ts'
import { oneStage } from './one-stage.ts'
import { installsOf, needsOf } from './base/runtime-needs.ts'
import { refuseLack, refuseMissingSource, withUnseenSources } from './refusals/missing-source.ts'
import { tryBase, type Fit } from './base/try-base.ts'
import { nothingToLeave, nothingWithout } from './refusals/nothing-to-leave.ts'
import { refuse, type Refusal } from './refusals/refuse.ts'
import { generalRefusal } from './refusals/general.ts'
import { refuseStarted } from './refusals/started.ts'
import {
  fullSplit,
  type Artifact,
  type FullSplit,
  type RuntimeBase,
  type RuntimePackage,
} from './split.ts'

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
  const missing = refuseMissingSource(facts, answer)
  if (missing !== undefined) return missing
  if (answer.withoutBuilder) {
    const split = withUnseenSources(answer, facts)
    return { kind: 'made', split, draft: oneStage(facts, split), contract: split.contract }
  }
  let last: Extract<Fit, { fits: false }> | undefined
  for (const base of answer.runtimeBases) {
    const split = withUnseenSources({ ...answer, ...base.override }, facts)
    const assembly = assemble(facts, split, base, [])
    if ('kind' in assembly) return assembly
    const { runtimeCommands, artifacts } = assembly
    const installs = [...installsOf(runtimeCommands), ...assembly.installs]
    const needs = needsOf(facts, split, runtimeCommands)
    const files = systemNeeds(seen, facts)
    const trial = { facts, split, candidate: base, needs, runtimeCommands, installs, artifacts }
    const fit = tryBase({ ...trial, files })
    if (!fit.fits) {
      last = fit
      continue
    }
    if (!base.pays)
      return last === undefined
        ? nothingToLeave
        : nothingWithout(last.why, dockerfileLine(last.evidence))
    const made = assembleWhole(facts, withFiles(split, fit.files, facts), base, fit.packages)
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

/**
 * Makes the two stages, looks at what the program needs without asking the transform again, and takes along what is lacking. What is taken
 * along is followed in turn; where that does not end, the promise says what is still missing.
 */
function assembleWhole(
  facts: Facts,
  given: FullSplit,
  base: RuntimeBase,
  packages: readonly string[],
): Omit<MadeSplit, 'contract'> | Refusal {
  let split = given
  for (let rung = 0; ; rung++) {
    const made = assemble(facts, split, base, packages)
    if ('kind' in made) return made
    const { draft } = made
    const lifted = rung > highest ? split : lift(split, facts, factsOfDraft(draft, facts))
    if (lifted === split) return { kind: 'made', split, draft }
    split = lifted
  }
}

const highest = 3

/** The split on its next rung; the same where nothing is lacking. */
function lift(split: FullSplit, facts: Facts, after: Facts): FullSplit {
  const commands = lackingCommands(facts, after)
  if (commands.length > 0) return liftCommands(split, commands, facts)
  const seen = seeAgain(facts, after)
  const gaps = new Map(
    fileGapsOf(seen)
      .toReversed()
      .map((gap) => [gap.what, gap]),
  )
  for (const gap of [...gaps.values()].reverse()) {
    const copies = lackingCopies(gap, facts, after).filter(
      (copy) => split.placeCopy(copy) === 'build',
    )
    if (copies.length > 0) return liftCopies(split, copies, gap, facts)
  }
  const lacks = lackingFiles(seen, facts, after)
  return liftFiles(split, lacks, facts)
}

function withChange<T extends Omit<MadeSplit, 'contract'>>(made: T, change: Change): T {
  const { split, draft } = made
  const changes = draft.changes.map((item) => (item === split.change ? change : item))
  return { ...made, split: { ...split, change }, draft: { ...draft, changes } }
}

const factsOfDraft = (draft: Draft, facts: Facts) =>
  gatherFacts(parseDraft(draft).dockerfile, facts.project.withFiles(draft.otherFiles), facts)

/** Packages that the image can't install come as files from the builder. */
function withFiles(
  split: FullSplit,
  packages: readonly RuntimePackage[],
  { final }: Facts,
): FullSplit {
  const last = final.stage.instructions.findLast(({ keyword }) => /^(RUN|COPY|ADD)$/.test(keyword))
  if (last === undefined || packages.length === 0) return split
  const files = packages.flatMap(({ files = [], evidence }) =>
    files.map((file): Artifact => ({
      ...file,
      after: last,
      evidence: [evidence],
    })),
  )
  return { ...split, artifacts: [...split.artifacts, ...files] }
}
