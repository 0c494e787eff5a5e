import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { adjustmentOf, entryOf, stillHolds } from '../../src/review/decisions/decide-again.ts'
import type { Decisions } from '../../src/review/decisions/decisions-schema.ts'
import { printDecisions } from '../../src/review/decisions/print-decisions.ts'
import { readDecisions } from '../../src/review/decisions/read-decisions.ts'
import { fileState } from '../../src/review/state/review-state.ts'
import { reportAt } from './reports.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const source = 'FROM big\nCMD ["app"]\n'
const wanted = { skip: ['non-root-user'], answers: { writes: ['/data'] } }
const report = reportAt('a/Dockerfile', wanted)

function entry() {
  const all = reportAt('a/Dockerfile')
  const file = { ...fileState(all, 'write'), report, wanted }
  const found = entryOf(file, source, hashOf)
  if (found === undefined) throw new Error('there is no entry')
  return found
}

describe('decisions', () => {
  it('come back from the text as they were, the same ones as the same bytes', () => {
    const decisions: Decisions = {
      version: 1,
      files: { 'b/Dockerfile': entry(), 'a/Dockerfile': entry() },
    }
    const text = printDecisions(decisions)
    expect(readDecisions(text, ['split-stages', 'non-root-user'])).toEqual(decisions)
    const turned = {
      version: 1 as const,
      files: { 'a/Dockerfile': entry(), 'b/Dockerfile': entry() },
    }
    expect(printDecisions(turned)).toBe(text)
    expect(entry().rules).toEqual({ 'split-stages': 'on', 'non-root-user': 'off' })
    expect(adjustmentOf(entry())).toEqual(wanted)
  })

  it('ask again for a rule that is off unless asked for, and was on', () => {
    const rules = { 'split-stages': 'on', 'exec-form': 'on', 'add-to-copy': 'off' } as const
    expect(adjustmentOf({ ...entry(), rules }, ['exec-form', 'add-to-copy'])).toMatchObject({
      with: ['exec-form'],
      skip: ['add-to-copy'],
    })
  })

  it('hold for the same file, evidence and bytes alone', () => {
    expect(stillHolds(entry(), report, source, hashOf)).toBe(true)
    expect(stillHolds(entry(), report, `${source}# more\n`, hashOf)).toBe(false)
    expect(stillHolds(entry(), reportAt('a/Dockerfile'), source, hashOf)).toBe(false)
    const faults = [{ line: 1, problem: 'It is wrong.' }]
    expect(stillHolds(entry(), { ...report, faults }, source, hashOf)).toBe(false)
  })

  it('an open file has none, and a text that was edited comes along', () => {
    expect(entryOf(fileState(report), source, hashOf)).toBeUndefined()
    const edited = { ...fileState(report, 'write'), wanted: { ...wanted, edited: 'FROM x\n' } }
    const found = entryOf(edited, source, hashOf)
    expect(found === undefined ? undefined : adjustmentOf(found).edited).toBe('FROM x\n')
  })

  it.each([
    ['version: 2\nfiles: {}\n', 1, 'version: '],
    ['version: 1\nfiles: {}\nfile: {}\n', 3, 'there is no key "file"', 'files'],
    ['version: 1\nfiles:\n  a:\n    decision: maybe\n', 4, 'files / a / decision: '],
    ['- [\n', 1, 'it is no YAML'],
  ])('%j is told by its line', (text, line, reason, near?: string) => {
    const read = readDecisions(text, ['split-stages'])
    if (!('fault' in read)) throw new Error('it was taken')
    if (near === undefined) expect(read.fault.reason).toContain(reason)
    else expect(read.fault.unknown?.known).toContain(near)
    expect(read.fault.line).toBeLessThanOrEqual(line)
  })

  it('a rule that is not there is told', () => {
    const text = printDecisions({ version: 1, files: { a: entry() } })
    expect(readDecisions(text, ['split-stages'])).toMatchObject({
      fault: { reason: 'there is no rule "non-root-user"' },
    })
  })
})
