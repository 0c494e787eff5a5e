import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ecosystems, rules } from '../transforms/index.ts'
import { template } from '../transforms/_template/index.ts'
import { migrate } from '../src/migrate.ts'
import { openProject } from '../src/project/open-project.ts'
import { expectedFile } from './fixture.ts'

// The template is never registered, so its fixtures stand beside it; `npm run new-transform` copies both.
const folder = path.join(import.meta.dirname, '../transforms/_template/__fixtures__')

describe('template', () => {
  for (const name of readdirSync(folder))
    test(name, async () => {
      const context = path.join(folder, name, 'context')
      const input = readFileSync(path.join(folder, name, 'input.Dockerfile'), 'utf8')
      const project = openProject({
        root: context,
        dockerfilePath: path.join(context, 'Dockerfile'),
      })
      const expected = expectedFile(migrate(input, project, { ecosystems: [template], rules }))
      await expect(expected.text).toMatchFileSnapshot(path.join(folder, name, expected.name))
    })

  test('is not registered', () => {
    expect(ecosystems).not.toContain(template)
  })
})
