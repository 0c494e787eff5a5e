import { expect, test } from 'vitest'
import { isAtLeast, isLaterThan, majorOfRange } from '../../src/knowledge/version.ts'

test.each([
  ['1.22', '1.18', true],
  ['1.17.5', '1.18', false],
  // The newest of its line.
  ['1', '1.18', true],
  ['1.9', '1.10', false],
  ['v3.19.1', '3.10', true],
  ['1.23rc1', '1.18', true],
  ['1.23.0-rc.1', '1.18', true],
  ['edge', '3.9', true],
  [undefined, '3.9', true],
])('%s is at least %s: %s', (version, least, answer) => {
  expect(isAtLeast(version, least)).toBe(answer)
})

test.each([
  ['27', '26', true],
  ['26.5.1', '26', false],
  ['18', '26', false],
  ['1.28', '1.27', true],
  ['1.27.3', '1.27', false],
])('%s is later than the line of %s: %s', (version, line, answer) => {
  expect(isLaterThan(version, line)).toBe(answer)
})

test.each([
  ['^4.1.0', 4],
  ['~2', 2],
  ['3 || 4', 3],
  ['>=5.0.0-beta.1', 5],
  ['*', undefined],
  ['latest', undefined],
  ['workspace:^1.2', undefined],
  [undefined, undefined],
])('the range %s starts at %s', (range, major) => {
  expect(majorOfRange(range)).toBe(major)
})
