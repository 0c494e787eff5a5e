import { isParseFailure, parseDockerfile } from './dockerfile/parse/parse.ts'
import { gatherFacts, type Facts } from './facts/facts.ts'
import { knownFacts } from './facts/known-facts.ts'
import type { ToolRows } from './facts/tool-rows.ts'
import { draftOf, printDraft } from './plan/rewrite/draft.ts'
import { applyRevision, DraftError, type Revision } from './plan/rewrite/edit.ts'
import { describeMigration } from './plan/describe-migration.ts'
import {
  leftAlone,
  needsReview,
  noTransform,
  nothingToDo,
  withdrawn,
} from './plan/refusals/left-alone.ts'
import type { Outcome } from './plan/outcome.ts'
import { emptyStatements } from './plan/needs/seen/stated-needs.ts'
import { withSeen } from './plan/needs/seen/seen-behaviour.ts'
import { seePrograms } from './plan/needs/seen/see-programs.ts'
import { advance, type Progress } from './plan/progress.ts'
import { brokenPromise } from './plan/promises/index.ts'
import { refuseBuildChecks } from './plan/refusals/build-checks.ts'
import { refuseMixedLibraries } from './plan/refusals/mixed-libraries.ts'
import { refuse, type Refusal } from './plan/refusals/refuse.ts'
import { refuseContradiction } from './plan/refusals/stated-start.ts'
import { refuseUnsetValues } from './plan/refusals/unset-values.ts'
import type { FullSplit } from './plan/split.ts'
import { heedDirectives } from './plan/heed-directives.ts'
import { listText } from './plan/list-text.ts'
import { makeStages } from './plan/ladder/make-stages.ts'
import { isEnabled, type RuleChoice } from './plan/enabled-rules.ts'
import { splitRule } from './plan/rule-names.ts'
import type { Project } from './project/project.ts'
import { isEcosystem, type Rule, type RuleContext } from './plan/ecosystem.ts'
import { installsOf, toolRowsOf, type Tooling } from './plan/tooling.ts'

export interface MigrateOptions extends RuleChoice {
  /** In the order they are asked; of a language without a split, what is known of its tools. */
  readonly ecosystems: readonly Tooling[]
  readonly rules: readonly Rule[]
  /** Leave out what needs review. */
  readonly safe?: boolean | undefined
}

/**
 * Migrates one Dockerfile: parse, facts, split, harden, print, check. Pure but for reading the project; the same input gives the
 * same bytes. Never throws for what a user can write: whatever can't be shown to be right comes back as a refusal.
 */
