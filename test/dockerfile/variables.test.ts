import { describe, expect, test } from 'vitest'
import { assignmentsOf, expandWord, variablesIn } from '../../src/dockerfile/words/variables.ts'
import { instructionOf } from './read.ts'

const values: Readonly<Record<string, string | null>> = {
  A: 'abc',
  P: 'foo/bar/baz.tar.gz',
  EMPTY: '',
  UNSET: null,
}
const lookup = (name: string): string | null | undefined => values[name]

describe('expandWord', () => {
  test.each([
    ['plain', 'plain'],
    ['$A', 'abc'],
    ['${A}d', 'abcd'],
    ['$A-d', 'abc-d'],
    ['"$A d"', 'abc d'],
    ["'$A'", '$A'],
    ['\\$A', '$A'],
    ['"\\$A \\a"', '$A \\a'],
    ['a\\ b', 'a b'],
    ['$', '$'],
    ['${A:-x}', 'abc'],
    ['${EMPTY:-x}', 'x'],
    ['${EMPTY-x}', ''],
    ['${UNSET-x}', 'x'],
    ['${UNSET:-$A}', 'abc'],
    ['${UNSET:-"a b"}', 'a b'],
    ['${A:+x}', 'x'],
    ['${EMPTY:+x}', ''],
    ['${EMPTY+x}', 'x'],
    ['${UNSET+x}', ''],
    ['${A:?no}', 'abc'],
    ['${EMPTY:?no}', undefined],
    ['$UNSET', ''],
    ['${P#*/}', 'bar/baz.tar.gz'],
    ['${P##*/}', 'baz.tar.gz'],
    ['${P%.*}', 'foo/bar/baz.tar'],
    ['${P%%.*}', 'foo/bar/baz'],
    ['${P#x}', 'foo/bar/baz.tar.gz'],
    ['${P/ba?/x}', 'foo/x/baz.tar.gz'],
    ['${P//ba?/x}', 'foo/x/x.tar.gz'],
    ['${P/\\//-}', 'foo-bar/baz.tar.gz'],
    ['$UNKNOWN', undefined],
    ['${UNKNOWN:-x}', undefined],
    ['a${UNKNOWN}b', undefined],
    ['${A', undefined],
    ['"a', undefined],
    ['${A:x}', undefined],
    ['${A^^}', undefined],
  ])('%s is %j', (raw, expected) => {
    expect(expandWord(raw, lookup, '\\')).toBe(expected)
  })

  test('escapes as the file says', () => {
    expect(expandWord('C:\\x`$A', lookup, '`')).toBe('C:\\x$A')
  })

  test('depth is limited', () => {
    expect(
      expandWord(`${'${UNSET:-'.repeat(5000)}${'}'.repeat(5000)}`, lookup, '\\'),
    ).toBeUndefined()
  })
})

describe('variablesIn', () => {
  test.each([
    ['a$B ${C:-$D} "$E" \'$F\' \\$G ${B}', ['B', 'D', 'C', 'E']],
    ['["$A", "b"]', ['A']],
    ['nothing', []],
    ['"$A', ['A']],
  ])('%s', (raw, names) => {
    expect(variablesIn(raw)).toEqual(names)
  })
})

describe('assignmentsOf', () => {
  test.each([
    [
      'ENV A=1 B="x y" C=$A',
      [
        ['A', '1', '1'],
        ['B', 'x y', '"x y"'],
        ['C', undefined, '$A'],
      ],
    ],
    ['ENV A some "text"', [['A', 'some text', 'some "text"']]],
    ['LABEL "com.x"="y"', [['com.x', 'y', '"y"']]],
    [
      'ARG A B= C=1',
      [
        ['A', undefined, undefined],
        ['B', '', ''],
        ['C', '1', '1'],
      ],
    ],
    ['ENV A=a=b', [['A', 'a=b', 'a=b']]],
    ['RUN A=1', []],
  ])('%s', (text, expected) => {
    const found = assignmentsOf(instructionOf(text))
    expect(found.map(({ name, value, raw }) => [name, value, raw])).toEqual(expected)
  })

  test('places are those of the whole', () => {
    const instruction = instructionOf('ENV A=1 \\\n  BB=22')
    const [, second] = assignmentsOf(instruction)
    expect(instruction.text.slice(second?.start, second?.end)).toBe('BB=22')
    const old = instructionOf('ENV A b c\n')
    const [only] = assignmentsOf(old)
    expect(old.text.slice(only?.start, only?.end)).toBe('A b c')
  })
})
