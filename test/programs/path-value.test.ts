import { describe, expect, test } from 'vitest'
import {
  concatenateAll,
  joinPaths,
  literalPath,
  ownFolder,
  parentPath,
  unknownPath,
  workingFolder,
  type PathValue,
} from '../../src/programs/path-value.ts'

const x = unknownPath
const text = (...parts: (string | PathValue)[]) =>
  concatenateAll(parts.map((part) => (typeof part === 'string' ? literalPath(part) : part)))

describe('what is known of a name behind a part that only a run shows', () => {
  test.each<[string, PathValue, Partial<PathValue>]>([
    [
      'config.${x}.json',
      text('config.', x, '.json'),
      { base: 'unknown', pattern: 'config.*.json' },
    ],
    ['${x}.json', text(x, '.json'), { base: 'unknown', pattern: '*.json' }],
    ['./${x}', text('./', x), { base: 'cwd', path: '.', pattern: '*' }],
    ['./a-${x}.json', text('./a-', x, '.json'), { base: 'cwd', path: '.', pattern: 'a-*.json' }],
    ['a/b-${x}-${x}.c', text('a/b-', x, '-', x, '.c'), { path: 'a', pattern: 'b-*-*.c' }],
    ['/srv/${x}${x}', text('/srv/', x, x), { base: 'root', path: '/srv', pattern: '*' }],
    ['a/${x}/b.json', text('a/', x, '/b.json'), { path: 'a', pattern: '*/b.json' }],
    [
      'join(cwd, "a." + x)',
      joinPaths([workingFolder, text('a.', x)]),
      { base: 'cwd', path: '', pattern: 'a.*' },
    ],
    [
      'join(own, "..", x + ".json")',
      joinPaths([ownFolder, literalPath('..'), text(x, '.json')]),
      { base: 'own-folder', path: '..', pattern: '*.json' },
    ],
    [
      'join("a", x, "b.json")',
      joinPaths([literalPath('a'), x, literalPath('b.json')]),
      { base: 'cwd', path: 'a', pattern: '*/b.json' },
    ],
  ])('%s', (_written, value, expected) => {
    expect(value).toMatchObject(expected)
  })

  test('a folder of such a path is no more than a prefix', () => {
    expect(parentPath(text('./a-', x, '.json'))).toEqual({ base: 'cwd', path: '.', isPrefix: true })
  })

  test('a long chain stays short', () => {
    const long = concatenateAll(Array.from({ length: 1000 }, () => [literalPath('part'), x]).flat())
    expect(long.pattern?.length).toBeLessThan(300)
  })
})
