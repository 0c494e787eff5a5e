import { describe, expect, test } from 'vitest'
import { asPattern, hasWord } from '../../src/dockerfile/patterns/as-pattern.ts'

describe('a text as a pattern', () => {
  test.each(['A(B', 'C+D', 'X[Y', 'a.b', '$_{1}', 'p|q?', 'back\\slash', '^*'])('%s', (text) => {
    expect(text).toMatch(new RegExp(`^${asPattern(text)}$`))
    expect(`${text}x`).not.toMatch(new RegExp(`^${asPattern(text)}$`))
  })

  test.each([
    ['EXPOSE $PORT', 'PORT', true],
    ['EXPOSE $PORTS', 'PORT', false],
    ['RUN echo "$A(B" $C', 'A(B', true],
    ['RUN echo aXb', 'a.b', false],
  ])('%s has the word %s: %s', (text, word, has) => {
    expect(hasWord(text, word)).toBe(has)
  })
})
