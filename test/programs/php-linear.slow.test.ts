import { expect, test } from 'vitest'
import { ownFolder } from '../../src/programs/path-value.ts'
import { readPhp } from '../../src/programs/readers/php.ts'

/** The fastest of three runs, in milliseconds. */
function timeOf(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
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
  ['a template', (n) => lines(n, () => '<p><?= exec("a") ?></p>')],
  ['what is no PHP', (n) => `<?php ${lines(n, () => 'if ( { [ exec(')}`],
])('a source takes about as long as eight of an eighth of its size: %s', (_, make) => {
  const small = make(200)
  const large = make(1600)
  const readSmall = () => {
    for (let i = 0; i < 8; i++) readPhp('a.php', small, ownFolder)
  }
  readSmall()
  const ratio = timeOf(() => readPhp('a.php', large, ownFolder)) / timeOf(readSmall)
  // It would be 8 where the time grew with the square.
  expect(ratio).toBeLessThan(4)
})
