import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ecosystems, rules } from '../transforms/index.ts'
import { migrate } from '../src/migrate.ts'
import type { Outcome } from '../src/plan/outcome.ts'
import { openProject } from '../src/project/open-project.ts'

export const fixturesFolder = path.join(import.meta.dirname, '../__fixtures__')

/** What a fixture says of itself beyond its files. */
const caseSchema = z.strictObject({
  port: z.number().optional(),
  paths: z.array(z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  args: z.record(z.string(), z.string()).optional(),
  /** Seconds until the program must answer. */
  wait: z.number().optional(),
  /** False where the images can't be built where registries but the packages' own are out of reach. */
  build: z.boolean().optional(),
  why: z.string().optional(),
})

export interface Fixture {
  /** 'node/npm-workspaces' */
  readonly name: string
  readonly folder: string
  readonly input: string
  readonly context: string
  readonly settings: z.infer<typeof caseSchema>
}

/** Every fixture folder: one with an input.Dockerfile. */
export function listFixtures(): readonly Fixture[] {
  return readdirSync(fixturesFolder)
    .sort()
    .flatMap((group) =>
      readdirSync(path.join(fixturesFolder, group))
        .sort()
        .map((name) => `${group}/${name}`),
    )
    .map((name) => {
      const folder = path.join(fixturesFolder, name)
      const settings = path.join(folder, 'case.json')
      return {
        name,
        folder,
        input: readFileSync(path.join(folder, 'input.Dockerfile'), 'utf8'),
        context: path.join(folder, 'context'),
        settings: caseSchema.parse(
          existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {},
        ),
      }
    })
}

export function migrateFixture(fixture: Fixture): Outcome {
  const project = openProject({
    root: fixture.context,
    dockerfilePath: path.join(fixture.context, 'Dockerfile'),
  })
  return migrate(fixture.input, project, { ecosystems, rules })
}

/** The file that holds a fixture's expected outcome, and what belongs in it. */
export function expectedFile(outcome: Outcome): { readonly name: string; readonly text: string } {
  if (outcome.outcome === 'migrated') return { name: 'output.Dockerfile', text: outcome.after }
  return { name: 'outcome.txt', text: `${outcome.outcome}: ${outcome.code}\n${outcome.reason}\n` }
}
