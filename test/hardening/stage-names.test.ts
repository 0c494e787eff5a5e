import { describe, expect, test } from 'vitest'
import { stageNames } from '../../transforms/hardening/stage-names/stage-names.ts'
import { after, applyRule } from './apply-rule.ts'

const names = (source: string) => after(applyRule(stageNames, source))

describe('stage-names', () => {
  test('the only stage that is referred to by number is the builder', () => {
    expect(names('FROM a\nRUN make\nFROM b\nCOPY --from=0 /x /x\n')).toBe(
      'FROM a AS builder\nRUN make\nFROM b\nCOPY --from=builder /x /x\n',
    )
  })

  test('AS is in the casing of its FROM', () => {
    expect(names('from a\nrun make\nfrom b\ncopy --from=0 /x /x\n')).toBe(
      'from a as builder\nrun make\nfrom b\ncopy --from=builder /x /x\n',
    )
  })

  test('other flags, line ends and continuations stay', () => {
    expect(
      names('FROM a\r\nRUN make\r\nFROM b\r\nCOPY --chown=1:1 --from=0 /x \\\r\n  /y /z/\r\n'),
    ).toBe(
      'FROM a AS builder\r\nRUN make\r\nFROM b\r\nCOPY --chown=1:1 --from=builder /x \\\r\n  /y /z/\r\n',
    )
  })

  test('several are named for their image, and never like something else', () => {
    const file = (a: string, b: string, c: string, d: string, from: readonly string[]) =>
      `FROM golang:1.22${a}\nRUN make\nFROM golang:1.22${b}\nRUN make\nFROM node-builder AS x\nFROM node:20${c}\nRUN make\nFROM acme/proxy:1${d}\nCOPY a b\nFROM scratch\n${from.map((name) => `COPY --from=${name} /a /\n`).join('')}`
    expect(names(file('', '', '', '', ['0', '1', '3', '4']))).toBe(
      file(' AS golang-builder', ' AS golang-builder-2', ' AS node-builder-2', ' AS proxy', [
        'golang-builder',
        'golang-builder-2',
        'node-builder-2',
        'proxy',
      ]),
    )
  })

  test('a name that is there is used as it is written', () => {
    expect(names('FROM a AS Build\nRUN make\nFROM b\nCOPY --from=0 /x /x\n')).toBe(
      'FROM a AS Build\nRUN make\nFROM b\nCOPY --from=Build /x /x\n',
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
