import { describe, expect, it } from 'vitest'
import { ForgeError } from '../../src/publish/forge-error.ts'
import type { PullDraft } from '../../src/publish/forge.ts'
import { createGitlab } from '../../src/publish/forges/gitlab/gitlab.ts'
import { gitlabOrigin, gitlabToken, makeGitlabWorld } from './gitlab-world.ts'
import { quickMachine } from './openapi-server.ts'

const draft: PullDraft = {
  branch: 'msb/web',
  headRepository: undefined,
  base: 'main',
  title: 'Split the build',
  body: 'What and why.',
  isDraft: false,
  labels: [],
  assignees: [],
  reviewers: [],
  teamReviewers: [],
}

async function started(files: Readonly<Record<string, string>> = { a: 'a\n' }) {
  const world = await makeGitlabWorld()
  const repository = await world.makeRepository(files)
  const base = (await world.forge.head(repository, 'main')) ?? ''
  const change = {
    branch: 'msb/web',
    baseBranch: 'main',
    base,
    expected: undefined,
    files: [{ path: 'a', content: 'b\n', mode: '100644' as const, replaces: 'x' }],
    message: 'Split the build\n',
  }
  return { world, repository, change }
}

const problemOf = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof ForgeError ? [error.problem, error.message] : ['none', '']
}

describe('GitLab', () => {
  it('opens from a fork, whose commits stand on the original, however old it is', async () => {
    const { world, repository, change } = await started()
    const { forge } = world
    const fork = await forge.fork(repository, 'main')
    expect(fork).toMatchObject({ path: 'bot/repository-1', isFork: true, canPush: true })
    const head = await world.personCommits(repository, 'main', { c: 'c\n' })
    expect((await forge.fork(repository, 'main')).path).toBe(fork.path)
    const commit = await forge.push(fork, { ...change, base: head })
    expect((await forge.commit(fork, commit)).parents).toEqual([head])
    const { pull } = await forge.open(repository, { ...draft, headRepository: fork.path })
    expect(pull).toMatchObject({ headRepository: fork.path, head: commit })
    const [found] = await forge.pulls(repository, 'msb/')
    expect(found).toMatchObject({ headRepository: fork.path, head: commit, state: 'open' })
    await forge.close(repository, pull, { body: 'b', comment: 'c' })
    expect(await forge.head(fork, 'msb/web')).toBeUndefined()
    await world.stop()
  })

  it('says what GitLab took of the wishes', async () => {
    const { world, repository, change } = await started()
    await world.forge.push(repository, change)
    const { complaints } = await world.forge.open(repository, {
      ...draft,
      reviewers: ['bot', 'rosa', 'nobody'],
      teamReviewers: ['group/team'],
    })
    expect(complaints).toEqual([
      'nobody could not be asked for a review: gitlab.com knows no such user.',
      'GitLab took 1 of 2 reviewers.',
      'GitLab asks no groups for a review: group/team.',
    ])
  })

  it('gives up on a large tree, and on many files', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 1001 }, (_, index) => [`f${index}`, `${index}\n`]),
    )
    const { world, repository, change } = await started({ ...files, a: 'a\n' })
    world.sent()
    expect(await world.forge.tree(repository, change.base)).toBeUndefined()
    expect(world.sent()).toHaveLength(10)
    const entry = { path: 'a', mode: '100644', id: 'a', size: 1 } as const
    const nine = Array.from({ length: 9 }, () => entry)
    expect(await world.forge.blobs(repository, change.base, nine)).toBeUndefined()
    expect(world.sent()).toHaveLength(0)
  })

  it('reads all pages', async () => {
    const { world, repository, change } = await started()
    const project = world.server.projects.get(repository.path)
    await world.forge.push(repository, change)
    await world.forge.open(repository, draft)
    const [first] = project?.requests ?? []
    if (first === undefined) throw new Error('Nothing was opened')
    for (let iid = 2; iid <= 250; iid += 1) project?.requests.unshift({ ...first, iid })
    expect(await world.forge.pulls(repository, 'msb/')).toHaveLength(250)
    for (let count = 0; count < 120; count += 1) world.server.makeProject(`big/p${count}`)
    const paths: string[] = []
    const selection = { org: 'big', topic: undefined, query: undefined }
    for await (const { path } of world.forge.repositories(selection)) paths.push(path)
    expect(paths).toHaveLength(120)
    await world.stop()
  })

  it('does not believe that it reopened what has no branch', async () => {
    const { world, repository, change } = await started()
    await world.forge.push(repository, change)
    const { pull } = await world.forge.open(repository, draft)
    await world.forge.close(repository, pull, { body: 'b', comment: 'c' })
    expect((await problemOf(world.forge.reopen(repository, pull)))[1]).toContain('may be gone')
  })

  it('waits as long as GitLab asks, and tells it', async () => {
    const waits: number[] = []
    let asked = 0
    const machine = quickMachine(() => {
      asked += 1
      const headers = { 'Retry-After': '7', 'Content-Type': 'application/json' }
      if (asked === 1) return Promise.resolve(new Response('{}', { status: 429, headers }))
      return Promise.resolve(
        new Response(JSON.stringify({ id: 1, username: 'bot' }), {
          headers: { 'Content-Type': 'application/json' },
        }),
      )
    }, waits)
    const forge = await createGitlab({ origin: gitlabOrigin, token: gitlabToken, pace: 0, machine })
    expect(await forge.viewer()).toBe('bot')
    expect(waits).toEqual([7000])
    expect(machine.now()).toBe(7000)
  })

  it('writes once, whatever comes of it, and shows no token', async () => {
    const { repository, change } = await started()
    let writes = 0
    const machine = quickMachine((_input, init) => {
      if (init?.method === 'POST') writes += 1
      return Promise.resolve(new Response(`Bearer ${gitlabToken}`, { status: 502 }))
    })
    const forge = await createGitlab({ origin: gitlabOrigin, token: gitlabToken, pace: 0, machine })
    const [problem, message] = await problemOf(forge.push(repository, change))
    expect(problem).toBe('server')
    expect(message).not.toContain(gitlabToken)
    expect(writes).toBe(1)
  })

  it('has a name for git', async () => {
    const machine = quickMachine(fetch)
    const forge = await createGitlab({ origin: gitlabOrigin, token: gitlabToken, pace: 0, machine })
    const [, encoded = ''] = forge.gitAuthorization?.split(' ') ?? []
    expect(Buffer.from(encoded, 'base64').toString()).toBe(`oauth2:${gitlabToken}`)
  })
})
