import { expect, test } from 'vitest'
import { jsonEntry } from '../../src/report/json/json-report.ts'
import { jsonReport } from '../../src/report/json/json-schema.ts'
import type { Observation } from '../../src/verification/observation.ts'
import type { Verification } from '../../src/verification/verification.ts'

const seen: Observation = {
  ...{ state: 'running', exitCode: undefined, problem: undefined, health: 'healthy' },
  ...{ ports: [3000], port: 3000, smoke: { 'curl x': { exitCode: undefined, output: [] } } },
  answers: {
    '/': {
      ...{ status: 200, type: 'text/html', location: undefined, length: 5, digest: 'abc' },
      isSteady: true,
    },
  },
  errors: [{ kind: 'missing-file', name: 'views/a', line: "ENOENT: open 'views/a'" }],
  ...{ log: ['listening'], seconds: 1.26 },
}

const facts = { size: 9, compressed: 5, layers: 2, user: '', files: 3, osPackages: 1 }

const verification: Verification = {
  ...{ verdict: 'different', reason: 'One thing is different.', notes: [] },
  differences: [{ code: 'answer', message: '/ is not answered', by: 'split-stages' }],
  builds: {
    before: { seconds: 10.04, steps: 5, cached: 0, again: 0.449 },
    after: { seconds: 3, steps: 9, cached: 2 },
  },
  images: {
    before: { ...facts, languagePackages: 7, setuid: ['/bin/su'] },
    after: { ...facts, languagePackages: 2, setuid: [] },
    difference: {
      config: [{ field: 'User', before: null, after: 'node' }],
      ...{ osPackagesGone: ['gcc'], osPackagesNew: [] },
      ...{ languagePackagesGone: [], languagePackagesNew: [] },
      ...{ filesGone: [{ folder: '/usr/lib', files: 2, size: 4 }], filesNew: [] },
    },
  },
  runs: { before: seen, after: seen },
  failure: {
    message: 'exit code 1',
    instruction: { line: 3, text: 'RUN make' },
    origin: { kind: 'kept', line: 2, by: undefined },
    log: ['make: nothing'],
  },
  problem: { code: 'no-space', message: 'the disk is full', fatal: false },
}

test('prints all of a verification as the schema says, and nothing that is not known', () => {
  const entry = jsonEntry({
    path: 'Dockerfile',
    context: '.',
    result: {
      ...{ outcome: 'migrated', ecosystem: undefined, before: 'a', after: 'b' },
      ...{ changes: [], replaced: [], stays: [], origins: [] },
      contract: [{ field: 'User', before: null, after: 'node', by: 'non-root-user' }],
      otherFiles: [{ path: '.dockerignore', before: null, after: 'node_modules\n' }],
    },
    verification,
  })
  const summary = { files: 1, migrated: 1, unchanged: 0, refused: 0, failed: 0 }
  const { files } = jsonReport.parse({ version: 1, files: [JSON.parse(entry)], summary })
  expect(files[0]).not.toHaveProperty('ecosystem')
  expect(files[0]).toMatchObject({
    otherFiles: [{ path: '.dockerignore' }],
    verification: {
      builds: { before: { seconds: 10, again: 0.4 }, after: { seconds: 3 } },
      runs: { before: { seconds: 1.3, errors: ["ENOENT: open 'views/a'"] } },
      problem: { code: 'no-space', message: 'the disk is full' },
    },
  })
})
