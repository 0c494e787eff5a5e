import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { z } from 'zod'
import { explanation } from '../../src/report/explain/explain-schema.ts'
import { inventoryReport } from '../../src/report/inventory/inventory-schema.ts'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import { decisionsSchema } from '../../src/review/decisions/decisions-schema.ts'
import { cliPage, optionTables } from './cli-page.ts'
import { configSchemaPage } from './config-schema.ts'
import { jsonPage } from './json-page.ts'
import { refusalsPage } from './refusals-page.ts'
import { manPage } from './man-page.ts'
import { rulesPage } from './rules-page.ts'
import { reportsPage } from './reports-page.ts'

/** A page that is made from the code, as it must be; `path` is relative to the repository. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** Every such page, formatted. `root` is the repository. */
export async function makePages(root: string): Promise<readonly Page[]> {
  const pages: readonly Page[] = [
    { path: 'docs/cli.md', text: cliPage() },
    { path: 'docs/msb-migrate.1', text: manPage() },
    { path: 'docs/json.md', text: jsonPage() },
    { path: 'docs/json.schema.json', text: schemaText('The report of a run', jsonReport) },
    { path: 'docs/inventory.schema.json', text: schemaText('An inventory', inventoryReport) },
    { path: 'docs/explain.schema.json', text: explainSchema() },
    { path: 'docs/decisions.schema.json', text: decisionsSchemaPage() },
    { path: 'docs/reports.md', text: reportsPage() },
    { path: 'docs/rules.md', text: rulesPage(root) },
    { path: 'docs/refusals.md', text: refusalsPage() },
    { path: 'docs/config.schema.json', text: configSchemaPage() },
    { path: 'README.md', text: withOptions(readIfThere(join(root, 'README.md'))) },
  ]
  return Promise.all(
    pages.map(async ({ path, text }) => ({ path, text: await formatted(join(root, path), text) })),
  )
}

/** A JSON schema of a document; the document's `version` is the schema's, too. */
function schemaText(title: string, document: z.ZodObject): string {
  const schema = z.toJSONSchema(document)
  return JSON.stringify({ ...schema, title: `${title}, of msb-migrate --format json` })
}

function explainSchema(): string {
  const schema = z.toJSONSchema(explanation)
  return JSON.stringify({ ...schema, title: 'What msb-migrate explain --format json prints' })
}

/** What an editor checks a file of `--decisions` by. */
function decisionsSchemaPage(): string {
  const title = 'Decisions of a review, of msb-migrate --decisions'
  return JSON.stringify({ title, ...z.toJSONSchema(decisionsSchema, { io: 'input' }) })
}

/** A README whose part between the markers is the table of options. */
function withOptions(readme: string): string {
  return readme.replace(
    /(<!-- options -->\n)[^]*(<!-- \/options -->)/,
    (_, start: string, end: string) => `${start}\n${optionTables()}\n${end}`,
  )
}

async function formatted(path: string, text: string): Promise<string> {
  if (path.endsWith('.1')) return text
  return format(text, {
    ...(await resolveConfig(path)),
    parser: path.endsWith('.json') ? 'json' : 'markdown',
  })
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
