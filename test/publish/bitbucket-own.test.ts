import { describe, expect, it } from 'vitest'
import { ForgeError } from '../../src/publish/forge-error.ts'
import type { PullDraft } from '../../src/publish/forge.ts'
import { createBitbucket } from '../../src/publish/forges/bitbucket/bitbucket.ts'
import { encodeForm, executableType } from '../../src/publish/forges/bitbucket/form.ts'
import { bitbucketDocumented, bitbucketTypings } from './bitbucket-description.ts'
import { rosa } from './bitbucket-server.ts'
import { bitbucketOrigin, makeBitbucketWorld } from './bitbucket-world.ts'
import { type Judge, quickMachine } from './openapi-server.ts'
import { judgeByTypings } from './openapi-typings.ts'

const typings = bitbucketTypings()
const judge: Judge =
  typings === undefined
    ? { request: () => [], answer: () => [] }
    : judgeByTypings(typings, bitbucketDocumented)

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

async function opened(more: Partial<PullDraft> = {}) {
  const world = await makeBitbucketWorld(judge)
  const repository = await world.makeRepository({ a: 'a\n' })
  const base = (await world.forge.head(repository, 'main')) ?? ''
  const change = {
    branch: 'msb/web',
    baseBranch: 'main',
    base,
    expected: undefined,
    files: [{ path: 'a', content: 'b\n', mode: '100644' as const, replaces: 'x' }],
    message: 'Split the build\n',
  }
  const commit = await world.forge.push(repository, change)
  const { pull, complaints } = await world.forge.open(repository, { ...draft, ...more })
  return { world, repository, change, commit, pull, complaints }
}

const problemOf = async (attempt: Promise<unknown>) => {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof ForgeError ? [error.problem, error.message] : ['none', '']
}

