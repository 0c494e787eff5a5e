import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { explainFile } from '../../src/report/explain/explain-file.ts'
import { listFixtures, migrateFixture } from '../fixture.ts'

const schema = z.fromJSONSchema(
  JSON.parse(
    readFileSync(join(import.meta.dirname, '../../docs/explain.schema.json'), 'utf8'),
  ) as z.core.JSONSchema.JSONSchema,
)

it('tells all lines of every fixture, truly, and as the schema says', { timeout: 300_000 }, () => {
  let count = 0
  for (const fixture of listFixtures()) {
    const { name, input: source } = fixture
    const outcome = migrateFixture(fixture)
    if (outcome.outcome !== 'migrated') continue
    count++
    const found = explainFile({ path: 'Dockerfile', context: '.', result: outcome }, undefined)
    const { input, output } = found
    const linesOf = (text: string): readonly string[] =>
      text
        .replace(/^\ufeff/, '')
        .replace(/\r?\n$/, '')
        .split(/\r*\n/)
    expect(
      output.map(({ text }) => text),
      name,
    ).toEqual(linesOf(outcome.after))
    expect(
      input.map(({ text }) => text),
      name,
    ).toEqual(linesOf(source))
    for (const line of output) {
      if (/kept|moved|repeated/.test(line.kind))
        expect(input[(line.from ?? 0) - 1]?.text.trim(), `${name}:${line.line}`).toBe(
          line.text.trim(),
        )
      if (/added|edited|moved/.test(line.kind))
        expect(line.by, `${name}:${line.line}`).toBeDefined()
    }
    for (const line of input) {
      if (line.kind === 'blank') continue
      expect(line.why, `${name}:${line.line}`).toBeDefined()
      if (line.kind === 'dropped') expect(line.to).toEqual([])
      else expect(line.to.length, `${name}:${line.line} ${line.text}`).toBeGreaterThan(0)
    }
    expect(schema.safeParse(found).error, name).toBeUndefined()
  }
  expect(count).toBeGreaterThan(100)
})
