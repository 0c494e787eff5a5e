import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createProjectCache } from '../../src/project/project-cache.ts'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { migrateFile } from '../../src/cli/migrate/core/migrate-file.ts'
import { createGit } from '../../src/publish/sources/git-process.ts'
import { fetchCommit, gitSource } from '../../src/publish/sources/git-source.ts'
import { virtualRoot } from '../../src/publish/sources/migrate-round.ts'
import { migrateTree } from '../../src/publish/sources/migrate-tree.ts'
import type { TreeSource } from '../../src/publish/sources/tree.ts'
import { gitEnvironment, gitFolder } from './git-folder.ts'

// A commit that is read by git, file by file as the core asks, comes out as its checkout does.

const settings = {
  ...{ context: undefined, only: undefined, skip: [], safe: false },
  ...{ paths: [], followLinks: false },
}
const git = createGit({ env: gitEnvironment, interrupt: new AbortController().signal })
const repository = gitFolder()
afterAll(repository.remove)

/** Many services: every fixture's context with its input, in a folder each. */
function makeFleet(): readonly string[] {
  const root = path.join(import.meta.dirname, '../../__fixtures__')
  const paths: string[] = []
  for (const kind of readdirSync(root)) {
    // Each third is plenty.
    for (const name of readdirSync(path.join(root, kind)).filter((_, i) => i % 3 === 0)) {
      const from = path.join(root, kind, name)
      if (!readdirSync(from).includes('input.Dockerfile')) continue
      const to = path.join(repository.folder, kind, name)
      mkdirSync(to, { recursive: true })
      if (readdirSync(from).includes('context'))
        cpSync(path.join(from, 'context'), to, { recursive: true })
      if (!readdirSync(to).includes('Dockerfile'))
        cpSync(path.join(from, 'input.Dockerfile'), path.join(to, 'Dockerfile'))
      paths.push(`${kind}/${name}/Dockerfile`)
    }
  }
  return paths
}

const paths = makeFleet()
mkdirSync(path.join(repository.folder, 'linked'))
writeFileSync(
  path.join(repository.folder, 'linked/Dockerfile'),
  'FROM node:20\nCOPY package.json ./\nRUN npm install\nCOPY . .\nCMD ["node", "index.js"]\n',
)
writeFileSync(
  path.join(repository.folder, 'linked/real.json'),
  '{"dependencies":{"express":"4"},"devDependencies":{"mocha":"9"}}',
)
symlinkSync('real.json', path.join(repository.folder, 'linked/package.json'))
writeFileSync(path.join(repository.folder, 'linked/index.js'), 'require("express")\n')
const all = [...paths, 'linked/Dockerfile']
const commit = repository.commit({ 'README.md': 'Services\n' })

/** What the checkout gives, without what only it can know: where it lies. */
function onDisk(): readonly unknown[] {
  const cache = createProjectCache()
  return all.map(
    (name) => migrateFile({ ...settings, cwd: repository.folder }, { path: name }, cache).result,
  )
}

async function byTree(source: TreeSource): Promise<readonly unknown[]> {
  const groups = all.map((name) => [name])
  const reports = await migrateTree(source, groups, (commit, jobs) =>
    migrateHere({ ...settings, cwd: virtualRoot, commit }, jobs, 1),
  )
  await source.close()
  return reports.map(([report]) => report?.result)
}

const fetched = (isSmall: boolean): Promise<TreeSource> =>
  fetchCommit({
    git,
    folder: mkdtempSync(path.join(tmpdir(), 'msb-migrate-test-')),
    url: `file://${repository.folder}`,
    commit,
    isSmall,
  })

const expected = onDisk()

test('there is enough to compare', () => {
  expect(all.length).toBeGreaterThan(150)
  const migrated = expected.filter((result) =>
    JSON.stringify(result).includes('"outcome":"migrated"'),
  )
  expect(migrated.length).toBeGreaterThan(100)
})

test('from the clone on this machine', async () => {
  const source = gitSource({
    git,
    folder: repository.folder,
    commit,
    remote: undefined,
    isTemporary: false,
  })
  expect(await byTree(source)).toEqual(expected)
}, 60_000)

test('from a shallow fetch with all files', async () => {
  expect(await byTree(await fetched(true))).toEqual(expected)
}, 60_000)

test('from a fetch without files, which come as they are asked for', async () => {
  expect(await byTree(await fetched(false))).toEqual(expected)
}, 60_000)
