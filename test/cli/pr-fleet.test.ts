import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrateHere } from '../../src/cli/migrate/core/migrate-all.ts'
import type { Repository } from '../../src/publish/forge.ts'
import { gitEnvironment } from '../publish/git-folder.ts'
import { type GithubWorld, makeGithubWorld } from '../publish/github-world.ts'
import { folderWith, type Ran, runHere } from './surroundings.ts'

// The whole way of a fleet's campaign through the command line, over GitHub's API as the emulator has it and real git.

const service = (name: string): Readonly<Record<string, string>> => ({
  [`services/${name}/Dockerfile`]:
    'FROM golang:1.22\nWORKDIR /app\nCOPY . .\nRUN go build -o server .\nCMD ["./server"]\n',
  [`services/${name}/go.mod`]: 'module example.org/shop\n\ngo 1.22\n',
  [`services/${name}/main.go`]: 'package main\n\nfunc main() {}\n',
})

describe('a campaign over a fleet', () => {
  let world: GithubWorld
  let shop: Repository
  let tools: Repository
  let env: Record<string, string>
  const printed: string[] = []

  beforeAll(async () => {
    world = await makeGithubWorld()
    shop = await world.makeRepository({
      ...service('api'),
      ...service('jobs'),
      CODEOWNERS: '* @acme\n',
    })
    tools = await world.makeRepository({ Dockerfile: 'FROM scratch\n' })
    const own = Object.entries(gitEnvironment).filter(
      ([name]) => !/TOKEN|GITEA|GITHUB|GITLAB|GH_/.test(name),
    )
    env = {
      ...(Object.fromEntries(own) as Record<string, string>),
      GH_ENTERPRISE_TOKEN: world.token,
    }
  }, 60_000)
  afterAll(() => world.stop())

  const makeFolder = (): string =>
    folderWith({
      repos: `# The shop\r\n${shop.path}\r\n\r\n${tools.path} # tools\r\n${shop.path.split('/')[0] ?? ''}/nothing\r\n`,
    })
  const pr = async (cwd: string, ...argv: readonly string[]): Promise<Ran> => {
    const ran = await runHere(['pr', ...argv], {
      ...{ cwd, env, migrateAll: migrateHere },
      now: () => performance.now(),
    })
    printed.push(ran.stdout, ran.stderr)
    return ran
  }

  it('opens, follows, reports and closes; and the token is nowhere', async () => {
    const cwd = makeFolder()
    const begin = [
      '--repos',
      'repos',
      '--host',
      world.proxy.url,
      '--forge',
      'github',
      '--pace',
      '0',
      '--label',
      'docker',
    ]
    const look = await pr(cwd, ...begin, '--dry-run', '-o', 'look')
    expect(look.code).toBe(3)
    expect(await world.forge.pulls(shop, 'msb-migrate/')).toEqual([])

    const first = await pr(cwd, ...begin)
    // One repository is not there; that stops no other.
    expect(first.code).toBe(3)
    expect(first.stdout).toMatch(/^passed over .*\/nothing: There is no such repository/m)
    expect(first.stdout.match(/^opened /gm)).toHaveLength(2)
    expect(first.stdout).toMatch(/^unchanged .*nothing-to-leave-behind/m)
    const pulls = await world.forge.pulls(shop, 'msb-migrate/')
    expect(pulls.map(({ branch, state, labels }) => [branch, state, labels])).toEqual([
      ['msb-migrate/services--jobs', 'open', ['docker']],
      ['msb-migrate/services--api', 'open', ['docker']],
    ])
    expect(
      (await world.fileAt(shop, 'msb-migrate/services--api', 'services/api/Dockerfile'))?.text,
    ).toContain('AS builder')

    world.sent()
    const again = await pr(cwd, '--resume', '--pace', '0')
    expect(again.stdout.match(/^open /gm)).toHaveLength(2)
    const sent = world.sent()
    expect(sent.filter(({ method }) => method !== 'GET')).toEqual([])

    await world.personCommits(shop, 'main', {
      'services/api/Dockerfile': `${service('api')['services/api/Dockerfile'] ?? ''}EXPOSE 80\n`,
    })
    const [jobs] = pulls
    if (jobs !== undefined) await world.personCloses(shop, jobs)
    const synced = await pr(cwd, 'sync', '--pace', '0')
    expect(synced.stdout).toMatch(/^rebuilt .*services\/api/m)
    expect(synced.stdout).toMatch(/^declined .*services\/jobs/m)

    const status = await pr(cwd, 'status')
    expect(status.stdout).toMatch(/2 services|3 services/)
    expect(status.code).toBe(3)
    const report: unknown = JSON.parse((await pr(cwd, 'report', '--format', 'json')).stdout)
    expect(report).toMatchObject({ version: 1 })

    const listed = await pr(cwd, 'close')
    expect(listed.stderr).toContain('1 would be closed; --yes closes them.')
    await pr(cwd, 'close', '--yes', '--pace', '0')
    const ended = await world.forge.pulls(shop, 'msb-migrate/')
    expect(ended.map(({ state }) => state)).toEqual(['closed', 'closed'])

    const basic = Buffer.from(`x-access-token:${world.token}`).toString('base64')
    const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' })
      .map((name) => path.join(cwd, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'utf8'))
    expect(files.length).toBeGreaterThan(4)
    for (const text of [...printed, ...files, ...world.sent().map(({ text }) => text)])
      for (const secret of [world.token, basic]) expect(text.includes(secret)).toBe(false)
  }, 120_000)

  it("goes on without a host that can't be used", async () => {
    const cwd = folderWith({ two: `${shop.path}\nhttp://127.0.0.1:9/acme/other\n` })
    const words = ['--repos', 'two', '--host', world.proxy.url, '--forge', 'github', '--dry-run']
    const ran = await pr(cwd, ...words, '-o', 'look')
    expect(ran.code).toBe(3)
    expect(ran.stderr).toMatch(/^msb-migrate: 127\.0\.0\.1:9: there is no token/m)
    expect(ran.stdout).toContain('services/api')
  }, 60_000)

  it('says what is wrong before it begins', async () => {
    const cwd = makeFolder()
    expect((await pr(cwd, '--repos', 'missing')).stderr).toMatch(/missing can't be read \(ENOENT\)/)
    writeFileSync(path.join(cwd, 'odd'), 'acme/shop\n-; rm\n')
    expect((await pr(cwd, '--repos', 'odd', '--host', world.proxy.url)).stderr).toMatch(
      'line 2 of odd is no repository',
    )
    expect((await pr(cwd, '--resume')).stderr).toMatch('works in a git repository')
    const none = await runHere(
      ['pr', '--repos', 'repos', '--host', world.proxy.url, '--forge', 'github'],
      { cwd, env: { PATH: '/nowhere' } },
    )
    expect(none).toMatchObject({ code: 2 })
    expect(none.stderr).toMatch(/there is no token for 127\.0\.0\.1/)
    const wrong = await runHere(
      ['pr', '--repos', 'repos', '--host', world.proxy.url, '--forge', 'github'],
      { cwd, env: { ...env, GH_ENTERPRISE_TOKEN: 'ghp_wrong' } },
    )
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toMatch(/^Stopped: /m)
    expect(wrong.stderr + wrong.stdout).not.toContain('ghp_wrong')
  }, 60_000)
})
