import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import { parseArguments } from '../../src/cli/parse-arguments.ts'
import { openState, readState, StateError } from '../../src/publish/campaign/state.ts'
import { type GitFolder, gitEnvironment, gitFolder } from '../publish/git-folder.ts'
import { folderWith, type Ran, runHere } from './surroundings.ts'

const env = Object.fromEntries(
  Object.entries(gitEnvironment).filter(([name]) => !/TOKEN|GITEA|GITHUB|GITLAB/.test(name)),
)

describe('the options of pr', () => {
  const parse = async (...argv: string[]) => {
    const request = await parseArguments(['pr', ...argv])
    if (request.kind !== 'run') throw new Error('not a run')
    return request.options
  }
  const problemOf = (...argv: string[]): Promise<string> =>
    parseArguments(argv).then(
      () => 'none',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )

  it('are read', async () => {
    expect(
      (
        await parse(
          '--org',
          'acme',
          '--topic',
          'docker',
          '--label',
          'a,b',
          '--label',
          'c',
          '--shard',
          '2/8',
          '--pace',
          '0.5',
          '--host',
          'git.example.org',
          '--forge',
          'gitea',
        )
      ).pr,
    ).toMatchObject({
      action: 'run',
      org: 'acme',
      topic: 'docker',
      labels: ['a', 'b', 'c'],
      shard: { index: 2, count: 8 },
      pace: 500,
      host: 'https://git.example.org',
      forge: 'gitea',
      grouping: 'service',
      branchPrefix: 'msb-migrate/',
    })
    expect((await parse('status')).pr?.action).toBe('status')
    expect(await parse('./status', 'services')).toMatchObject({
      paths: ['./status', 'services'],
      pr: { action: 'run' },
    })
  })

  it('are refused where they make no sense, in a sentence', async () => {
    expect(await problemOf('--org', 'acme')).toBe('--org is for pr; see --help')
    expect(await problemOf('pr', '--org', 'acme', 'services')).toMatch(
      'paths are for one repository',
    )
    expect(await problemOf('pr', '--repos', 'a', '--org', 'b')).toMatch(
      '--repos names the repositories',
    )
    expect(await problemOf('pr', '--topic', 'a')).toMatch('--topic chooses among')
    expect(await problemOf('pr', '--write')).toMatch('pr works on commits; drop --write')
    expect(await problemOf('pr', '--shard', '3/2')).toMatch('--shard takes I/N')
    expect(await problemOf('pr', '--max-open', '0')).toMatch('--max-open takes a number from 1')
    expect(await problemOf('pr', '--branch-prefix', '../x')).toMatch(
      "can't begin the name of a branch",
    )
    expect(await problemOf('pr', '--host', 'https://ann:secret@git.example.org')).not.toContain(
      'secret',
    )
    expect(await problemOf('pr', '--format', 'html')).toMatch('pr prints no report')
    expect(await problemOf('--format', 'csv')).toMatch(
      '--format csv is for inventory and pr report',
    )
    expect(await problemOf('pr', 'status', '--dry-run')).toMatch('pr status has no --dry-run')
    expect(await problemOf('pr', '--group-by', 'team')).toMatch('group-by')
    expect(await problemOf('pr', '--yes')).toMatch('--yes is for pr close')
  })
})

