import { expect, test } from 'vitest'
import { matchSource } from '../../src/dockerfile/patterns/path-pattern.ts'

// The answers are those of Go's filepath.Match.
test.each([
  ['*.js', 'a.js', true],
  ['*.js', 'a/b.js', false],
  ['*', '', true],
  ['*', '.env', true],
  ['a/*/c', 'a/b/c', true],
  ['a/*', 'a/b/c', false],
  ['a?c', 'abc', true],
  ['a?c', 'a/c', false],
  ['a?c', 'aäc', true],
  ['[a-c]x', 'bx', true],
  ['[^a-c]x', 'bx', false],
  ['[^a-c]x', 'dx', true],
  ['a[^b]c', 'a/c', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['[\\]]', ']', true],
  ['[a', 'a', false],
  ['[]a]', ']', false],
  ['a\\', 'a', false],
  ['**', 'a/b', false],
  ['package*.json', 'package-lock.json', true],
  ['{a,b}', 'a', false],
])('%s against %s: %s', (pattern, path, expected) => {
  expect(matchSource(pattern, path)).toBe(expected)
})

test('time does not explode', () => {
  expect(matchSource('*a'.repeat(200), `${'a'.repeat(5000)}b`)).toBe(false)
})
