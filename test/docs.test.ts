import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { makePages } from '../scripts/pages/pages.ts'

// Pages that are made from the code say what the code says; `npm run docs` writes them.
const root = path.join(import.meta.dirname, '..')

describe('pages made from the code', async () => {
  for (const page of await makePages(root))
    test(page.path, () => {
      const file = path.join(root, page.path)
      expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(page.text)
    })
})