describe('pr by git alone', () => {
  const service = {
    'services/api/Dockerfile':
      'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ["./server"]\n',
    'services/api/go.mod': 'module example.org/shop\n\ngo 1.22\n',
    'services/api/main.go': 'package main\n\nfunc main() {}\n',
    'services/site/Dockerfile': 'FROM scratch\n',
  }
  const branch = 'msb-migrate/services--api'
  let host: GitFolder
  let clone: GitFolder

  beforeEach(() => {
    host = gitFolder()
    host.commit(service)
    clone = gitFolder()
    clone.git('remote', 'add', 'origin', host.folder)
    clone.git('fetch', '--quiet', 'origin')
    clone.git('reset', '--quiet', '--hard', 'origin/main')
  })
  afterEach(() => {
    host.remove()
    clone.remove()
  })

  const pr = (...argv: readonly string[]): Promise<Ran> =>
    runHere(['pr', '--push-only', ...argv], { cwd: clone.folder, env, migrateAll: migrateHere })

  it('pushes a branch with one commit, and leaves the work tree, the index and other branches as they are', async () => {
    const before = clone.git('for-each-ref')
    const ran = await pr()
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toMatch(/^opened +this machine\S* services\/api$/m)
    expect(host.git('rev-list', '--count', `main..${branch}`)).toBe('1')
    expect(host.git('diff', '--name-only', `main..${branch}`).split('\n')).toEqual([
      'services/api/.dockerignore',
      'services/api/Dockerfile',
    ])
    expect(host.git('show', `${branch}:services/api/Dockerfile`)).toContain('AS builder')
    expect(clone.git('status', '--porcelain')).toBe('')
    const others = clone
      .git('for-each-ref')
      .split('\n')
      .filter((line) => !line.includes('/msb-migrate/'))
    expect(others.join('\n')).toBe(before)
    expect(
      readdirSync(path.join(clone.folder, '.git')).filter((name) =>
        name.startsWith('msb-migrate-'),
      ),
    ).toEqual([])
  })

  it('does nothing again, rebuilds what has changed, and leaves commits of a person', async () => {
    await pr()
    const first = host.git('rev-parse', branch)
    expect((await pr()).stdout).toMatch(/^open +/m)
    expect(host.git('rev-parse', branch)).toBe(first)
    host.commit({ 'services/api/Dockerfile': `${service['services/api/Dockerfile']}EXPOSE 80\n` })
    expect((await pr()).stdout).toMatch(/^rebuilt +/m)
    expect(host.git('show', `${branch}:services/api/Dockerfile`)).toContain('EXPOSE 80')
    host.git('switch', '--quiet', branch)
    const own = host.commit({ 'services/api/NOTES': 'By hand\n' })
    host.git('switch', '--quiet', 'main')
    host.commit({ 'services/api/Dockerfile': `${service['services/api/Dockerfile']}EXPOSE 81\n` })
    const ran = await pr()
    expect(ran.stdout).toMatch(
      /^left alone +.*A person has committed to its branch, or rewritten it\.$/m,
    )
    expect(host.git('rev-parse', branch)).toBe(own)
  })

  it('starts no hook of the clone', async () => {
    const mark = path.join(clone.folder, 'mark')
    for (const hook of ['pre-push', 'reference-transaction', 'post-index-change'])
      writeFileSync(path.join(clone.folder, '.git/hooks', hook), `#!/bin/sh\ntouch '${mark}'\n`, {
        mode: 0o755,
      })
    expect((await pr()).code).toBe(0)
    expect(existsSync(mark)).toBe(false)
  })

  it('takes the services that are named, from where one stands', async () => {
    expect((await pr('services/site')).stdout).not.toContain('services/api')
    expect((await pr('services/nothing')).code).toBe(2)
    expect((await pr('services/api/Dockerfile')).stdout).toMatch(/^opened/m)
  })

  it('sends nothing with --dry-run, and writes what it would', async () => {
    const ran = await pr('--dry-run', '-o', 'look')
    expect(ran.code).toBe(0)
    expect(host.git('branch', '--list')).toBe('* main')
    const files = readdirSync(path.join(clone.folder, 'look'), {
      recursive: true,
      encoding: 'utf8',
    })
    const patch = files.find((name) => name.endsWith('.patch')) ?? ''
    clone.git('apply', '--check', path.join('look', patch))
    const body = files.find((name) => name.endsWith('.md')) ?? ''
    expect(readFileSync(path.join(clone.folder, 'look', body), 'utf8')).toContain(
      'services/api/Dockerfile',
    )
    expect(existsSync(path.join(clone.folder, '.git/msb-migrate'))).toBe(false)
  })

  it('says where there is no repository, no remote, no host', async () => {
    const empty = folderWith({ Dockerfile: 'FROM scratch\n' })
    expect((await runHere(['pr'], { cwd: empty, env })).stderr).toMatch(
      'works in a git repository, and here is none',
    )
    expect((await pr('--remote', 'upstream')).stderr).toMatch('there is no remote upstream')
    expect((await runHere(['pr'], { cwd: clone.folder, env })).stderr).toMatch(
      '--push-only pushes branches',
    )
  })

  it('ends with 130 after an interrupt', async () => {
    const interrupt = AbortSignal.abort()
    expect((await runHere(['pr', '--push-only'], { cwd: clone.folder, env, interrupt })).code).toBe(
      130,
    )
  })
})

describe('the state of a campaign', () => {
  const holder = { pid: process.pid, host: 'here', markOf: () => '1' }
  const record = {
    kind: 'repository' as const,
    repository: 'h/o/r',
    baseBranch: 'main',
    base: 'b',
    settings: 's',
    services: [],
  }

  it('is kept line by line, and a line that a kill has cut is passed over', () => {
    const file = path.join(folderWith({}), 'deep/campaign.jsonl')
    const state = openState(file, { org: 'acme' }, holder)
    state.add(record)
    state.add({ ...record, base: 'c' })
    state.close()
    writeFileSync(
      file,
      `${readFileSync(file, 'utf8')}{"kind":"repository","repository":"h/o/x","ba`,
    )
    const again = openState(file, { org: 'acme' }, holder)
    expect(again.repositories()).toEqual([{ ...record, base: 'c' }])
    again.close()
    expect(readState(file)?.words).toEqual({ org: 'acme' })
  })

  it('is for one run at a time, and a lock of a process that is gone is taken over', () => {
    const file = path.join(folderWith({}), 'campaign.jsonl')
    const state = openState(file, {}, holder)
    expect(() => openState(file, {}, { ...holder, pid: holder.pid + 1 })).toThrow(
      /Another run \(process \d+\) is at work/,
    )
    const other = openState(file, {}, { ...holder, pid: holder.pid + 1, markOf: () => undefined })
    other.close()
    state.close()
    expect(readdirSync(path.dirname(file))).toEqual(['campaign.jsonl'])
  })

  it('does not take a file of something else', () => {
    const root = folderWith({ 'package.json': '{"name":"shop"}\n' })
    expect(() => openState(path.join(root, 'package.json'), {}, holder)).toThrow(StateError)
    expect(readFileSync(path.join(root, 'package.json'), 'utf8')).toBe('{"name":"shop"}\n')
  })
})
