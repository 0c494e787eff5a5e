import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { describe, expect, test } from 'vitest'
import { migrate } from '../src/migrate.ts'
import { openProject } from '../src/project/open-project.ts'
import { count, emptyTally, summaryLine } from '../src/report/summary.ts'
import { review } from '../src/review/review.ts'
import { ecosystems, rules } from '../transforms/index.ts'

const root = path.join(import.meta.dirname, '..')
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')

/** What the examples are in the repository for. */
const expected = [
  ['services/orders', 'migrated'],
  ['services/catalog', 'migrated'],
  ['services/invoices', 'migrated'],
  ['services/storefront', 'migrated'],
  ['services/guestbook', 'migrated'],
  ['services/tools/preview', 'development-image'],
  ['services/tools/redirects', 'nothing-to-leave-behind'],
] as const

describe('examples', () => {
  test.each(expected)('%s: %s', (service, result) => {
    const { outcome } = migrateExample(service)
    expect(outcome.outcome === 'migrated' ? 'migrated' : outcome.code).toBe(result)
  })

  test('README shows one as it is and as it becomes', () => {
    const { source, outcome } = migrateExample('services/orders')
    expect(readme).toContain(`\`\`\`dockerfile\n${source}\`\`\``)
    expect(readme).toContain(
      `\`\`\`dockerfile\n${outcome.outcome === 'migrated' ? outcome.after : ''}\`\`\``,
    )
  })

  test('README shows the summary and the review of the first, as they are printed', async () => {
    const tally = emptyTally()
    for (const [service] of expected) count(tally, migrateExample(service).outcome)
    expect(readme).toContain(summaryLine(tally, undefined, 0.4))
    const service = 'services/invoices'
    const { outcome } = migrateExample(service)
    const context = `examples/${service}`
    const report = { path: `${context}/Dockerfile`, context, result: outcome }
    let screen = ''
    const output = new PassThrough()
    output.on('data', (chunk: Buffer) => (screen += chunk.toString()))
    await review([report, report, report, report, report], {
      show: (text) => Promise.resolve(void (screen += text)),
      terminal: { input: Readable.from([]), output, signal: new AbortController().signal },
      look: { color: false, terminal: true },
    })
    const shown = stripVTControlCharacters(screen)
    expect(readme).toContain(shown.slice(0, shown.indexOf('?]?') + 3))
  })
})

function migrateExample(service: string) {
  const folder = path.join(root, 'examples', service)
  const dockerfilePath = path.join(folder, 'Dockerfile')
  const source = readFileSync(dockerfilePath, 'utf8')
  const project = openProject({ root: folder, dockerfilePath })
  return { source, outcome: migrate(source, project, { ecosystems, rules }) }
}
