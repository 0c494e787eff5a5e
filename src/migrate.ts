import { isParseFailure, parseDockerfile } from './dockerfile/parse/parse.ts'
import { gatherFacts, type Facts } from './facts/facts.ts'
import { authoredEnv, compareArguments, compareConfigs, type FieldChange } from './plan/contract.ts'
import { draftOf, printDraft, type Draft } from './plan/rewrite/draft.ts'
import { applyRevision, DraftError, parseDraft } from './plan/rewrite/edit.ts'
import { describeMigration } from './plan/describe-migration.ts'
import {
  leftAlone,
  needsReview,
  noTransform,
  nothingToDo,
  withdrawn,
} from './plan/refusals/left-alone.ts'
import type { ContractChange, Outcome } from './plan/outcome.ts'
import { withSeen } from './plan/needs/seen-behaviour.ts'
import { seePrograms } from './plan/needs/see-programs.ts'
import { brokenPromise } from './plan/promises/index.ts'
import { refuseBuildChecks } from './plan/refusals/build-checks.ts'
import { refuseMixedLibraries } from './plan/refusals/mixed-libraries.ts'
import { refuse, type Refusal } from './plan/refusals/refuse.ts'
import { refuseUnsetValues } from './plan/refusals/unset-values.ts'
import type { FullSplit } from './plan/split.ts'
import { makeStages } from './plan/make-stages.ts'
import type { Project } from './project/project.ts'
import { isEcosystem, type Rule } from './plan/ecosystem.ts'
import { installsOf, toolRowsOf, type Tooling } from './plan/tooling.ts'

export interface MigrateOptions {
  /** In the order they are asked; of a language without a split, what is known of its tools. */
  readonly ecosystems: readonly Tooling[]
  readonly rules: readonly Rule[]
  /** Rules to use; all where undefined. */
  readonly only?: readonly string[] | undefined
  readonly skip?: readonly string[] | undefined
  /** Leave out what needs review. */
  readonly safe?: boolean | undefined
}

/** A draft on its way through the rules. */
interface Progress {
  readonly draft: Draft
  readonly facts: Facts
  readonly contract: readonly ContractChange[]
  /** Config fields that changed and are not named by what changed them. */
  readonly unnamed: readonly FieldChange[]
}

/** The rule that makes two stages of one; `--skip split-stages` leaves it out. */
export const splitRule = 'split-stages'

/**
 * Migrates one Dockerfile: parse, facts, split, harden, print, check. Pure but for reading the project; the same input gives the
 * same bytes. Never throws for what a user can write: whatever can't be shown to be right comes back as a refusal.
 */
export function migrate(source: string, project: Project, options: MigrateOptions): Outcome {
  const outcome = migrateOnce(source, project, options)
  if (outcome.outcome !== 'migrated') return outcome
  const again = migrateOnce(outcome.after, project.withFiles(outcome.otherFiles), options)
  if (again.outcome === 'unchanged') return outcome
  const reason =
    again.outcome === 'migrated'
      ? again.changes.map((change) => change.title).join('; ')
      : again.reason
  return leftAlone(
    outcome.ecosystem,
    withdrawn('promise-again', `a second run would say: ${reason}`),
  )
}

function migrateOnce(source: string, project: Project, options: MigrateOptions): Outcome {
  try {
    return tryToMigrate(source, project, options)
  } catch (error) {
    if (!(error instanceof DraftError)) throw error
    return leftAlone(undefined, withdrawn('promise-valid', error.message))
  }
}

