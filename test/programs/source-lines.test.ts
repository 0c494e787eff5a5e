import { expect, test } from 'vitest'
import { sourceLines } from '../../src/programs/source-lines.ts'

test('a line is found by any offset in it, in whatever order they are asked', () => {
  const text = 'one\ntwo\n\nthree'
  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const at = sourceLines(text)
  const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset)
  for (const order of [offsets, offsets.toReversed(), [0, 13, 4, 3, 9, 8, 0, 9]])
    expect(order.map((offset) => at(offset).line)).toEqual(order.map(lineOf))
  expect(at(5).text).toBe('two')
})
