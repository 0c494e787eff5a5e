import { groupDigits } from '../../src/report/group-digits.ts'
import { expect, it } from 'vitest'
import type { OutcomeCode } from '../../src/plan/refusals/refusals.ts'
import { failed } from '../../src/report/file-report.ts'
import { count, emptyTally, jsonSummary, summaryLine } from '../../src/report/summary.ts'
import { migratedFrom } from '../cli/fake-core.ts'

function tallyOf(refusals: readonly OutcomeCode[], migrated: number) {
  const tally = emptyTally()
  const rest = { ecosystem: undefined, reason: '', help: undefined, line: undefined }
  for (const code of refusals) count(tally, { outcome: 'refused', code, ...rest })
  for (let i = 0; i < migrated; i++) count(tally, migratedFrom('FROM big'))
  return tally
}

it('names the codes, the most frequent first', () => {
  const tally = tallyOf(['no-manifest', 'onbuild', 'no-manifest', 'no-transform', 'static-site'], 1)
  count(tally, failed('unreadable', 'x'))
  expect(summaryLine(tally, undefined, 0.43)).toBe(
    '7 Dockerfiles: 1 would change, 5 refused (2 no-manifest, 1 no-transform, 1 onbuild, ...), 1 failed (unreadable) · 0.4 s',
  )
  expect(jsonSummary(tally)).toEqual({ files: 7, migrated: 1, unchanged: 0, refused: 5, failed: 1 })
})

it('tells what was written from what could have been', () => {
  expect(summaryLine(tallyOf([], 3), 1, 2)).toBe(
    '3 Dockerfiles: 1 changed, 2 left as they were · 2.0 s',
  )
  expect(summaryLine(tallyOf([], 1), 1, 2)).toBe('1 Dockerfile: 1 changed · 2.0 s')
  expect(summaryLine(emptyTally(), undefined, 0)).toBe('0 Dockerfiles · 0.0 s')
})

it('groups digits', () => {
  expect([0, 999, 1000, 20000, 1234567].map(groupDigits)).toEqual([
    '0',
    '999',
    '1,000',
    '20,000',
    '1,234,567',
  ])
})
