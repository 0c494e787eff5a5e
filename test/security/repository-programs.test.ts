import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { folderWith, runHere } from '../cli/surroundings.ts'
import { gitEnvironment, gitFolder } from '../publish/git-folder.ts'
import { type HostileRepository, hostileRepository } from './hostile-repository.ts'

vi.setConfig({ testTimeout: 60_000 })

const dockerfile =
  'FROM golang:1.22\nWORKDIR /src\nCOPY . .\nRUN CGO_ENABLED=0 go build -o /app .\nCMD ["/app"]\n'

function hostile(): HostileRepository {
  const made = hostileRepository({
    'a/Dockerfile': dockerfile,
    'a/go.mod': 'module example.org/a\n\ngo 1.22\n',
    'a/main.go': 'package main\n\nfunc main() {}\n',
    'a/.dockerignore': 'dist\n',
  })
  onTestFinished(made.remove)
  // What the index says of them is out of date: git would read them again, through the filters.
  for (const name of readdirSync(path.join(made.folder, 'a')))
    utimesSync(path.join(made.folder, 'a', name), 1, 1)
  return made
}

it('is a repository that does start programs when git is asked without care', () => {
  const { folder, marks } = hostile()
  for (const args of [['status'], ['diff'], ['log', '-p'], ['commit', '--allow-empty', '-m', 'x']])
    spawnSync('git', args, { cwd: folder, env: { ...gitEnvironment, GIT_PAGER_IN_USE: '1' } })
  expect(marks()).toEqual(expect.arrayContaining(['included', 'filter-mark-process']))
})

it.each([
  [['--write', '.']],
  [['--check', '.']],
  [['--write', 'a/Docker*']],
  [['--write', '--allow-dirty', 'a']],
])('%j starts nothing that the repository names', async (argv) => {
  const { folder, marks } = hostile()
  const ran = await runHere(argv, { cwd: folder, migrateAll: migrateHere })
  expect(ran.stderr).toMatch(/1 (changed|would change)/)
  expect(marks()).toEqual([])
})

it('a review starts nothing that the repository names', async () => {
  const { folder, marks } = hostile()
  const stdin = new PassThrough()
  const timer = setInterval(() => stdin.write('y'), 5)
  const ran = await runHere([], { cwd: folder, stdin, terminal: true, migrateAll: migrateHere })
  clearInterval(timer)
  expect(ran.stderr).toContain('a/Dockerfile: written')
  expect(readFileSync(path.join(folder, 'a/Dockerfile'), 'utf8')).toContain('AS builder')
  expect(marks()).toEqual([])
})

it('objects that a partial clone lacks are not fetched', async () => {
  const { folder, git, marks } = hostile()
  const id = git('rev-parse', 'HEAD:a/Dockerfile')
  for (const [key, value] of [
    ['remote.origin.url', folder],
    ['remote.origin.promisor', 'true'],
    ['extensions.partialClone', 'origin'],
    ['core.repositoryFormatVersion', '1'],
  ] as const)
    git('config', key, value)
  rmSync(path.join(folder, '.git/objects', id.slice(0, 2), id.slice(2)))
  const ran = await runHere(['--write', '.'], { cwd: folder, migrateAll: migrateHere })
  expect(ran.stderr).toContain('[uncommitted-changes]')
  expect(marks()).toEqual([])
})

describe('pr in a clone', () => {
  /** A host that asks who is there. */
  async function askingHost(): Promise<string> {
    const server = createServer((_, answer) => {
      answer.writeHead(401, { 'www-authenticate': 'Basic realm="x"' }).end()
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    onTestFinished(() => void server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const own = Object.fromEntries(
    Object.entries(gitEnvironment).filter(([name]) => !/TOKEN|GITEA|GITHUB|GITLAB/.test(name)),
  ) as Record<string, string>

  it('starts nothing that the clone names, and pushes', async () => {
    const { folder, git, marks } = hostile()
    const host = gitFolder()
    onTestFinished(host.remove)
    host.commit({
      'a/Dockerfile': dockerfile,
      'a/go.mod': 'module a\n\ngo 1.22\n',
      'a/main.go': 'package main\n\nfunc main() {}\n',
    })
    git('config', 'remote.origin.url', host.folder)
    const ran = await runHere(['pr', '--push-only'], {
      cwd: folder,
      env: own,
      migrateAll: migrateHere,
    })
    expect(ran.stdout).toMatch(/^opened /)
    expect(host.git('log', '-1', '--format=%an', 'msb-migrate/a')).toBe('Ann')
    expect(marks()).toEqual([])
  })

  it("asks the user's own helper for credentials, also one for this folder alone, and not the clone's", async () => {
    const { folder, git, marks } = hostile()
    git('config', 'remote.origin.url', `${await askingHost()}/a/b.git`)
    const home = folderWith({ 'work.config': '', 'global.config': '' })
    const mark = (name: string): string => `!f() { : > '${path.join(home, name)}'; }; f`
    const set = (file: string, key: string, value: string) =>
      git('config', '--file', path.join(home, file), key, value)
    set('global.config', 'credential.helper', mark('asked-global'))
    set('global.config', `includeIf.gitdir:${folder}/.path`, path.join(home, 'work.config'))
    set('work.config', 'credential.helper', mark('asked-for-folder'))
    const env = { ...own, GIT_CONFIG_GLOBAL: path.join(home, 'global.config') }
    await runHere(['pr', '--push-only'], { cwd: folder, env, migrateAll: migrateHere })
    expect(readdirSync(home)).toEqual(expect.arrayContaining(['asked-global', 'asked-for-folder']))
    expect(marks()).toEqual([])
  })
})
