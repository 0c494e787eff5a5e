import { expect, test } from 'vitest'
import { settingsIn } from '../../src/project/formats/setting-lines.ts'

test.each<[string, string]>([
  ['ROOT=data/', 'data/'],
  ['ROOT = data/\r', 'data/'],
  ['export ROOT=data/ # where it is', 'data/'],
  ['ROOT=data/\t# where it is\r', 'data/'],
  ['ROOT=data/#1', 'data/#1'],
  ['ROOT= # nothing', ''],
  ['ROOT="data # 1/" # where it is', 'data # 1/'],
  ["ROOT: 'data/'", 'data/'],
  ['ROOT="data/', '"data/'],
  ['ROOT=data ; rest', 'data ; rest'],
])('%j', (line, value) => {
  expect(settingsIn(`# A=1\r\n[section]\r\n${line}\nLAST=1\n`)).toEqual([
    ['ROOT', value],
    ['LAST', '1'],
  ])
})

test('comments of .ini begin with a semicolon, too', () => {
  expect(settingsIn('Root=data/ ; where it is\r\n; Old=1\r\n', ['#', ';'])).toEqual([
    ['Root', 'data/'],
  ])
})
