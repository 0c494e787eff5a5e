import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { ruleRows } from '../../src/cli/rule-names.ts'
import { refusals } from '../../src/plan/refusals/refusals.ts'
import { sarifRendering } from '../../src/report/findings/sarif.ts'
import { endedEarly } from '../../src/verification/verification.ts'
import { all, commandLine, controls, failure, hostile, printed, unchanged } from './hostile.ts'

const require = createRequire(import.meta.url)
const read = (name: string): object =>
  JSON.parse(readFileSync(require.resolve(name), 'utf8')) as object

// The schema of OASIS, as Microsoft's package has it; it is written in draft 4 of JSON schema.
const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' })
ajv.addMetaSchema(read('ajv/lib/refs/json-schema-draft-04.json'))
const isValid = ajv.compile(read('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

const tool = { version: '1.2.3', rules: ruleRows }

function logOf(text: string): Log {
  const log: unknown = JSON.parse(text)
  expect(isValid(log), JSON.stringify(isValid.errors)).toBe(true)
  return log as Log
}

const runOf = (reports = all) => {
  const [run] = logOf(printed(sarifRendering(tool), reports)).runs
  if (run === undefined) throw new Error('no run')
  return run
}

describe('SARIF', () => {
  test('is as its schema says, of hostile files and of none', () => {
    expect(runOf([]).results).toEqual([])
    const text = printed(sarifRendering(tool))
    expect(logOf(text).runs[0]?.results).toHaveLength(3)
    expect(text).not.toMatch(controls)
    expect(text).not.toMatch(commandLine)
    // The schema itself refuses what is not SARIF.
    expect(isValid({ version: '2.1.0', runs: [{}] })).toBe(false)
  })

  test('has each rule and refusal once, and each result names its own', () => {
    const { tool, results } = runOf()
    const ids = (tool.driver.rules ?? []).map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(ruleRows.map(({ name }) => name)))
    for (const [code, { outcome }] of Object.entries(refusals))
      expect(ids.includes(code)).toBe(outcome === 'refused')
    expect(results?.map(({ ruleId }) => ruleId)).toEqual(['split-stages', 'onbuild', 'unreadable'])
    for (const { ruleId, ruleIndex = -1 } of results ?? []) expect(ids[ruleIndex]).toBe(ruleId)
  })

  test('says level, place and words', () => {
    const [change, refusal, failed] = runOf().results ?? []
    expect([change, refusal, failed].map((each) => each?.level)).toEqual([
      'warning',
      'note',
      'error',
    ])
    const place = change?.locations?.[0]?.physicalLocation
    expect(place?.artifactLocation?.uriBaseId).toBe('%SRCROOT%')
    expect(decodeURIComponent(place?.artifactLocation?.uri ?? '')).toBe(hostile.path)
    expect(place?.region?.startLine).toBe(1)
    expect(change?.message.text).toContain('\\[a](1) \\[b](https://evil.example)')
    expect(failed?.message.text).toBe('Failed: unreadable. There is no such file. Look.')
    expect(failed?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'file:///abs/Dockerfile',
    })
  })

  test('knows a finding again when lines come above it, and tells two of a kind apart', () => {
    const printsOf = (reports = all): readonly unknown[] =>
      (runOf(reports).results ?? []).map(({ partialFingerprints }) => partialFingerprints)
    const [first] = printsOf([hostile])
    const { result } = hostile
    if (result.outcome !== 'migrated') throw new Error('not migrated')
    const moved = {
      ...hostile,
      result: {
        ...result,
        before: `# new\n\n${result.before.replace('FROM node', 'FROM   node')}`,
        replaced: result.replaced.map((each) => ({ ...each, line: each.line + 2 })),
      },
    }
    expect(printsOf([moved])).toEqual([first])
    const twice = printsOf([
      { ...hostile, result: { ...result, changes: [...result.changes, ...result.changes] } },
    ])
    expect(twice[0]).toEqual(first)
    expect(twice[1]).not.toEqual(first)
    expect(printsOf([{ ...hostile, path: 'b/Dockerfile' }])).not.toEqual([first])
  })

  test('tells of an image that is not the same', () => {
    const verification = endedEarly('different', 'One thing is different.', {
      differences: [{ code: 'answer', message: '/ is not answered' }],
    })
    const { results } = runOf([{ ...hostile, verification }, unchanged, failure])
    expect(results?.map(({ ruleId, level }) => `${ruleId ?? ''} ${level ?? ''}`)).toEqual([
      'split-stages warning',
      'verified error',
      'unreadable error',
    ])
    expect(results?.[1]?.message.text).toBe(
      'Verified: different. One thing is different. / is not answered.',
    )
  })
})
