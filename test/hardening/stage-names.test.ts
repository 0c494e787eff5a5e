import { describe, expect, test } from 'vitest'
import { stageNames } from '../../transforms/hardening/stage-names.ts'
import { after, applyRule } from './apply-rule.ts'

const names = (source: string) => after(applyRule(stageNames, source))

describe('stage-names', () => {
  test('the only stage that is referred to by number is the builder', () => {
    expect(names('FROM a\nRUN make\nFROM b\nCOPY --from=0 /x /x\n')).toBe(
      'FROM a AS builder\nRUN make\nFROM b\nCOPY --from=builder /x /x\n',
    )
  })

  test('AS is in the casing of its FROM', () => {
    expect(names('from a\nfrom b\ncopy --from=0 /x /x\n')).toBe(
      'from a as builder\nfrom b\ncopy --from=builder /x /x\n',
    )
  })

  test('other flags, line ends and continuations stay', () => {
    expect(names('FROM a\r\nFROM b\r\nCOPY --chown=1:1 --from=0 /x \\\r\n  /y /z/\r\n')).toBe(
      'FROM a AS builder\r\nFROM b\r\nCOPY --chown=1:1 --from=builder /x \\\r\n  /y /z/\r\n',
    )
  })

  test('several are named for their image, and never like something else', () => {
    expect(
      names(
        'FROM golang:1.22\nFROM golang:1.22\nFROM node-builder AS x\nFROM node:20\nFROM scratch\nCOPY --from=0 /a /\nCOPY --from=1 /b /\nCOPY --from=3 /c /\n',
      ),
    ).toBe(
      'FROM golang:1.22 AS golang-builder\nFROM golang:1.22 AS golang-builder-2\nFROM node-builder AS x\nFROM node:20 AS node-builder-2\nFROM scratch\nCOPY --from=golang-builder /a /\nCOPY --from=golang-builder-2 /b /\nCOPY --from=node-builder-2 /c /\n',
    )
  })

  test('a name that is there is used as it is written', () => {
    expect(names('FROM a AS Build\nFROM b\nCOPY --from=0 /x /x\n')).toBe(
      'FROM a AS Build\nFROM b\nCOPY --from=Build /x /x\n',
    )
  })

  test.each([
    ['names already', 'FROM a AS b\nFROM c\nCOPY --from=b /x /x\n'],
    ['an image', 'FROM a\nFROM c\nCOPY --from=busybox /x /x\n'],
    ['a stage below', 'FROM a\nCOPY --from=1 /x /x\nFROM c\n'],
  ])('%s: nothing to do', (_, source) => {
    expect(names(source)).toContain('unchanged')
  })
})
