import { expect, test } from 'vitest'
import { isTooDeep } from '../../src/programs/readers/javascript/nesting.ts'

// Each of these ends the process where the parser is given it.
test.each([
  ['brackets', '(', '1', ')'],
  ['functions', 'function f(){', '', '}'],
  ['objects', 'x={a:', '1', '}'],
  ['templates', '`${', 'a', '}`'],
  ['sums', "'a'+b+", 'c', ''],
  ['calls of what a call gives', '', 'a', '.b(() => 1)'],
  ['signs', '- ', 'a', ''],
  ['not', '!', 'a', ''],
  ['typeof', 'typeof ', 'a', ''],
  ['new', 'new ', 'a', ''],
  ['arrows', 'a=>', '1', ''],
  ['arrows that wait', 'async a=>', '1', ''],
  ['conditions', 'a?b:', 'c', ''],
  ['else if', 'if(1)1;else ', '1', ''],
  ['with', 'with(a)', '1', ''],
  ['classes', 'class extends ', 'a{}', ''],
  ['types', 'keyof ', 'b', ''],
  ['lists of lists', 'type A = b', '', '[]'],
  ['casts', 'x = a', '', ' as b'],
  ['modifiers', 'abstract ', 'class A{}', ''],
  ['decorators', '@a ', 'class A{}', ''],
  ['markup', '<a>', '', '</a>'],
])('%s that nest without end are not parsed', (_, before, inside, after) => {
  const nested = (times: number) => before.repeat(times) + inside + after.repeat(times)
  expect(isTooDeep(nested(80_000))).toBe(true)
  expect(isTooDeep(nested(40))).toBe(false)
})

test.each([
  ['statements', 'const a = b.c(1) + 2;\n'],
  ['statements without semicolons', 'const a = b.c(1) + 2\nd = !e\n'],
  ['a table', "{ name: 'a', value: -1 },\n"],
  ['functions', 'function f(a) { return a.b().c() }\n'],
  ['markup', '<p>Some words, and more of them</p>\n'],
])('%s are no nesting, however many there are', (_, line) => {
  expect(isTooDeep(line.repeat(5000))).toBe(false)
})
