import type { Migrated } from '../../src/plan/outcome.ts'
import type { FileReport } from '../../src/report/file-report.ts'
import { openQuestions } from '../../src/open-questions.ts'
import { migrate } from '../../src/migrate.ts'
import { noPreferences } from '../../src/project/config/preferences.ts'
import { withPreferences } from '../../src/project/config/with-preferences.ts'
import { withAnswers, withEdited } from '../../src/cli/migrate/core/adjusted.ts'
import { type Adjustment, noAdjustment } from '../../src/report/adjustment.ts'
import type { FileState } from '../../src/review/state/review-state.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'
import { migratedFrom } from '../cli/fake-core.ts'

/** Reports that need no knowledge: a migration of two changes, one of them an assumption. */
export function reportAt(path: string, adjusted: Adjustment = noAdjustment): FileReport {
  const migrated = migratedFrom('FROM big\nCMD ["app"]\n')
  const user = {
    rule: 'non-root-user',
    title: 'Run as the user "node"',
    why: 'Whoever breaks in is not root then.',
    risk: 'safe',
    evidence: [],
  } as const
  const isOff = adjusted.skip.includes('non-root-user')
  const result: Migrated = isOff
    ? migrated
    : {
        ...migrated,
        after: migrated.after.replace('CMD', 'USER node\nCMD'),
        changes: [...migrated.changes, user],
        origins: [
          ...migrated.origins,
          { line: 2, kind: 'added', from: undefined, by: 'non-root-user' },
          { line: 3, kind: 'kept', from: 2, by: undefined },
        ],
      }
  return { path, context: path.replace(/\/[^/]*$/, ''), result, stages: 1, adjusted }
}

/** A refused file that an answer would help. */
export const refusedReport: FileReport = {
  path: 'jobs/Dockerfile',
  context: 'jobs',
  stages: 1,
  result: {
    outcome: 'refused',
    ecosystem: 'go',
    code: 'runtime-program-unknown',
    reason:
      "main.go:12 starts a program whose name is computed at run time; which programs run time needs can't be told.",
    help: undefined,
    line: undefined,
  },
  questions: [
    {
      fact: 'programs',
      lines: [{ path: 'main.go', line: 12, text: 'exec.Command(os.Getenv("TOOL"))' }],
    },
  ],
}

/** A project in memory, migrated as the command line does it. */
export function migrateFiles(
  files: Readonly<Record<string, string>>,
): (file: FileState | undefined) => FileReport {
  const source = files['Dockerfile'] ?? ''
  return (file) => {
    const adjusted = file?.wanted ?? noAdjustment
    const project = withPreferences(
      memoryProject(files),
      withAnswers(noPreferences, adjusted.answers),
    )
    const options = { ecosystems, rules, skip: adjusted.skip }
    const outcome = migrate(source, project, options)
    return {
      ...{ path: 'app/Dockerfile', context: 'app', stages: 1, adjusted },
      ...withEdited(outcome, adjusted, project, options),
      questions: openQuestions(source, project, options, outcome),
    }
  }
}
