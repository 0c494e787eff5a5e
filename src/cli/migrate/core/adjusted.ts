import type { Outcome } from '../../../plan/outcome.ts'
import { type Fault, judgeEdited } from '../../../plan/judge-edited.ts'
import { toolRowsOf } from '../../../plan/tooling.ts'
import {
  joinStatements,
  type Preferences,
  type Statement,
} from '../../../project/config/preferences.ts'
import type { Project } from '../../../project/project.ts'
import type { MigrateOptions } from '../../../migrate.ts'
import type { Adjustment, Answers, FactName } from '../../../report/adjustment.ts'

/** What stands as the file of a fact that a person stated in a review. */
const answerPath = 'your answer'

/** The preferences with what was answered, as if the configuration said so. */
export function withAnswers(preferences: Preferences, answers: Answers): Preferences {
  const said = (name: FactName): readonly Statement[] | undefined =>
    answers[name]?.map((text) => ({
      text,
      evidence: { path: answerPath, line: undefined, text },
    }))
  const statements = joinStatements(preferences.statements, {
    keep: said('keep') ?? [],
    reads: said('reads'),
    writes: said('writes'),
    programs: said('programs'),
    start: said('start'),
  })
  return { ...preferences, statements }
}

/** The outcome with the text that a person wrote; where something speaks against that, the outcome as it was, and what. */
export function withEdited(
  outcome: Outcome,
  { edited }: Adjustment,
  project: Project,
  { ecosystems }: MigrateOptions,
): { readonly result: Outcome; readonly faults?: readonly Fault[] } {
  if (edited === undefined || outcome.outcome !== 'migrated' || edited === outcome.after)
    return { result: outcome }
  const judged = judgeEdited(outcome, edited, project, toolRowsOf(ecosystems))
  return 'outcome' in judged ? { result: judged } : { result: outcome, faults: judged }
}
