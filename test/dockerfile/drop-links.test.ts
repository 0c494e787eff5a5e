import { describe, expect, test } from 'vitest'
import { dropLinks, parseRun } from '../../src/dockerfile/shell/shell.ts'
import { instructionOf } from './read.ts'

function drop(text: string, indexes: readonly number[], head?: string): string | undefined {
  const instruction = instructionOf(text, head)
  const links = parseRun(instruction)?.links ?? []
  return dropLinks(
    instruction,
    indexes.map((index) => links[index]).filter((link) => link !== undefined),
  )
}

describe('links go with their operators, continuations and comments', () => {
  test.each([
    [
      'RUN apt-get update && \\\n    apt-get install -y git && \\\n    npm ci',
      [0, 1],
      'RUN npm ci',
    ],
    ['RUN a && b && c\n', [1], 'RUN a && c\n'],
    ['RUN a && \\\n  b && \\\n  c\n', [2], 'RUN a && \\\n  b\n'],
    ['RUN a && \\\n  b && \\\n  c\n', [0, 2], 'RUN b\n'],
    ['RUN a \\\n && b \\\n && c\n', [0], 'RUN b \\\n && c\n'],
    ['RUN a \\\n && b \\\n && c\n', [1], 'RUN a \\\n && c\n'],
    ['RUN a \\\n && b \\\n && c\n', [2], 'RUN a \\\n && b\n'],
    [
      'RUN a && \\\n  # about b\n  b && \\\n  # about c\n  c\n',
      [1],
      'RUN a && \\\n  # about c\n  c\n',
    ],
    [
      'RUN a && \\\n  # about b\n  b && \\\n  # about c\n  c\n',
      [0],
      'RUN \\\n  # about b\n  b && \\\n  # about c\n  c\n',
    ],
    [
      'RUN a && \\\n  # about b\n  b && \\\n  # about c\n  c\n',
      [2],
      'RUN a && \\\n  # about b\n  b\n',
    ],
    [
      'RUN --mount=type=cache,target=/c \\\n  a && \\\n  b',
      [0],
      'RUN --mount=type=cache,target=/c \\\n  b',
    ],
    ['RUN set -eux; \\\n  a; \\\n  b; \\\n  c', [1, 3], 'RUN set -eux; \\\n  b'],
    ['RUN a; b && c', [1], 'RUN a; c'],
    ['RUN a && b; c', [1], 'RUN a; c'],
    ['RUN (a; b) && c | d && e', [1], 'RUN (a; b) && e'],
    ['RUN a && if b; then c; fi && d', [1], 'RUN a && d'],
    ['RUN a || b && c', [2], 'RUN a || b'],
    ['RUN a && b || c && d', [0], 'RUN b || c && d'],
    ['RUN a && \\\r\n  b && \\\r\n  c\r\n', [1], 'RUN a && \\\r\n  c\r\n'],
    ['RUN a && b', [], 'RUN a && b'],
  ])('%j without %j', (text, indexes, expected) => {
    expect(drop(text, indexes)).toBe(expected)
  })

  test('with another escape character', () => {
    const head = '# escape=`\nFROM scratch\n'
    expect(drop('RUN a && `\n  # c\n  b && `\n  c', [0], head)).toBe('RUN `\n  # c\n  b && `\n  c')
  })
})

describe('a here-document is a script of lines', () => {
  const script = 'RUN <<EOF\nset -e\n# a\na # same\n# b\nb\n# c\nc\nEOF\n'
  test.each([
    [[2], 'RUN <<EOF\nset -e\n# a\na # same\n# c\nc\nEOF\n'],
    [[3], 'RUN <<EOF\nset -e\n# a\na # same\n# b\nb\nEOF\n'],
    [[0, 1], 'RUN <<EOF\n# b\nb\n# c\nc\nEOF\n'],
  ])('without %j', (indexes, expected) => {
    expect(drop(script, indexes)).toBe(expected)
  })
})

describe('what cannot be taken out stays', () => {
  test.each([
    ['RUN a && b', [0, 1]],
    ['RUN a', [0]],
    ['RUN a && b || c', [1]],
    ['RUN a || b', [1]],
    ['RUN a || b', [0]],
    ['RUN a & b', [0]],
    ['RUN a && b &', [1]],
    ['RUN ["a"]', [0]],
    ['RUN cat <<E && b\nx\nE\n', [0]],
    ['RUN <<E\ncat <<F\nx\nF\nb\nE\n', [1]],
  ])('%j without %j', (text, indexes) => {
    expect(drop(text, indexes)).toBeUndefined()
  })
})
