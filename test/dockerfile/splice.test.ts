import { expect, test } from 'vitest'
import { splice } from '../../src/dockerfile/splice.ts'

test('edits are made in any order', () => {
  const edits = [
    { start: 4, end: 6, text: '' },
    { start: 0, end: 1, text: 'X' },
    { start: 2, end: 2, text: 'Y' },
  ]
  expect(splice('abcdefg', edits)).toBe('XbYcdg')
})

test('insertions at one place keep their order', () => {
  expect(
    splice('ab', [
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ]),
  ).toBe('a12b')
})

test('edits may touch', () => {
  expect(
    splice('abcd', [
      { start: 0, end: 2, text: 'x' },
      { start: 2, end: 4, text: 'y' },
    ]),
  ).toBe('xy')
})

test.each([
  [
    [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ],
  ],
  [[{ start: 2, end: 1, text: '' }]],
  [[{ start: 0, end: 5, text: '' }]],
  [[{ start: -1, end: 0, text: '' }]],
])('%j throws', (edits) => {
  expect(() => splice('abcd', edits)).toThrow(RangeError)
})
