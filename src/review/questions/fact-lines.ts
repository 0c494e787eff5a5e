import { stringify } from 'yaml'
import { factNames } from '../../report/adjustment.ts'
import type { FileState } from '../state/review-state.ts'

/** What the configuration would say in place of the answers: an override for each file that is written. */
export interface FactOverride {
  /** As the review shows it. */
  readonly path: string
  readonly facts: Readonly<Record<string, readonly string[]>>
}

/** The answers of the files that are to be written. */
export function factOverrides(files: readonly FileState[]): readonly FactOverride[] {
  return files.flatMap(({ decision, report, wanted }) => {
    const facts = factNames.flatMap((name) => {
      const values = wanted.answers[name]
      return values === undefined ? [] : [[name, values] as const]
    })
    return decision !== 'write' || facts.length === 0
      ? []
      : [{ path: report.path, facts: Object.fromEntries(facts) }]
  })
}

/** The lines to put into msb-migrate.config.yaml; none where nothing was answered. */
export function factLines(files: readonly FileState[]): readonly string[] {
  const overrides = factOverrides(files)
  if (overrides.length === 0) return []
  const text = stringify(
    { overrides: overrides.map(({ path, facts }) => ({ files: path, facts })) },
    { flowCollectionPadding: false, collectionStyle: 'any', lineWidth: 0 },
  )
  return text.trimEnd().split('\n')
}
