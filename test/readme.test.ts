import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate } from '../src/migrate.ts'
import { openProject } from '../src/project/open-project.ts'
import { count, emptyTally, summaryLine } from '../src/report/summary.ts'
import { drawScreen } from '../src/review/render/screen.ts'
import { fileState, startReview } from '../src/review/state/review-state.ts'
import { ecosystems, rules } from '../transforms/index.ts'

const root = path.join(import.meta.dirname, '..')
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')

/** What the examples are in the repository for. */
const expected = [
  ['services/bookings', 'migrated'],
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

  test('README shows the summary and the review of the fourth, as they are printed', () => {
    const tally = emptyTally()
    for (const [service] of expected) count(tally, migrateExample(service).outcome)
    expect(readme).toContain(summaryLine(tally, undefined, 0.4))
    const service = 'services/invoices'
    const { outcome } = migrateExample(service)
    const context = `examples/${service}`
    const file = fileState({ path: `${context}/Dockerfile`, context, result: outcome })
    const state = { ...startReview([file, file, file, file, file, file]), at: 3 }
    const size = { columns: 100, rows: 34 }
    const { lines } = drawScreen(state, size, { color: false, terminal: true })
    expect(readme).toContain(
      `\`\`\`\n${summaryLine(tally, undefined, 0.4)}\n\n${lines.join('\n')}\n\`\`\``,
    )
  })
})

function migrateExample(service: string) {
  const folder = path.join(root, 'examples', service)
  const dockerfilePath = path.join(folder, 'Dockerfile')
  const source = readFileSync(dockerfilePath, 'utf8')
  const project = openProject({ root: folder, dockerfilePath })
  return { source, outcome: migrate(source, project, { ecosystems, rules }) }
}
