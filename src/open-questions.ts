import { isParseFailure, parseDockerfile } from './dockerfile/parse/parse.ts'
import type { Evidence } from './facts/evidence.ts'
import { type Facts, gatherFacts } from './facts/facts.ts'
import { migrate, type MigrateOptions } from './migrate.ts'
import { seePrograms } from './plan/needs/seen/see-programs.ts'
import type { Outcome } from './plan/outcome.ts'
import { toolRowsOf } from './plan/tooling.ts'
import type { Gap } from './programs/source-facts.ts'
import { joinStatements, noStatements, type Statements } from './project/config/preferences.ts'
import { settledBy } from './project/config/settled.ts'
import { withPreferences } from './project/config/with-preferences.ts'
import type { Project } from './project/project.ts'

/** A fact that a person can state, and that would change what comes of a file. Plain data. */
export interface Question {
  readonly fact: QuestionFact
  /** The lines that leave it open, the first ones; none where no source is there to be read. */
  readonly lines: readonly Evidence[]
}

const facts = ['reads', 'writes', 'programs', 'start'] as const
export type QuestionFact = (typeof facts)[number]

/** Lines that a question names. */
const mostLines = 3

/**
 * The questions behind what came of a file. A fact is worth a question where its statement changes the outcome; that is tried, not looked
 * up, so that a new reason to refuse needs no row here. The empty list that is tried is no answer.
 */
export function openQuestions(
  source: string,
  project: Project,
  options: MigrateOptions,
  outcome: Outcome,
): readonly Question[] {
  const open = facts.filter((fact) => project.preferences.statements[fact] === undefined)
  const gives = (stated: readonly QuestionFact[]): boolean =>
    textOf(migrate(source, stating(project, stated), options)) !== textOf(outcome)
  if (open.length === 0 || !gives(open)) return []
  const single = open.filter((fact) => gives([fact]))
  // Where none is enough by itself, all of them are asked: each answer brings the next question closer.
  const asked = single.length > 0 ? single : open
  const dockerfile = parseDockerfile(source)
  if (isParseFailure(dockerfile)) return []
  const seen = gatherFacts(dockerfile, project, toolRowsOf(options.ecosystems))
  return asked.map((fact) => ({ fact, lines: gapsOf(seen, fact) }))
}

function stating(project: Project, stated: readonly QuestionFact[]): Project {
  const { preferences } = project
  const empty: Statements = {
    ...noStatements,
    ...Object.fromEntries(stated.map((fact) => [fact, []])),
  }
  return withPreferences(project, {
    ...preferences,
    statements: joinStatements(preferences.statements, empty),
  })
}

/** What is written, or the reason why nothing is. */
function textOf(outcome: Outcome): string {
  return outcome.outcome === 'migrated'
    ? JSON.stringify([outcome.after, outcome.otherFiles])
    : `${outcome.code} ${outcome.reason}`
}

function gapsOf(of: Facts, fact: QuestionFact): readonly Evidence[] {
  if (fact === 'start')
    return (of.start?.openEnds ?? []).map(({ evidence }) => evidence).slice(0, mostLines)
  const kinds = settledBy({ ...noStatements, [fact]: [] })
  const found = new Map<string, Evidence>()
  const add = ({ what, path, at }: Gap & { readonly path: string }): void => {
    if (kinds.has(what)) found.set(`${path}:${at.line}`, { path, ...at })
  }
  for (const { graph } of seePrograms(of).programs) {
    for (const { path, gaps } of graph.modules) for (const gap of gaps) add({ ...gap, path })
    for (const gap of graph.gaps) add(gap)
  }
  return [...found.values()].slice(0, mostLines)
}
