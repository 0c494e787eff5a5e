import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { knownWords } from '../../src/cli/explain/known-words.ts'
import { migrate } from '../../src/migrate.ts'
import { refusals } from '../../src/plan/refusals/refusals.ts'
import { explainFile } from '../../src/report/explain/explain-file.ts'
import { explanation } from '../../src/report/explain/explain-schema.ts'
import { fileText, wordText } from '../../src/report/explain/explain-text.ts'
import { failures } from '../../src/report/failures.ts'
import { foldLine } from '../../src/report/fold.ts'
import { ecosystems, rules } from '../../transforms/index.ts'
import { memoryProject } from '../memory-project.ts'

const plain = { color: false, terminal: true }
const root = join(import.meta.dirname, '../..')
const schema = z.fromJSONSchema(
  JSON.parse(
    readFileSync(join(root, 'docs/explain.schema.json'), 'utf8'),
  ) as z.core.JSONSchema.JSONSchema,
)

const source = [
  '# syntax=docker/dockerfile:1',
  'FROM node:20',
  'WORKDIR /app',
  'EXPOSE 3000',
  '# all of it',
  'COPY . .',
  'RUN npm ci \\',
  '  # and then',
  '  && npm run build',
  '',
  'CMD ["node", "dist/server.js"]',
  '',
].join('\n')
const files = {
  'package.json':
    '{ "scripts": { "build": "tsc" }, "dependencies": {}, "devDependencies": { "typescript": "^5" } }',
  'package-lock.json': '{ "name": "x", "lockfileVersion": 3, "packages": {} }',
  'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
  'src/server.ts': "import { createServer } from 'node:http'\ncreateServer().listen(3000)\n",
}
const reportOf = (text: string) => ({
  path: 'Dockerfile',
  context: '.',
  result: migrate(text, memoryProject({ ...files, Dockerfile: text }), { ecosystems, rules }),
})

describe('the lines of a file', () => {
  it('are told one by one, with the rule that moved, changed or made them', () => {
    expect(fileText(explainFile(reportOf(source), undefined), plain, 100)).toMatchSnapshot()
  })

  it('are told of one line, with the reason for its place', () => {
    const text = fileText(explainFile(reportOf(source), 4), plain, 100)
    expect(text).toContain(
      'Line 4 of the file: The rule split-stages of node moved it as it was, in stage runtime: ',
    )
    expect(text).toContain('* Build in a builder stage')
    expect(text).not.toContain('non-root-user')
  })

  it('fit into the width that there is, and nothing of them is lost', () => {
    for (const width of [40, 60, 200]) {
      const text = fileText(explainFile(reportOf(source), undefined), plain, width)
      const long = text.split('\n').filter((line) => line.length > width)
      expect(long.filter((line) => line.trim().includes(' '))).toEqual([])
    }
    expect(foldLine('abc def ghijklmnop', 6).join('')).toBe('abc def ghijklmnop')
  })

  it('keep their numbers with CRLF, a mark at the start and no last line end', () => {
    const odd = `\ufeff${source.trimEnd().replaceAll('\n', '\r\n')}`
    const { input, output } = explainFile(reportOf(odd), undefined)
    expect(input.map(({ text }) => text)).toEqual(source.trimEnd().split('\n'))
    expect(output.at(-1)).toMatchObject({ text: 'CMD ["node", "dist/server.js"]', from: 11 })
  })

  it('of a file that stays are not told; the code and its help are', () => {
    const report = reportOf('FROM node:20\nCOPY . .\nRUN npm ci\n')
    const found = explainFile(report, undefined)
    expect(found).toMatchObject({ outcome: 'refused', code: 'no-start-command', input: [] })
    const text = fileText(found, plain, 80)
    expect(text).toContain('msb-migrate explain no-start-command has more.')
  })
})

describe('words', () => {
  it('are every code, rule and outcome, none of them twice', () => {
    const names = [
      ...['migrated', 'unchanged', 'refused', 'failed', 'split-stages'],
      ...rules.map(({ name }) => name),
      ...Object.keys(refusals),
      ...Object.keys(failures),
    ]
    expect([...knownWords.keys()].sort()).toEqual(names.sort())
  })

  it.each([...knownWords.values()])('$name is as the schema says, and fits', (word) => {
    expect(schema.safeParse(word).error).toBeUndefined()
    expect(explanation.safeParse(word).success).toBe(true)
    const text = wordText(word, plain, 80)
    expect(text.split('\n').filter((line) => line.length > 100)).toEqual([])
    if (word.kind === 'rule') expect(word.example).toBeDefined()
  })

  it('have an example of the fix', () => {
    const word = knownWords.get('installs-at-start')
    expect(word === undefined ? '' : wordText(word, plain, 80)).toMatchSnapshot()
  })
})
