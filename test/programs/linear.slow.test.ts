import { expect, test } from 'vitest'
import { ownFolder } from '../../src/programs/path-value.ts'
import { readJavaScript } from '../../src/programs/readers/javascript.ts'
import { readPhp } from '../../src/programs/readers/php.ts'
import { factsOfPython, parsePython } from '../../src/programs/readers/python.ts'

/** The fastest of three runs, in microseconds of the processor: other programs of the machine don't count. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(start)
    return user + system
  })
  return Math.min(...times)
}

/** Eight small texts against one that is eight times as long: the same work, but eight times as much where time grows with the square. */
function expectLinear(read: (text: string) => unknown, make: (count: number) => string): void {
  const small = make(250)
  const large = make(2000)
  const few = timeOf(() => Array.from({ length: 8 }, () => read(small)))
  expect(timeOf(() => read(large)) / few).toBeLessThan(4)
}

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n')

test.each<[string, (count: number) => string]>([
  ['a table', (n) => `<?php return [\n${lines(n, (i) => `  'k${i}' => 'v${i}',`)}\n];`],
  ['a map of classes', (n) => `<?php return [\n${lines(n, (i) => `  'A\\\\B${i}' => 1,`)}\n];`],
  ['calls', (n) => `<?php ${lines(n, (i) => `$a${i} = __DIR__ . '/x'; touch($a${i});`)}`],
  ['a chain', (n) => `<?php $x${lines(n, () => '->run()')};`],
  ['a long text', (n) => `<?php touch(${lines(n, () => "'a' .")} 'b');`],
  ['a text with many parts', (n) => `<?php exec("${lines(n, () => '{$a} b')}");`],
  [
    'variables that follow each other',
    (n) => `<?php $a0 = '/a'; ${lines(n, (i) => `$a${i + 1} = $a${i} . 'b'; touch($a${i + 1});`)}`,
  ],
  [
    'functions in functions',
    (n) => `<?php ${lines(n, (i) => `function f${i}() { touch('/a');`)} ${'}'.repeat(n)}`,
  ],
  [
    'what is left where nothing is there',
    (n) =>
      `<?php function f() { ${lines(n, (i) => `if (is_dir('a${i}')) return; mkdir('a${i}');`)} }`,
  ],
  ['a template', (n) => lines(n, () => '<p><?= exec("a") ?></p>')],
  ['what is no PHP', (n) => `<?php ${lines(n, () => 'if ( { [ exec(')}`],
])('eight times as much PHP takes about eight times as long: %s', (_, make) => {
  expectLinear((text) => readPhp('a.php', text, ownFolder), make)
})

function readPython(text: string) {
  const source = parsePython('a.py', text)
  const around = { path: 'a.py', env: () => undefined, lookUp: () => undefined }
  return source && factsOfPython(source, { ...around, folderOf: () => undefined }, () => false)
}

test.each<[string, (count: number) => string]>([
  ['a table', (n) => `a = [\n${lines(n, (i) => `  'text ${i}',`)}\n]`],
  ['a dictionary', (n) => `filename = {\n${lines(n, (i) => `  'filename': 'v${i}',`)}\n}`],
  ['calls', (n) => `import os\n${lines(n, (i) => `os.remove('a/${i}')`)}`],
  ['a chain', (n) => `x${'.run()'.repeat(n)}`],
  ['a long text', (n) => `f(${lines(n, () => "'a' +")} 'b')`],
  ['a long command', (n) => `import os\nos.system(${"'a' + b + ".repeat(n)} 'c')`],
  ['loads', (n) => lines(n, (i) => `from .a${i} import b${i} as c${i}`)],
  [
    'names that follow each other',
    (n) =>
      `import os\na0 = '/a'\n${lines(n, (i) => `a${i + 1} = a${i} + 'b'\nos.remove(a${i + 1})`)}`,
  ],
  [
    'methods of paths',
    (n) =>
      `from pathlib import Path\np0 = Path('a')\n${lines(n, (i) => `p${i + 1} = p${i} / 'b'\np${i + 1}.touch()`)}`,
  ],
  [
    'classes',
    (n) => lines(n, (i) => `class C${i}(B):\n  d = 'a'\n  def f(self): open(self.d, 'w')`),
  ],
  ['functions in functions', (n) => lines(Math.min(n, 90), (i) => `${' '.repeat(i)}def f${i}():`)],
  ['what is no Python', (n) => lines(n, () => 'if ( { [ exec(')],
])('eight times as much Python takes about eight times as long: %s', (_, make) => {
  expectLinear(readPython, make)
})

const readJs = (text: string) => readJavaScript('a.js', text, () => undefined)
const minified = (i: number) => `function f${i}(a,b){return a.x(b+"/y")?g(a,[1,2]):{k:b}}`

test.each<[string, (count: number) => string]>([
  ['a table', (n) => `module.exports = [\n${lines(n, (i) => `  'text ${i}',`)}\n]`],
  ['paths', (n) => `module.exports = [\n${lines(n, (i) => `  'a/b${i}.json',`)}\n]`],
  ['one line', (n) => Array.from({ length: n }, (_, i) => minified(i)).join('')],
  ['calls', (n) => `const fs = require('fs')\n${lines(n, (i) => `fs.unlinkSync('a/${i}')`)}`],
  ['a chain', (n) => `x${lines(n, () => '.run()')}`],
  ['a long text', (n) => `f(${lines(n, () => "'a' +")} 'b')`],
  ['loads', (n) => lines(n, (i) => `const a${i} = require('./a${i}'); a${i}()`)],
  [
    'variables that follow each other',
    (n) =>
      `const fs = require('fs'), a0 = '/a'; ${lines(n, (i) => `const a${i + 1} = a${i} + 'b'; fs.unlink(a${i + 1})`)}`,
  ],
  [
    'what is left where nothing is there',
    (n) =>
      `const fs = require('fs'); function f() { ${lines(n, (i) => `if (fs.existsSync('a${i}')) return;`)} }`,
  ],
  [
    'a condition with many parts',
    (n) => `const fs = require('fs'); if (${lines(n, (i) => `!fs.existsSync('a${i}') &&`)} x) f()`,
  ],
  ['what is no JavaScript', (n) => lines(n, () => 'if ( { [ exec(')],
])('eight times as much JavaScript takes about eight times as long: %s', (_, make) => {
  expectLinear(readJs, make)
})

test.each<[string, string]>([
  ['calls', `${'f('.repeat(50_000)}${')'.repeat(50_000)}`],
  ['functions', `${'(function(){'.repeat(5_000)}${'})()'.repeat(5_000)}`],
  ['conditions', `${'a ? b : '.repeat(50_000)}c`],
  ['else after else', `if (a) b\n${'else if (a) b\n'.repeat(50_000)}`],
  ['templates', `${'`${'.repeat(20_000)}1${'}`'.repeat(20_000)}`],
  ['markup', `x = ${'<a>'.repeat(30_000)}${'</a>'.repeat(30_000)}`],
])('JavaScript that nests deeper than the parser can follow is not read: %s', (_, text) => {
  expect(readJs(text)).toBeUndefined()
})

test('brackets in strings, comments and patterns are no nesting', () => {
  const noise = lines(3000, () => "a = '(' // [\nb = /[(/]{/ ; c = `(${d}` /* { */")
  expect(readJs(noise)?.gaps).toEqual([])
})

test('a text of many parts and a chain of many calls are followed without recursion', () => {
  expect(readJs(`x = ${"'a' + ".repeat(30_000)}'b'`)?.gaps).toEqual([])
  expect(readJs(`x${'.run()'.repeat(30_000)}`)?.gaps).toEqual([])
})
