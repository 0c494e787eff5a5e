import { expect, test } from 'vitest'
import { copyOf, type CopyArguments } from '../../src/dockerfile/copy.ts'
import { instructionOf } from './read.ts'

const nothing: CopyArguments = {
  sources: [],
  heredocs: [],
  destination: '',
  from: undefined,
  chown: undefined,
  chmod: undefined,
  link: false,
  parents: false,
  exclude: [],
}

test.each<[string, Partial<CopyArguments>]>([
  ['COPY . .', { sources: ['.'], destination: '.' }],
  ['COPY package*.json $X/ ./', { sources: ['package*.json', '$X/'], destination: './' }],
  ['COPY ["a b", "c"]', { sources: ['a b'], destination: 'c' }],
  [
    'ADD --chown=$U:$G --chmod=755 a b',
    { sources: ['a'], destination: 'b', chown: '$U:$G', chmod: '755' },
  ],
  [
    'COPY --from=builder --link a b',
    { sources: ['a'], destination: 'b', from: 'builder', link: true },
  ],
  ['COPY --link=false --from= a b', { sources: ['a'], destination: 'b' }],
  [
    'COPY <<A x <<-"B" /y/\n1\nA\n2\nB',
    { sources: ['x'], heredocs: ['A', 'B'], destination: '/y/' },
  ],
])('%s', (text, expected) => {
  expect(copyOf(instructionOf(text, 'FROM a AS builder\nFROM b\n'))).toEqual({
    ...nothing,
    ...expected,
  })
})

test('labs flags', () => {
  const head = '# syntax=docker/dockerfile:1-labs\nFROM a\n'
  expect(copyOf(instructionOf('COPY --parents --exclude=a --exclude=b c d', head))).toMatchObject({
    parents: true,
    exclude: ['a', 'b'],
  })
})
