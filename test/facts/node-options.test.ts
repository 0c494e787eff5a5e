import { describe, expect, it } from 'vitest'
import { preloadsIn, wordsOfNodeOptions } from '../../src/facts/javascript/node-options.ts'

describe('the words of NODE_OPTIONS', () => {
  it.each([
    ['', []],
    ['--require ./a.js', ['--require', './a.js']],
    ['  --a   --b=1 ', ['--a', '--b=1']],
    ['--require "./my \\"first\\" file.js" -r b', ['--require', './my "first" file.js', '-r', 'b']],
    [String.raw`--require .\a.js`, ['--require', String.raw`.\a.js`]],
    ['--require ""', ['--require', '']],
  ])('%j', (text, words) => {
    expect(wordsOfNodeOptions(text)).toEqual(words)
  })
})

describe('what is loaded before the program', () => {
  it.each([
    [['-r', './a.js', 'main.js'], ['./a.js']],
    [
      ['--import=./a.mjs', '--loader', 'ts-node/esm', 'main.ts'],
      ['./a.mjs', 'ts-node/esm'],
    ],
    [['--max-old-space-size=9', 'main.js', undefined], []],
    [['--require'], []],
    [['--require='], []],
    [['-r', undefined], []],
  ])('%j', (words, modules) => {
    expect(preloadsIn(words)).toEqual(modules)
  })
})
