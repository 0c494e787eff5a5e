import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { inventoryJson } from '../../src/report/inventory/inventory-json.ts'
import { inventoryFile } from '../../src/report/inventory/inventory.ts'
import { jsonEntry, jsonHead, jsonTail } from '../../src/report/json/json-report.ts'
import { count, emptyTally, jsonSummary } from '../../src/report/summary.ts'
import { parseYamlText } from '../../src/project/formats/yaml-text.ts'
import type { DecisionEntry } from '../../src/review/decisions/decisions-schema.ts'
import { printDecisions } from '../../src/review/decisions/print-decisions.ts'
import { all } from './hostile.ts'

// The files that the package has; test/docs.test.ts says when they are to be made again.
const schemaOf = (name: string): z.ZodType => {
  const text = readFileSync(join(import.meta.dirname, '../../docs', name), 'utf8')
  return z.fromJSONSchema(JSON.parse(text) as z.core.JSONSchema.JSONSchema)
}

test('that of decisions fits what a review saves, and nothing else', () => {
  const hash = 'a'.repeat(64)
  const entry: DecisionEntry = {
    ...{ decision: 'write', input: hash, evidence: hash, output: hash },
    rules: { 'split-stages': 'on', 'non-root-user': 'off' },
    answers: { start: ['node a.js'], programs: [] },
  }
  const schema = schemaOf('decisions.schema.json')
  const text = printDecisions({ version: 1, files: { 'a/Dockerfile': entry } })
  const saved = parseYamlText(text)?.data
  expect(schema.safeParse(saved).error).toBeUndefined()
  const wrong = { version: 1, files: { a: { ...entry, output: 'b' } } }
  expect(schema.safeParse(wrong).success).toBe(false)
  expect(schema.safeParse({ version: 1, files: {}, file: {} }).success).toBe(false)
})

test('the published schemas fit what is printed, and nothing else', () => {
  const tally = emptyTally()
  for (const { result } of all) count(tally, result)
  const text = `${jsonHead}${all.map((each) => jsonEntry(each)).join(',')}${jsonTail(jsonSummary(tally))}`
  const report: unknown = JSON.parse(text)
  expect(schemaOf('json.schema.json').safeParse(report).error).toBeUndefined()
  expect(schemaOf('json.schema.json').safeParse({ version: 2 }).success).toBe(false)
  const inventory: unknown = JSON.parse(inventoryJson(all.map(inventoryFile)))
  expect(schemaOf('inventory.schema.json').safeParse(inventory).error).toBeUndefined()
  expect(schemaOf('inventory.schema.json').safeParse(report).success).toBe(false)
})