describe('Bitbucket', () => {
  it('says what it has not: labels, assignees, groups, reviewers that it does not know', async () => {
    const { world, complaints } = await opened({
      labels: ['one'],
      assignees: ['rosa'],
      teamReviewers: ['team'],
      reviewers: ['rosa', 'nobody'],
    })
    expect(complaints).toEqual([
      'nobody could not be asked for a review: not a member of team.',
      'Bitbucket has no labels of pull requests: one.',
      'Bitbucket assigns pull requests to nobody: rosa.',
      "Bitbucket's API asks no groups for a review: team.",
    ])
    await world.stop()
  })

  it('opens it without reviewers that Bitbucket refuses', async () => {
    const { world, repository, complaints } = await opened({ reviewers: ['bot'] })
    expect(complaints).toEqual(['Bitbucket refused the reviewers bot.'])
    expect(await world.forge.pulls(repository, 'msb/')).toHaveLength(1)
  })

  it('keeps the reviewers when it changes the words', async () => {
    const { world, repository, pull } = await opened({ reviewers: ['rosa'] })
    await world.forge.update(repository, pull, { title: 'Better', body: 'Why' })
    const [stored] = world.server.repositories.get(repository.path)?.pulls ?? []
    expect(stored).toMatchObject({ title: 'Better', reviewers: [rosa.uuid] })
  })

  it('does not overwrite a pull request that is there', async () => {
    const { world, repository } = await opened({ body: 'First' })
    const [problem] = await problemOf(world.forge.open(repository, { ...draft, body: 'Second' }))
    expect(problem).toBe('exists')
    expect((await world.forge.pulls(repository, 'msb/'))[0]?.body).toBe('First')
  })

  it('finds the whole id of a commit in the body, or asks for it', async () => {
    const { world, repository, commit, pull } = await opened()
    const machine = quickMachine(world.server.fetch)
    const settings = { origin: bitbucketOrigin, token: world.token, pace: undefined, machine }
    world.sent()
    const asking = await createBitbucket(settings)
    expect((await asking.pulls(repository, 'msb/'))[0]?.head).toBe(commit)
    expect(world.sent()).toHaveLength(2)
    await world.forge.update(repository, pull, { title: 'a', body: `<!-- ${commit} -->` })
    world.sent()
    const reading = await createBitbucket(settings)
    expect((await reading.pulls(repository, 'msb/'))[0]?.head).toBe(commit)
    expect(world.sent()).toHaveLength(1)
  })

  it('puts a branch back that it could not build again', async () => {
    const { world, repository, change, commit } = await opened()
    const again = { ...change, base: 'f'.repeat(40), expected: commit }
    expect((await problemOf(world.forge.push(repository, again)))[0]).toBe('invalid')
    expect(await world.forge.head(repository, 'msb/web')).toBe(commit)
  })

  it('can not reopen, and says so', async () => {
    const { world, repository, pull } = await opened()
    expect(await problemOf(world.forge.reopen(repository, pull))).toEqual([
      'invalid',
      "Bitbucket can't reopen a declined pull request (1): a new one has to be opened.",
    ])
  })

  it('searches in a workspace, and knows no topics', async () => {
    const { world, repository } = await opened()
    const list = async (org: string | undefined, topic: string | undefined) => {
      const paths: string[] = []
      for await (const { path } of world.forge.repositories({ org, topic, query: undefined })) {
        paths.push(path)
      }
      return paths
    }
    expect(await list('team', undefined)).toContain(repository.path)
    expect((await problemOf(list('team', 'docker')))[1]).toContain('has no topics')
    expect((await problemOf(list(undefined, undefined)))[1]).toContain('--org')
  })

  it('makes a fork once, and does not use one that is behind', async () => {
    const { world, repository } = await opened()
    const fork = await world.forge.fork(repository, 'main')
    expect(fork).toMatchObject({ path: 'bot/repository-1', isFork: true })
    expect((await world.forge.fork(repository, 'main')).path).toBe(fork.path)
    await world.personCommits(repository, 'main', { a: 'A\n' })
    const [problem, message] = await problemOf(world.forge.fork(repository, 'main'))
    expect(problem).toBe('invalid')
    expect(message).toContain('sync the fork')
    await world.stop()
  })

  it('opens a pull request from a fork', async () => {
    const { world, repository, change } = await opened()
    const fork = await world.forge.fork(repository, 'main')
    const commit = await world.forge.push(fork, { ...change, branch: 'msb/two' })
    const wanted = { ...draft, branch: 'msb/two', headRepository: fork.path }
    const { pull } = await world.forge.open(repository, wanted)
    expect(pull).toMatchObject({ headRepository: fork.path, head: commit })
    await world.forge.close(repository, pull, { body: 'b', comment: 'c' })
    expect(await world.forge.head(fork, 'msb/two')).toBeUndefined()
    await world.stop()
  })

  it('has a name for git with each kind of token', async () => {
    const nameFor = async (token: string) => {
      const machine = quickMachine(fetch)
      const forge = await createBitbucket({ origin: bitbucketOrigin, token, pace: 0, machine })
      const [, encoded = ''] = forge.gitAuthorization?.split(' ') ?? []
      return Buffer.from(encoded, 'base64').toString()
    }
    expect(await nameFor('access-token')).toBe('x-token-auth:access-token')
    expect(await nameFor('rosa@example.org:api')).toBe('x-bitbucket-api-token-auth:api')
    expect(await nameFor('rosa:app')).toBe('rosa:app')
  })

  it('takes an access token, and never shows its secret', async () => {
    const world = await makeBitbucketWorld(judge, 'access-token-0123456789')
    expect(await world.forge.viewer()).toBe('bot')
    const machine = quickMachine(() =>
      Promise.resolve(new Response('no s3cret-part', { status: 401 })),
    )
    const settings = { origin: bitbucketOrigin, token: 'rosa@example.org:s3cret-part', pace: 0 }
    const forge = await createBitbucket({ ...settings, machine })
    const [problem, message] = await problemOf(forge.viewer())
    expect(problem).toBe('unauthorized')
    expect(message).not.toContain('s3cret')
  })

  it('writes forms with names and contents as they are', async () => {
    const form = new FormData()
    form.append('message', 'ü\n')
    form.append('/a "b".sh', new File(['----part-0\r\n'], 'a "b".sh', { type: executableType }))
    const { contentType, body } = await encodeForm(form)
    expect(contentType).toBe('multipart/form-data; boundary=----part-1')
    expect(body.toString()).toBe(
      [
        '------part-1',
        'Content-Disposition: form-data; name="message"',
        '',
        'ü\n',
        '------part-1',
        'Content-Disposition: form-data; name="/a %22b%22.sh"; filename="a %22b%22.sh"; x-attributes="executable"',
        'Content-Type: application/octet-stream',
        '',
        '----part-0\r\n',
        '------part-1--',
        '',
      ].join('\r\n'),
    )
  })
})