/** @throws DraftError */
function tryToMigrate(source: string, project: Project, options: MigrateOptions): Outcome {
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile))
    return leftAlone(undefined, refuse(dockerfile.code, dockerfile.reason, dockerfile.line))
  const input = gatherFacts(dockerfile, project, toolRowsOf(options.ecosystems))
  const fails = refuseUnsetValues(input) ?? refuseBuildChecks(dockerfile, 'it')
  if (fails !== undefined) return leftAlone(undefined, fails)
  const ecosystem = options.ecosystems.filter(isEcosystem).find((item) => item.matches(input))
  const installs = installsOf(options.ecosystems, project)
  const isSingle = input.stages.length === 1
  const splits = isSingle && isEnabled(splitRule, options)
  let split: FullSplit | undefined
  let left: Refusal | undefined
  let progress: Progress = { draft: draftOf(dockerfile), facts: input, contract: [], unnamed: [] }
  if (splits) {
    const made =
      ecosystem === undefined ? noTransform(input) : makeStages(input, ecosystem, installs)
    if (made.kind === 'made') {
      if (options.safe === true && made.draft.changes.some(({ risk }) => risk === 'review'))
        return leftAlone(ecosystem?.name, needsReview)
      split = made.split
      progress = advance(progress, made.draft, project, splitRule, made.contract)
    } else {
      if (made.code !== 'nothing-to-leave-behind') return leftAlone(ecosystem?.name, made)
      left = made
    }
  }
  const stays: string[] = []
  for (const rule of options.rules) {
    if (!isEnabled(rule.name, options)) continue
    if (left !== undefined && rule.suitsOneStage !== true) continue
    const current = progress.facts
    const revision = rule.apply({
      facts: current,
      input,
      split,
      installs,
      // Reading the program's sources takes time, and most rules do not ask.
      get behaviour() {
        if (split !== undefined) return split.behaviour
        const said = ecosystem?.behaviour?.(current)
        return said === undefined ? undefined : withSeen(said, seePrograms(current))
      },
    })
    if (revision === undefined) continue
    if ('stays' in revision) {
      stays.push(revision.stays)
      continue
    }
    if (options.safe === true && revision.change.risk === 'review') continue
    const { draft: before, facts } = progress
    const draft = applyRevision({ draft: before, dockerfile: facts.dockerfile }, revision)
    progress = advance(progress, draft, project, rule.name, revision.contract ?? [])
  }
  const { draft, facts } = progress
  // Files beside a Dockerfile that stays as it is are no migration of it.
  if (printDraft(draft) === source)
    return leftAlone(ecosystem?.name, left ?? nothingToDo(input, stays))
  const unfit =
    (split === undefined ? refuseMixedLibraries(input) : undefined) ??
    refuseBuildChecks(facts.dockerfile, 'the new file')
  if (unfit !== undefined) return leftAlone(ecosystem?.name, unfit)
  const migrated = describeMigration(
    draft,
    facts.dockerfile,
    progress.contract,
    stays,
    ecosystem?.name,
    project,
  )
  const broken = brokenPromise({
    before: input,
    after: facts,
    draft,
    text: migrated.after,
    split,
    replaced: migrated.replaced,
    unnamed: progress.unnamed,
  })
  return broken === undefined
    ? migrated
    : leftAlone(ecosystem?.name, withdrawn(broken.code, broken.problem))
}

/** Takes a step: the new draft is parsed, its facts are gathered, and what it changes in the image's config is written down. */
function advance(
  progress: Progress,
  draft: Draft,
  project: Project,
  rule: string,
  allowed: readonly string[],
): Progress {
  const { dockerfile } = parseDraft(draft)
  const facts = gatherFacts(dockerfile, project.withFiles(draft.otherFiles), progress.facts)
  const authored = authoredEnv([progress.facts.dockerfile, dockerfile])
  const differences = compareConfigs(progress.facts.final.config, facts.final.config, authored)
  const byArguments = compareArguments(progress.facts.final, facts.final, authored)
  const isNamed = ({ field }: FieldChange) =>
    allowed.some(
      (name) => name === field || (name.endsWith('*') && field.startsWith(name.slice(0, -1))),
    )
  return {
    draft,
    facts,
    contract: [
      ...progress.contract,
      ...differences.map((difference) => ({ ...difference, by: rule })),
    ],
    unnamed: [
      ...progress.unnamed,
      ...[...differences, ...byArguments].filter((difference) => !isNamed(difference)),
    ],
  }
}

function isEnabled(rule: string, { only, skip }: MigrateOptions): boolean {
  return (only === undefined || only.includes(rule)) && skip?.includes(rule) !== true
}
