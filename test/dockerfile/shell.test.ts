import { describe, expect, test } from 'vitest'
import { parseRun, parseScript, parseShellForm } from '../../src/dockerfile/shell/shell.ts'
import type { ShellScript } from '../../src/dockerfile/shell/shell-script.ts'
import { instructionOf } from './read.ts'

/** Operator and words of each link, as one string. */
function chainOf(script: ShellScript | undefined): readonly string[] | undefined {
  return script?.links.map(({ operator, commands }) =>
    [operator, ...commands.map(({ words }) => words.map(({ raw }) => raw).join(' '))]
      .filter((part) => part !== undefined)
      .join(' | '),
  )
}

describe('parseRun', () => {
  test.each<[string, readonly string[]]>([
    ['RUN a', ['a']],
    ['RUN a && b || c; d & e', ['a', '&& | b', '|| | c', '; | d', '& | e']],
    ['RUN a \\\n  # note\n  && b \\\n\n  c', ['a', '&& | b c']],
    ['RUN a | b && (c; d) && if e; then f; fi', ['a | b', '&& | c | d', '&& | e | f']],
    ['RUN --mount=type=cache,target=/x a', ['a']],
    ['RUN ["a b", "c"]', ['a b c']],
    ['RUN []', []],
    ['RUN <<EOF\na\nb && c\nEOF\n', ['a', '\n | b', '&& | c']],
    ['RUN <<-EOF\n\ta\n\tb\n\tEOF\n', ['a', '\n | b']],
    ['RUN <<EOF\n#!/bin/bash -e\na\nEOF\n', ['a']],
    ['RUN cat <<EOF > /x && b\na\nEOF\n', ['cat', '&& | b']],
    ['RUN cat <<A && cat <<B\n1\nA\n2\nB', ['cat', '&& | cat']],
    ['RUN ! a && [[ -f b ]] && ((1))', ['a', '&& | [[ -f b', '&& | ((']],
    ['RUN f() { a; }; f', ['a', '; | f']],
    ['RUN for i in 1 2; do a $i; done', ['a $i']],
    ['RUN x=$(a b) c', ['c']],
    ['RUN export A=1 && b', ['export A=1', '&& | b']],
  ])('%j', (text, chain) => {
    expect(chainOf(parseRun(instructionOf(text)))).toEqual(chain)
  })

  test.each([
    'RUN a &&',
    "RUN a 'b",
    'RUN (a',
    'RUN if a; then',
    'RUN <<E\n#!/usr/bin/python3\na\nE',
  ])('%j is none', (text) => {
    expect(parseRun(instructionOf(text))).toBeUndefined()
  })

  test('places are those of the instruction, continuations and here-documents included', () => {
    for (const text of [
      'RUN --network=none \\\n  npm \\\n # c\n ci && \\\n  b "x y"',
      'RUN <<-EOF\n\tnpm ci\n\tb "x y"\n\tEOF\n',
      'RUN cat <<EOF && b "x y"\nz\nEOF\n',
    ]) {
      const { links } = parseRun(instructionOf(text)) ?? { links: [] }
      for (const { commands } of links) {
        for (const word of commands.flatMap(({ words }) => words)) {
          expect(text.slice(word.start, word.end)).toBe(word.raw)
        }
      }
      expect(text.slice(links.at(-1)?.start, links.at(-1)?.end)).toBe('b "x y"')
    }
    const joined = 'RUN npm \\\n # c\n  ci'
    const [link] = parseRun(instructionOf(joined))?.links ?? []
    expect(joined.slice(link?.start, link?.end)).toBe('npm \\\n # c\n  ci')
  })

  test.each([
    ['a && b', ['simple', 'simple']],
    [
      'a | b; (c); ! d; { e; } > f; a | (b)',
      ['pipeline', 'compound', 'compound', 'compound', 'compound'],
    ],
  ])('kinds of %s', (text, kinds) => {
    expect(parseRun(instructionOf(`RUN ${text}`))?.links.map(({ kind }) => kind)).toEqual(kinds)
  })

  test('assignments and redirections', () => {
    const [link] = parseRun(instructionOf('RUN A=1 B="$C" x > log 2>&1 <<< y'))?.links ?? []
    const [command] = link?.commands ?? []
    expect(command?.assignments.map(({ name, value }) => [name, value.value])).toEqual([
      ['A', '1'],
      ['B', undefined],
    ])
    expect(command?.redirects.map(({ operator, target }) => [operator, target.value])).toEqual([
      ['>', 'log'],
      ['>&', '1'],
      ['<<<', 'y'],
    ])
  })
})

