import path from 'node:path'
import { migrateFile } from '../../src/cli/migrate/core/migrate-file.ts'
import { createProjectCache } from '../../src/project/project-cache.ts'
import type { FileReport } from '../../src/report/file-report.ts'
import type { TextSubject } from '../../src/publish/body/subject.ts'
import type { ImageFacts } from '../../src/verification/image-difference.ts'
import type { Verification } from '../../src/verification/verification.ts'
import { fixturesFolder, listFixtures } from '../fixture.ts'

const root = path.join(import.meta.dirname, '../..')
const settings = {
  ...{ context: undefined, only: undefined, skip: [], safe: false },
  ...{ paths: [], followLinks: false },
}
const fixtures = listFixtures()

/** What comes of a Dockerfile of the examples: 'services/orders/Dockerfile'. */
export function ofExample(file: string): FileReport {
  return migrateFile(
    { ...settings, cwd: path.join(root, 'examples') },
    { path: file },
    createProjectCache(),
  )
}

/** What comes of a fixture that stands in a folder of a repository. */
export function ofFixture(name: string, folder: string, edit = (text: string) => text): FileReport {
  const fixture = fixtures.find((each) => each.name === name)
  if (fixture === undefined) throw new Error(`no fixture ${name} in ${fixturesFolder}`)
  const report = migrateFile(
    { ...settings, cwd: fixture.context, context: '.' },
    { path: 'Dockerfile', bytes: Buffer.from(edit(fixture.input)) },
    createProjectCache(),
  )
  return { ...report, path: `${folder}/Dockerfile`, context: folder }
}

export const base = '0f3c9d2b7a6e5d4c3b2a19080f7e6d5c4b3a2918'
export const marker =
  '<!-- msb-migrate: {"key":"services/orders/Dockerfile","content":"3b1f","base":"0f3c9d2b","head":"7d21"} -->'

/** A pull request on GitHub for these files, with what a test is about. */
export function subjectOf(
  reports: readonly FileReport[],
  more: Partial<TextSubject> = {},
): TextSubject {
  const [first] = reports
  const folder = path.posix.dirname(first?.path ?? '.')
  return {
    reports,
    leftAlone: [],
    serviceTitle: reports.length === 1 ? folder : 'this repository',
    branch: `msb-migrate/${reports.length === 1 ? folder.replaceAll('/', '--') : 'repo'}`,
    baseBranch: 'main',
    base,
    fileUrl: (file, line) =>
      `https://github.com/acme/shop/blob/${base}/${file}${line === undefined ? '' : `#L${line}`}`,
    cloneRemote: undefined,
    markdown: { folds: true, mermaid: true },
    bodyLimit: 65_536,
    template: undefined,
    bodyTemplate: undefined,
    titleTemplate: undefined,
    subjects: [],
    isDraftBecause: undefined,
    version: '0.1.0',
    ...more,
  }
}

const facts = (numbers: Partial<ImageFacts>): ImageFacts => ({
  size: 0,
  compressed: 0,
  layers: 0,
  user: '',
  files: 0,
  osPackages: 0,
  languagePackages: 0,
  setuid: [],
  ...numbers,
})

/** Sizes are those that bench/docker.md has for such a service. */
const measured = {
  verdict: 'same',
  reason: 'Both answer alike: / 200, /static/print.css 200.',
  differences: [],
  notes: [{ code: 'empty-answer', message: '/health answers with nothing in both images' }],
  builds: {
    before: { seconds: 41.2, steps: 6, cached: 1 },
    after: { seconds: 44.8, steps: 11, cached: 2 },
  },
  images: {
    before: facts({
      size: 809e6,
      compressed: 298e6,
      layers: 11,
      files: 15_408,
      osPackages: 154,
      setuid: ['/usr/bin/su', '/usr/bin/passwd'],
    }),
    after: facts({
      size: 14.2e6,
      compressed: 6.9e6,
      layers: 15,
      files: 1_042,
      osPackages: 4,
      user: '65532',
    }),
    difference: {
      config: [],
      osPackagesGone: [],
      osPackagesNew: [],
      languagePackagesGone: [],
      languagePackagesNew: [],
      filesGone: [],
      filesNew: [],
    },
  },
  runs: { before: observation(), after: observation() },
} satisfies Verification

export const same: Verification = measured

export const different: Verification = {
  ...measured,
  verdict: 'different',
  reason: 'GET /reports answers 500 instead of 200.',
  differences: [
    { code: 'answer', message: 'GET /reports answers 500 instead of 200', by: 'split-stages' },
    {
      code: 'error',
      message: "ENOENT: no such file or directory, open '/app/fonts/Inter.ttf'",
      by: 'split-stages',
    },
  ],
  notes: [],
  images: {
    ...measured.images,
    before: facts({
      size: 1.13e9,
      compressed: 402e6,
      layers: 14,
      files: 21_704,
      osPackages: 412,
      languagePackages: 68,
      setuid: ['/usr/bin/su'],
    }),
    after: facts({
      size: 246e6,
      compressed: 83e6,
      layers: 10,
      files: 4_911,
      osPackages: 88,
      languagePackages: 68,
      user: 'node',
    }),
  },
}

function observation(): NonNullable<Verification['runs']>['before'] {
  return {
    state: 'running',
    exitCode: undefined,
    problem: undefined,
    health: undefined,
    ports: [8080],
    port: 8080,
    answers: {},
    smoke: {},
    errors: [],
    log: [],
    seconds: 1,
  }
}
