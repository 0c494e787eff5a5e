import { describe, expect, test } from 'vitest'
import { callTable, type Argument, type Call, type CallRow } from '../../src/programs/call.ts'
import { factsOfCalls } from '../../src/programs/facts-of-calls.ts'
import { literalPath, unknownPath, type PathValue } from '../../src/programs/path-value.ts'

const at = { line: 1, text: 'call' }
type Word = string | undefined | readonly Word[] | PathValue

function argument(word: Word): Argument {
  const isText = typeof word === 'string'
  const isList = Array.isArray(word)
  const value = typeof word === 'object' && 'base' in word ? word : undefined
  return {
    paths: () => [value ?? (isText ? literalPath(word) : unknownPath)],
    text: () => (isText ? word : undefined),
    items: () => (isList ? (word as readonly Word[]).map(argument) : undefined),
  }
}

const call = (name: string, args: readonly Word[], module?: string): Call => ({
  module,
  object: undefined,
  name,
  isNew: false,
  args: args.map(argument),
  at,
})
const facts = (row: CallRow, ...args: readonly Word[]) =>
  factsOfCalls([call('f', args, 'm')], callTable([row]))
const show = ({ value, use }: { readonly value: PathValue; readonly use: string }) =>
  `${use} ${value.base}:${value.path}${value.isPrefix ? '…' : ''}`

describe('paths', () => {
  test.each<[CallRow, Word, string[], string[]]>([
    [{ names: ['f'], reads: [0] }, 'a', ['reads cwd:a'], []],
    [{ names: ['f'], writes: [0] }, '/srv/a', ['writes-file root:/srv/a'], []],
    [{ names: ['f'], fills: [0] }, undefined, [], ['writes']],
    [{ names: ['f'], mayName: [0] }, undefined, [], []],
    [{ names: ['f'], database: 0 }, 'file:a.db?cache=shared', ['writes-file cwd:a.db'], []],
    [{ names: ['f'], database: 0 }, 'sqlite:///srv/a.db', ['writes-file root:/srv/a.db'], []],
    [{ names: ['f'], database: 0 }, ':memory:', [], []],
    [{ names: ['f'], database: 0 }, 'file:a?mode=memory', [], []],
    [{ names: ['f'], database: 0 }, undefined, [], ['writes']],
    [{ names: ['f'], module: 'other', reads: [0] }, 'a', [], []],
    [{ names: ['f'], when: () => false, reads: [0] }, 'a', [], []],
    [{ names: ['f'], loads: [0] }, undefined, [], ['loads']],
  ])('%o of %s', (row, word, paths, gaps) => {
    const found = facts(row, word)
    expect(found.paths.map(show)).toEqual(paths)
    expect(found.gaps.map(({ what }) => what)).toEqual(gaps)
  })
})

describe('programs', () => {
  const line: CallRow = { names: ['f'], startsLine: 0 }
  const words: CallRow = { names: ['f'], starts: 0 }
  const list: CallRow = { names: ['f'], starts: 0, hasListOfWords: true }
  test.each<[CallRow, Word[], string[], string[]]>([
    [line, ['git pull && ls -l'], ['git pull', 'ls -l', 'ssh'], []],
    [line, ['A=1 exec node x'], ['node x'], []],
    [line, ['$TOOL x; ls'], ['ls'], ['starts']],
    [line, [undefined], [], ['starts']],
    [words, ['git', 'status'], ['git status'], []],
    [words, ['git', ['status', undefined]], ['git status ?'], []],
    [words, [['git', 'status'], 'cwd'], ['git status'], []],
    [list, ['git', 'callback'], ['git'], []],
    [
      words,
      ['/bin/bash', '-c', 'convert a | tar x'],
      ['/bin/bash -c convert a | tar x', 'convert a', 'tar x'],
      [],
    ],
    [words, ['sh', ['-c', undefined]], ['sh -c ?'], ['starts']],
    [words, [undefined], [], ['starts']],
  ])('%o of %j', (row, args, programs, gaps) => {
    const found = facts(row, ...args)
    expect(
      found.programs.map(({ name, args: rest }) =>
        [name, ...rest.map((word) => word ?? '?')].join(' '),
      ),
    ).toEqual(programs)
    expect(found.gaps.map(({ what }) => what)).toEqual(gaps)
  })

  test('what the shell opens for a command', () => {
    expect(facts(line, 'date > /var/log/a; sort < in.txt 2>&1').paths.map(show)).toEqual([
      'writes-file root:/var/log/a',
      'reads cwd:in.txt',
    ])
  })
})

test('ports and variables', () => {
  const port = (text: string) => facts({ names: ['f'], listens: 0 }, text).ports[0]?.port
  expect(['3000', ':8080', '127.0.0.1:80', '[::]:81', '0', '/run/a.sock'].map(port)).toEqual([
    3000,
    8080,
    80,
    81,
    undefined,
    undefined,
  ])
  expect(facts({ names: ['f'], readsVariable: 0 }, 'HOME').environment).toEqual([
    { name: 'HOME', at },
  ])
})
