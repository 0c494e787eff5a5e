import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ecosystems } from '../../transforms/index.ts'
import { migrate } from '../../src/migrate.ts'
import type { Outcome } from '../../src/plan/outcome.ts'
import { noPreferences, type Preferences } from '../../src/project/config/preferences.ts'
import { withPreferences } from '../../src/project/config/with-preferences.ts'
import { openProject } from '../../src/project/open-project.ts'
import type { Behaviour, Ecosystem, Rule } from '../../src/transform.ts'

/** A program that is known to write nowhere. */
export const harmless: Behaviour = {
  writes: [],
  writesElsewhere: undefined,
  ports: [],
  programs: [],
}

/** Runs rules alone, those that are off unless asked for, too, over a Dockerfile that has stages already; `files` are the build context. */
export function applyRule(
  rule: Rule | readonly Rule[],
  source: string,
  files: Readonly<Record<string, string>> = {},
  behaviour?: Behaviour,
  preferences: Partial<Preferences> = {},
): Outcome {
  const root = mkdtempSync(path.join(tmpdir(), 'msb-rule-'))
  try {
    for (const [name, text] of Object.entries({ Dockerfile: source, ...files })) {
      mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
      writeFileSync(path.join(root, name), text)
    }
    const project = withPreferences(
      openProject({ root, dockerfilePath: path.join(root, 'Dockerfile') }),
      { ...noPreferences, ...preferences },
    )
    const any: Ecosystem = {
      name: 'any',
      title: 'Anything',
      matches: () => true,
      split: () => ({ kind: 'refused', code: 'no-transform', reason: '', line: undefined }),
      behaviour: () => behaviour,
      purposeOf: (command, variable) =>
        ecosystems.flatMap(({ purposeOf }) => purposeOf?.(command, variable) ?? []).at(0),
    }
    const tooling = ecosystems.map(
      ({ name, installs = [], isBuild = () => false, launchers = [] }) => ({
        name,
        installs,
        isBuild,
        launchers,
      }),
    )
    return migrate(source, project, {
      ...{ ecosystems: [any, ...tooling], rules: [rule].flat(), with: ['all'] },
    })
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** The new text; of a file that stays as it is, why: 'unchanged: already-multi-stage'. */
export function after(outcome: Outcome): string {
  return outcome.outcome === 'migrated' ? outcome.after : `${outcome.outcome}: ${outcome.reason}`
}
