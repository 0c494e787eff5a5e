import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { makePages } from '../scripts/pages/pages.ts'

const root = join(import.meta.dirname, '..')

// Where this fails: npm run docs.
it.each((await makePages(root)).filter(({ text }) => text !== ''))(
  '$path is what the code says',
  ({ path, text }) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  },
)