describe('words', () => {
  const lookup = (name: string): string | undefined => ({ A: 'abc', EMPTY: '' })[name]

  test.each([
    ['plain', 'plain', 'plain'],
    ['"a b"', 'a b', 'a b'],
    ["'a'b", 'ab', 'ab'],
    ['a\\ b', 'a b', 'a b'],
    ['"\\$A"', '$A', '$A'],
    ['$A', undefined, 'abc'],
    ['"x$A/y"', undefined, 'xabc/y'],
    ["'$A'", '$A', '$A'],
    ['${A}', undefined, 'abc'],
    ['${EMPTY:-$A}', undefined, 'abc'],
    ['${EMPTY-x}', undefined, ''],
    ['${A:+x}', undefined, 'x'],
    ['${EMPTY:+x}', undefined, ''],
    ['${EMPTY+x}', undefined, 'x'],
    ['${A##*/}', undefined, undefined],
    ['${#A}', undefined, undefined],
    ['${NO:-x}', undefined, undefined],
    ['$NO', undefined, undefined],
    ['$(a)', undefined, undefined],
    ['`a`', undefined, undefined],
    ['$((1))', undefined, undefined],
    ['*.js', undefined, '*.js'],
    ['a?', undefined, 'a?'],
    ['{a,b}', undefined, '{a,b}'],
    ['"*"', '*', '*'],
    ['~/x', undefined, undefined],
  ])('%s is %j, with variables %j', (raw, value, expanded) => {
    const [link] = parseScript(`x ${raw}`)?.links ?? []
    const word = link?.commands[0]?.words[1]
    expect(word?.value).toBe(value)
    expect(word?.expand(lookup)).toBe(expanded)
  })
})

describe('parseShellForm', () => {
  test.each([
    ['CMD npm start', ['npm start']],
    ['CMD ["npm", "start"]', ['npm start']],
    ['ENTRYPOINT exec node "$@"', ['exec node "$@"']],
    ['HEALTHCHECK --interval=5s CMD curl -f x || exit 1', ['curl -f x', '|| | exit 1']],
    ['HEALTHCHECK CMD ["curl", "x"]', ['curl x']],
  ])('%s', (text, chain) => {
    const instruction = instructionOf(text)
    const script = parseShellForm(instruction)
    expect(chainOf(script)).toEqual(chain)
  })

  test('places in a HEALTHCHECK', () => {
    const text = 'HEALTHCHECK --retries=1 \\\n CMD \\\n curl x'
    const [link] = parseShellForm(instructionOf(text))?.links ?? []
    expect(text.slice(link?.start, link?.end)).toBe('curl x')
  })

  test('HEALTHCHECK NONE has no command', () => {
    expect(parseShellForm(instructionOf('HEALTHCHECK NONE'))).toBeUndefined()
  })
})

describe('parseScript', () => {
  test('takes scripts with comments and here-documents', () => {
    const script = parseScript('#!/bin/sh\nset -e # stop\ncat <<EOF\nx; y\nEOF\nexec "$@"\n')
    expect(chainOf(script)).toEqual(['set -e', '\n | cat', '\n | exec "$@"'])
  })

  test('does not take a here-document that nothing ends', () => {
    expect(parseScript('cat <<EOF\nx')).toBeUndefined()
    expect(parseScript('EOF\ncat <<EOF\nx')).toBeUndefined()
  })

  test.each([
    '('.repeat(50_000),
    '$('.repeat(50_000),
    'cat <<A\n'.repeat(50_000),
    '"'.repeat(50_001),
  ])('comes back from what is no script %#', (text) => {
    expect(parseScript(text)).toBeUndefined()
  })
})
