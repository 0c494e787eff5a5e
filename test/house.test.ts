import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { isEcosystem } from '../src/plan/ecosystem.ts'
import { refusals } from '../src/plan/refusals/refusals.ts'
import { ecosystems, rules } from '../transforms/index.ts'
import { fixturesFolder } from './fixture.ts'

// What the house promises about itself, beside the import rules of .dependency-cruiser.cjs.
const root = path.join(import.meta.dirname, '..')

describe('transforms', () => {
  const folders = foldersIn('transforms').filter(
    (name) => !['_template', 'hardening', 'javascript'].includes(name),
  )

  test.each(folders)('%s is registered', async (name) => {
    expect(await exportsOf(`transforms/${name}/index.ts`)).toEqual(
      expect.arrayContaining(ecosystems.filter((ecosystem) => ecosystem.name === name)),
    )
    expect(ecosystems.map((ecosystem) => ecosystem.name)).toContain(name)
  })

  test.each(ecosystems.filter(isEcosystem).map(({ name }) => name))(
    '%s has fixtures of both kinds',
    (name) => {
      expectBothKinds(name)
    },
  )
})

describe('rules', () => {
  test('every rule of transforms/hardening is registered', async () => {
    const all = readdirSync(path.join(root, 'transforms/hardening'), {
      recursive: true,
      encoding: 'utf8',
    })
    const files = all.filter((file) => file.endsWith('.ts'))
    const values = await Promise.all(files.map((file) => exportsOf(`transforms/hardening/${file}`)))
    const found = values.flat().filter(isRule)
    expect(found.map(({ name }) => name).sort()).toEqual(rules.map(({ name }) => name).sort())
  })

  test.each(rules.map(({ name }) => name))('%s has fixtures of both kinds', (name) => {
    // Files that have stages already are where names are given.
    expectBothKinds(name === 'stage-names' ? 'stages' : name)
  })

  test('no two have one name', () => {
    const names = [...ecosystems, ...rules].map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('codes', () => {
  const sources = [...sourcesIn('src'), ...sourcesIn('transforms')].filter(
    ({ name }) => name !== 'src/plan/refusals/refusals.ts',
  )

  test('every row of the table is given somewhere', () => {
    const unused = Object.keys(refusals).filter(
      (code) => !sources.some(({ text }) => text.includes(`'${code}'`)),
    )
    expect(unused).toEqual([])
  })
})

describe('fixtures', () => {
  const fixtures = readdirSync(fixturesFolder).flatMap((group) =>
    readdirSync(path.join(fixturesFolder, group)).map((name) => `${group}/${name}`),
  )

  test('each has an input and exactly one expectation', () => {
    const wrong = fixtures.filter((name) => {
      const entries = readdirSync(path.join(fixturesFolder, name))
      const expectations = entries.filter((entry) => expectationFiles.has(entry))
      return (
        !entries.includes('input.Dockerfile') ||
        expectations.length !== 1 ||
        entries.some((entry) => !expectationFiles.has(entry) && !fixtureFiles.has(entry))
      )
    })
    expect(wrong).toEqual([])
  })

  test('names say what is special', () => {
    const names = fixtures.map((name) => path.basename(name))
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([])
    expect(names.filter((name) => /^(test|case|foo|fixture)-?\d*$/.test(name))).toEqual([])
  })

  test('git ignores none of their files', ({ skip }) => {
    if (!existsSync(path.join(root, '.git'))) skip('not a git repository')
    const files = readdirSync(fixturesFolder, { recursive: true, encoding: 'utf8' })
    const { stdout, error } = spawnSync(
      'git',
      ['-c', 'core.quotePath=false', 'check-ignore', '--no-index', '--stdin'],
      { cwd: fixturesFolder, input: files.join('\n'), encoding: 'utf8' },
    )
    if (error !== undefined) skip('git is not installed')
    expect(stdout).toBe('')
  })
})

const expectationFiles = new Set(['output.Dockerfile', 'outcome.txt'])
const fixtureFiles = new Set(['input.Dockerfile', 'context', 'case.json', 'other-files'])

function expectBothKinds(group: string): void {
  const entries = foldersIn(`__fixtures__/${group}`).flatMap((name) =>
    readdirSync(path.join(fixturesFolder, group, name)),
  )
  expect(entries, `__fixtures__/${group} shows no migration`).toContain('output.Dockerfile')
  expect(entries, `__fixtures__/${group} shows nothing that is left as it is`).toContain(
    'outcome.txt',
  )
}

function foldersIn(folder: string): readonly string[] {
  const full = path.join(root, folder)
  if (!existsSync(full)) return []
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
}

function sourcesIn(folder: string) {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.startsWith('_template'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(path.join(root, folder, name), 'utf8'),
    }))
}

async function exportsOf(module: string): Promise<readonly unknown[]> {
  const exported = (await import(path.join(root, module))) as Readonly<Record<string, unknown>>
  return Object.values(exported)
}

function isRule(value: unknown): value is { readonly name: string } {
  return typeof value === 'object' && value !== null && 'name' in value && 'apply' in value
}
