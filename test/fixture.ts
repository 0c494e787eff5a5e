import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { ecosystems, rules } from '../transforms/index.ts'
import { migrate } from '../src/migrate.ts'
import type { Outcome } from '../src/plan/outcome.ts'
import { configSchema } from '../src/project/config/config-schema.ts'
import { settingsFor } from '../src/project/config/file-settings.ts'
import { configNames } from '../src/project/config/find-config.ts'
import type { Config } from '../src/project/config/read-config.ts'
import { withPreferences } from '../src/project/config/with-preferences.ts'
import { openProject } from '../src/project/open-project.ts'
import type { Project } from '../src/project/project.ts'

export const fixturesFolder = path.join(import.meta.dirname, '../__fixtures__')

/** A path that both images are asked for. */
const requestSchema = z.strictObject({
  path: z.string(),
  /** What the browser says that it takes; anything unless said. */
  accept: z.string().optional(),
  /**
   * How much of both answers must be the same: all of it unless said. Of a page that a development server makes, `type`: the status and the
   * type; of a 404 whose page is the server's own, `status`; `redirect` where another 3xx leads to the same place.
   */
  compare: z.enum(['all', 'type', 'status', 'redirect']).optional(),
})

/** What a fixture says of itself beyond its files. */
const caseSchema = z.strictObject({
  /** Rules that are off unless asked for, and are asked for. */
  with: z.array(z.string()).optional(),
  only: z.array(z.string()).optional(),
  /** Where the Dockerfile stands in the context; 'Dockerfile' unless said. */
  dockerfile: z.string().optional(),
  port: z.number().optional(),
  paths: z.array(z.union([z.string().transform((path) => ({ path })), requestSchema])).optional(),
  /** What php-fpm runs for every path; it is asked by FastCGI, for it speaks no HTTP: '/var/www/html/public/index.php'. */
  script: z.string().optional(),
  /** Whether the scripts, styles and images that the first path's page names are asked for, too. */
  follow: z.boolean().optional(),
  /** Servers beside the image's own that repeat what they are asked: 'backend:5000'. */
  beside: z.array(z.string()).optional(),
  env: z.record(z.string(), z.string()).optional(),
  args: z.record(z.string(), z.string()).optional(),
  /** Shell commands that say the same in both images: 'php -m'. */
  commands: z.array(z.string()).optional(),
  /** Seconds until the program must answer. */
  wait: z.number().optional(),
  /** The configuration, as msb-migrate.config.yaml beside the context has it. */
  config: configSchema.optional(),
  /** False where the images can't be built where registries but the packages' own are out of reach. */
  build: z.boolean().optional(),
  why: z.string().optional(),
})

export type FixtureRequest = z.infer<typeof requestSchema>

export interface Fixture {
  /** 'node/npm-workspaces' */
  readonly name: string
  readonly folder: string
  readonly input: string
  readonly context: string
  /** What the migration writes beside the Dockerfile, by path in the context; undefined where the fixture does not say. */
  readonly otherFiles: Readonly<Record<string, string>> | undefined
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
        otherFiles: readOtherFiles(path.join(folder, 'other-files')),
        settings: caseSchema.parse(
          existsSync(settings) ? JSON.parse(readFileSync(settings, 'utf8')) : {},
        ),
      }
    })
}

function readOtherFiles(folder: string): Fixture['otherFiles'] {
  if (!existsSync(folder)) return undefined
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [
      path.relative(folder, file).replaceAll(path.sep, '/'),
      readFileSync(file, 'utf8'),
    ]),
  )
}

export function fixtureProject({ context, settings }: Fixture): Project {
  const dockerfilePath = path.join(context, settings.dockerfile ?? 'Dockerfile')
  const project = openProject({ root: context, dockerfilePath })
  if (settings.config === undefined) return project
  const config: Config = {
    kind: 'config',
    path: path.join(context, configNames[0]),
    data: settings.config,
    lineOf: () => undefined,
  }
  return withPreferences(project, settingsFor(config, dockerfilePath, context, context).preferences)
}

export function migrateFixture(fixture: Fixture): Outcome {
  return migrate(fixture.input, fixtureProject(fixture), {
    ...{ ecosystems, rules, with: fixture.settings.with, only: fixture.settings.only },
  })
}

/** The file that holds a fixture's expected outcome, and what belongs in it. */
export function expectedFile(outcome: Outcome): { readonly name: string; readonly text: string } {
  if (outcome.outcome === 'migrated') return { name: 'output.Dockerfile', text: outcome.after }
  return { name: 'outcome.txt', text: `${outcome.outcome}: ${outcome.code}\n${outcome.reason}\n` }
}

/**
 * The files that a migration writes beside the Dockerfile, as the fixture should hold them; a .dockerignore, which nearly every context is
 * offered, only where the fixture holds one. Undefined where there are none.
 */
export function otherFilesOf(
  outcome: Outcome,
  { otherFiles }: Fixture,
): Readonly<Record<string, string>> | undefined {
  const written = outcome.outcome === 'migrated' ? outcome.otherFiles : []
  const shown = written.filter(
    ({ path: way }) => !way.endsWith('.dockerignore') || otherFiles?.[way] !== undefined,
  )
  if (shown.length === 0) return undefined
  return Object.fromEntries(shown.map(({ path: way, after }) => [way, after]))
}
