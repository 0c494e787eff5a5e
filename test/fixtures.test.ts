import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { expectedFile, listFixtures, migrateFixture, otherFilesOf } from './fixture.ts'

// One folder is one test; `npm test -- -u` writes what the program makes now. Read the diff before you keep it.
describe('fixtures', () => {
  for (const fixture of listFixtures())
    test(fixture.name, async () => {
      const outcome = migrateFixture(fixture)
      const { name, text } = expectedFile(outcome)
      const other = name === 'outcome.txt' ? 'output.Dockerfile' : 'outcome.txt'
      expect(
        existsSync(path.join(fixture.folder, other)),
        `${fixture.name} has ${other}, but the program makes ${name}:\n${text}`,
      ).toBe(false)
      for (const { evidence } of outcome.outcome === 'migrated' ? outcome.changes : [])
        expect(new Set(evidence.map((item) => JSON.stringify(item))).size).toBe(evidence.length)
      await expect(text).toMatchFileSnapshot(path.join(fixture.folder, name))
      const files = otherFilesOf(outcome, fixture) ?? {}
      expect(Object.keys(fixture.otherFiles ?? {}).filter((file) => !(file in files))).toEqual([])
      for (const [file, content] of Object.entries(files))
        await expect(content).toMatchFileSnapshot(path.join(fixture.folder, 'other-files', file))
    })
})