export function migrate(source: string, project: Project, options: MigrateOptions): Outcome {
  const tools = toolRowsOf(options.ecosystems)
  const outcome = migrateOnce(source, project, options, tools)
  if (outcome.outcome !== 'migrated') return outcome
  const again = migrateOnce(outcome.after, project.withFiles(outcome.otherFiles), options, tools)
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

function migrateOnce(
  source: string,
  given: Project,
  options: MigrateOptions,
  tools: ToolRows,
): Outcome {
  const dockerfile = knownFacts(source, given, tools)?.dockerfile ?? parseDockerfile(source)
  if (isParseFailure(dockerfile))
    return leftAlone(undefined, refuse(dockerfile.code, dockerfile.reason, dockerfile.line))
  const heeded = heedDirectives(dockerfile, given, [splitRule, ...options.rules.map(nameOf)])
  if ('code' in heeded) return leftAlone(undefined, heeded)
  const { project, skip, use } = heeded
  try {
    const own = {
      ...options,
      with: [...(options.with ?? []), ...(options.only === undefined ? use : [])],
      skip: [...(options.skip ?? []), ...skip],
    }
    const facts = knownFacts(source, project, tools) ?? gatherFacts(dockerfile, project, tools)
    return tryToMigrate(facts, own)
  } catch (error) {
    if (!(error instanceof DraftError)) throw error
    return leftAlone(undefined, withdrawn('promise-valid', error.message))
  }
}

/** @throws DraftError */
function tryToMigrate(input: Facts, options: MigrateOptions): Outcome {
  const { dockerfile, project } = input
  const fails =
    refuseUnsetValues(input) ?? refuseBuildChecks(dockerfile, 'it') ?? refuseContradiction(input)
  if (fails !== undefined) return leftAlone(undefined, fails)
  const ecosystem = options.ecosystems.filter(isEcosystem).find((item) => item.matches(input))
  const installs = installsOf(options.ecosystems, project)
  const isSingle = input.stages.length === 1
  const splits = isSingle && isEnabled({ name: splitRule }, options)
  let split: FullSplit | undefined
  let left: Refusal | undefined
  const stays: string[] = [...emptyStatements(input)]
  let worthAlone: Revision | undefined
  let progress: Progress = { draft: draftOf(dockerfile), facts: input, contract: [], unnamed: [] }
  if (splits) {
    const made =
      ecosystem === undefined ? noTransform(input) : makeStages(input, ecosystem, installs)
    if (made.kind === 'made') {
      if (options.safe === true && made.draft.changes.some(({ risk }) => risk === 'review'))
        return leftAlone(ecosystem?.name, needsReview)
      split = made.split
      progress = advance(progress, made.draft, project, splitRule, made.contract)
      stays.push(...made.stays)
    } else {
      if (made.code !== 'nothing-to-leave-behind') return leftAlone(ecosystem?.name, made)
      left = made
      stays.push(made.reason)
    }
  }
  for (const rule of options.rules) {
    const isOn = isEnabled(rule, options) || isWanted(rule, options, progress.facts)
    if (!isOn && (rule.hint === undefined || options.skip?.includes(rule.name) === true)) continue
    const current = progress.facts
    const context: RuleContext = {
      facts: current,
      input,
      split,
      installs,
      isTest: (command) =>
        options.ecosystems.some(
          ({ purposeOf }) => purposeOf?.(command, () => undefined)?.kind === 'tests',
        ),
      // Reading the program's sources takes time, and most rules do not ask.
      get behaviour() {
        if (split !== undefined) return split.behaviour
        const said = ecosystem?.behaviour?.(current)
        return said === undefined ? undefined : withSeen(said, seePrograms(current))
      },
    }
    if (!isOn) {
      stays.push(...[rule.hint?.(context) ?? []].flat())
      continue
    }
    const revision = rule.apply(context)
    if (revision === undefined) continue
    if ('stays' in revision) {
      stays.push(revision.stays)
      continue
    }
    if (options.safe === true && revision.change.risk === 'review') continue
    if (revision.isWorthAlone === true) worthAlone ??= revision
    stays.push(...(revision.left ?? []))
    const { draft: before, facts } = progress
    const draft = applyRevision({ draft: before, dockerfile: facts.dockerfile }, revision)
    progress = advance(progress, draft, project, rule.name, revision.contract ?? [])
  }
  const { draft, facts } = progress
  if (printDraft(draft) === dockerfile.source) {
    // Files beside a Dockerfile that stays as it is are no migration of it, unless that is what was asked for.
    if (worthAlone === undefined || options.only === undefined) {
      if (worthAlone !== undefined) {
        const { change, otherFiles = [] } = worthAlone
        const files = listText(otherFiles.map(({ path }) => path))
        stays.push(change.why, `\`--only ${change.rule}\` writes ${files} alone.`)
      }
      return leftAlone(ecosystem?.name, nothingToDo(input, left, stays))
    }
    stays.push('The Dockerfile itself stays as it is.')
  }
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
    isSplit: split !== undefined,
    replaced: migrated.replaced,
    unnamed: progress.unnamed,
  })
  return broken === undefined
    ? migrated
    : leftAlone(ecosystem?.name, withdrawn(broken.code, broken.problem))
}

/** Nobody asks for the rule, and the project shows that it is wanted. */
const isWanted = (rule: Rule, { only, skip }: RuleChoice, facts: Facts): boolean =>
  only === undefined && skip?.includes(rule.name) !== true && rule.isWanted?.(facts) === true

const nameOf = ({ name }: Rule) => name
