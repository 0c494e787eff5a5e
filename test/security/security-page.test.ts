import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const rows = readFileSync(join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .flatMap((line): [string, string, string][] => {
    const [, what, file, title] = /^\| (.+?) +\| `(test\/[^`]+)`: (.+?) +\|$/.exec(line) ?? []
    return what === undefined || file === undefined || title === undefined
      ? []
      : [[what, file, title]]
  })

it('has a test for each line', () => {
  const lines = readFileSync(join(root, 'docs/security.md'), 'utf8').match(/^\| (?!what holds|-)/gm)
  expect(rows).toHaveLength(lines?.length ?? 0)
  expect(rows.length).toBeGreaterThan(20)
})

it.each(rows)('%s', (_, file, title) => {
  expect(readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'")).toContain(title)
})
