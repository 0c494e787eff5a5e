import { describe, expect, test } from 'vitest'
import { isIgnored, parseIgnoreFile } from '../../src/dockerfile/patterns/ignore-file.ts'

// The answers are those of github.com/moby/patternmatcher v0.6.1.
describe('isIgnored', () => {
  test.each([
    ['node_modules', 'node_modules', true],
    ['node_modules', 'node_modules/a/b', true],
    ['node_modules', 'sub/node_modules', false],
    ['**/node_modules', 'node_modules/x', true],
    ['**/node_modules', 'a/b/node_modules/x', true],
    ['/dist', 'dist/a', true],
    ['./dist/', 'dist/a', true],
    ['dist/../out', 'out', true],
    ['*', 'a/b', true],
    ['*.md', 'README.md', true],
    ['*.md', 'docs/README.md', false],
    ['**/*.md', 'docs/README.md', true],
    ['docs/**', 'docs', false],
    ['docs/**', 'docs/a/b', true],
    ['a/**/c', 'a/c', true],
    ['a/**/c', 'a/b/b/c', true],
    ['a/**/c', 'ac', false],
    ['a**', 'a/b/c', true],
    ['**foo', 'a/barfoo', true],
    ['**', 'anything/at/all', true],
    ['a?', 'ab', true],
    ['a?', 'a/', false],
    ['[ab].js', 'b.js', true],
    ['\\!a', '!a', true],
    ['a.b', 'axb', false],
    ['a+b', 'a+b', true],
    ['# a\n #b', '#b', true],
    ['\uFEFFa', 'a', true],
    ['a\r\nb\r\n', 'b', true],
    ['  a  ', 'a', true],
    ['*\n!src', 'src/a', false],
    ['*\n!src', 'other', true],
    ['*\n!src/*.js', 'src/a.js', false],
    ['*\n!src/*.js', 'src/a.ts', true],
    ['*\n!src\nsrc/*.ts', 'src/a.ts', true],
    ['!src\n*', 'src', true],
    ['a\n!a/b', 'a/b/c', false],
    ['a\n!a/b', 'a/c', true],
    ['! a', 'a', false],
    ['*\n! a', 'a', false],
    ['*\n/!a', 'a', false],
    ['[a', '[a', false],
    ['!', 'a', false],
    ['', 'a', false],
    ['.', 'a', false],
    ['*', '', false],
  ])('%j ignores %s: %s', (text, path, expected) => {
    expect(isIgnored(parseIgnoreFile(text), path)).toBe(expected)
  })

  // Where exceptions overlap the builder's two ways to ask differ; what one of them drops is not in the context.
  test.each([
    ['a\n!a/b\na', 'a/b', true],
    ['a/b/c\n!a', 'a/b/c', true],
  ])('%j ignores %s: %s', (text, path, expected) => {
    expect(isIgnored(parseIgnoreFile(text), path)).toBe(expected)
  })

  test('time does not explode', () => {
    const patterns = parseIgnoreFile(`${'**/a/'.repeat(50)}b`)
    expect(isIgnored(patterns, `${'a/'.repeat(150)}c`)).toBe(false)
  })
})

test('patterns are cleaned and know their line', () => {
  const text = '# note\n\n/a/./b/\n!c/../d\n'
  expect(
    parseIgnoreFile(text).map(({ pattern, negated, line }) => [pattern, negated, line]),
  ).toEqual([
    ['a/b', false, 3],
    ['d', true, 4],
  ])
})
