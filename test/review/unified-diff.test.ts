import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unifiedDiff } from '../../src/review/unified-diff.ts'
import { folderWith } from '../cli/surroundings.ts'

const line = fc.constantFrom(
  'FROM a',
  'RUN b',
  '',
  '-- x',
  '++ y',
  '@@ z',
  '\\ No newline',
  'CMD ["ü"]',
  'a\rb',
)
const lineEnd = fc.constantFrom('\n', '\r\n')
const text = fc
  .tuple(fc.array(fc.tuple(line, lineEnd), { maxLength: 25 }), fc.constantFrom('', 'last'))
  .map(([lines, last]) => lines.map(([a, b]) => a + b).join('') + last)

describe('unifiedDiff', () => {
  it('is what git apply and patch take, for any two texts', () => {
    const pairs = fc
      .sample(fc.tuple(text, text), { numRuns: 60, seed: 3 })
      .filter(([a, b]) => a !== b && a !== '' && b !== '')
    const paths = pairs.map((_, i) => `${i} a/Docker"file`)
    const diffs = pairs
      .map(([before, after], i) => unifiedDiff({ path: paths[i] ?? '', before, after }))
      .join('')
    for (const tool of [
      ['git', 'apply', '--whitespace=nowarn'],
      ['patch', '-p1', '-s', '--binary'],
    ]) {
      const cwd = folderWith(
        Object.fromEntries(pairs.map(([before], i) => [paths[i] ?? '', before])),
      )
      const [command = '', ...args] = tool
      execFileSync(command, args, { cwd, input: diffs })
      for (const [i, [, after]] of pairs.entries()) {
        expect(readFileSync(join(cwd, paths[i] ?? ''), 'utf8')).toBe(after)
      }
    }
  })

  it('makes a new file from /dev/null', () => {
    expect(unifiedDiff({ path: 'a/.dockerignore', before: null, after: 'x\ny' })).toBe(
      '--- /dev/null\n+++ b/a/.dockerignore\n@@ -0,0 +1,2 @@\n+x\n+y\n\\ No newline at end of file\n',
    )
  })

  it('keeps CRLF', () => {
    expect(unifiedDiff({ path: 'D', before: 'a\r\nb\r\n', after: 'a\r\nc\r\n' })).toBe(
      '--- a/D\n+++ b/D\n@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n',
    )
  })

  it('takes absolute paths from the root folder, and is empty for equal texts', () => {
    expect(unifiedDiff({ path: '/x/D', before: 'a\n', after: 'b\n' })).toContain(
      '--- a/x/D\n+++ b/x/D\n',
    )
    expect(unifiedDiff({ path: 'D', before: 'a', after: 'a' })).toBe('')
  })

  it('gives up on the shortest diff of texts that have nothing in common, and stays right', () => {
    const before = Array.from({ length: 30_000 }, (_, i) => `a${i}\n`).join('')
    const after = Array.from({ length: 30_000 }, (_, i) => `b${i}\n`).join('')
    const cwd = folderWith({ D: before })
    execFileSync('git', ['apply'], { cwd, input: unifiedDiff({ path: 'D', before, after }) })
    expect(readFileSync(join(cwd, 'D'), 'utf8')).toBe(after)
  }, 20_000)
})
