// Writes the pages that are made from the code. `npm run docs`; test/docs.test.ts says when it is due.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makePages } from './pages/pages.ts'

const root = process.cwd()

for (const { path, text } of await makePages(root)) {
  if (text !== '') writeFileSync(join(root, path), text)
}
