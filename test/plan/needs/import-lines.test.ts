import { expect, test } from 'vitest'
import { importOf } from '../../../src/plan/needs/files/import-lines.ts'
import type { SourceFacts } from '../../../src/programs/source-facts.ts'

const importing = (path: string, ...specifiers: readonly string[]): SourceFacts => ({
  path,
  imports: specifiers.map((specifier, i) => ({
    specifier,
    isCertain: true,
    at: { line: i + 1, text: specifier },
  })),
  paths: [],
  programs: [],
  ports: [],
  environment: [],
  gaps: [],
})

test('the line that loads a module is the first whose name begins as its own', () => {
  const modules = [
    importing('a.ts', './lib/job-runner.js', './lib/other'),
    importing('b.ts', './lib/job', '../jobs/job-runner', 'x'.repeat(1000)),
  ]
  const lineOf = (path: string) => {
    const found = importOf(path, modules)
    return found && `${found.path}:${found.line}`
  }
  expect(lineOf('lib/job.ts')).toBe('a.ts:1')
  expect(lineOf('lib/job-runner.ts')).toBe('a.ts:1')
  expect(lineOf('lib/other/other.js')).toBe('a.ts:2')
  expect(lineOf(`${'x'.repeat(200)}.js`)).toBe('b.ts:3')
  expect(lineOf('lib/jobs.ts')).toBeUndefined()
})
