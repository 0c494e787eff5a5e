import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrate } from '../src/migrate.ts'
import { openProject } from '../src/project/open-project.ts'
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

  test('README shows the review of one with every line that is added', () => {
    const { outcome } = migrateExample('services/invoices')
    if (outcome.outcome !== 'migrated') throw new Error('the example is not migrated')
    for (const line of outcome.after.split('\n')) expect(readme).toContain(line)
    for (const { title } of outcome.changes) expect(readme).toContain(`* ${title} [`)
  })
})

function migrateExample(service: string) {
  const folder = path.join(root, 'examples', service)
  const dockerfilePath = path.join(folder, 'Dockerfile')
  const source = readFileSync(dockerfilePath, 'utf8')
  const project = openProject({ root: folder, dockerfilePath })
  return { source, outcome: migrate(source, project, { ecosystems, rules }) }
}
