import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Forge, PullDraft, Repository } from '../../src/publish/forge.ts'
import type { ForgeError } from '../../src/publish/forge-error.ts'
import { type ContractWorld, forgeContract } from './forge-contract.ts'
import { type GiteaPlace, type GiteaWorld, giteaPlace, makeGiteaWorld } from './gitea-world.ts'

const place = giteaPlace()

if (place === undefined) {
  describe('Gitea', () => {
    it.skip('is not tried: GITEA_URL and GITEA_TOKEN of a running server are not set', () =>
      undefined)
  })
} else {
  forgeContract('Gitea', () => makeGiteaWorld(place))
  describe('Gitea', { timeout: 60_000 }, () => {
    tryGitea(place)
  })
  describe('Gitea before 1.26, and Forgejo', { timeout: 60_000 }, () => {
    tryOthers(place)
  })
}

const draftOf = (more: Partial<PullDraft> = {}): PullDraft => ({
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
  ...more,
})

async function pushed(
  { forge }: ContractWorld,
  repository: Repository,
  content: string,
  expected?: string,
): Promise<string> {
  const base = (await forge.head(repository, 'main')) ?? ''
  const tree = await forge.tree(repository, base)
  const replaces = tree?.entries.find(({ path }) => path === 'Dockerfile')?.id
  return forge.push(repository, {
    branch: 'msb/web',
    baseBranch: 'main',
    base,
    expected,
    files: [{ path: 'Dockerfile', content, mode: '100644', replaces }],
    message: 'Split the build\n',
  })
}

async function problemOf(attempt: Promise<unknown>): Promise<ForgeError> {
  return attempt.then(
    () => expect.fail('It was done.'),
    (error: unknown) => error as ForgeError,
  )
}

function tryGitea(server: GiteaPlace): void {
  let world: GiteaWorld
  let forge: Forge

  beforeAll(async () => {
    world = await makeGiteaWorld(server)
    forge = world.forge
  }, 120_000)
  afterAll(() => world.stop(), 120_000)

  const withBranch = async () => {
    const repository = await world.makeRepository({ Dockerfile: 'FROM a\n' })
    const commit = await pushed(world, repository, 'FROM b\n')
    world.sent()
    return { repository, commit }
  }
  const writes = () => world.sent().filter(({ method }) => method !== 'GET')

  it('opens a pull request with its people in one write', async () => {
    const { repository } = await withBranch()
    const people = {
      assignees: [world.person],
      reviewers: [world.person],
      teamReviewers: [world.team],
    }
    const { complaints } = await forge.open(repository, draftOf(people))
    expect(complaints).toEqual([])
    expect(writes()).toHaveLength(1)
    const [asked] = await world.peopleOf(repository)
    expect(asked).toEqual({
      assignees: [world.person],
      reviewers: [world.person],
      teams: [world.team],
    })
  })

  it('asks those who can be asked, where others can not', async () => {
    const { repository } = await withBranch()
    const { pull, complaints } = await forge.open(
      repository,
      draftOf({
        assignees: ['no-such-person', world.person],
        // The one who opens it can't review it; Gitea finds that out after it is opened.
        reviewers: [await forge.viewer(), world.person],
        teamReviewers: ['no-such-team', world.team],
      }),
    )
    expect(complaints.map((text) => /^The (\w+ [\w-]+)/.exec(text)?.[1])).toEqual([
      'assignee no-such-person',
      `reviewer ${await forge.viewer()}`,
      'team no-such-team',
    ])
    const pulls = await forge.pulls(repository, '')
    expect(pulls.map(({ number }) => number)).toEqual([pull.number])
    expect(await world.peopleOf(repository)).toEqual([
      { assignees: [world.person], reviewers: [world.person], teams: [world.team] },
    ])
  })

  it('reads labels once for a repository, those of the organisation too', async () => {
    const { repository } = await withBranch()
    await world.makeOrgLabel('from-org')
    const { pull } = await forge.open(repository, draftOf({ labels: ['from-org', 'own'] }))
    expect([...pull.labels].sort()).toEqual(['from-org', 'own'])
    expect(writes().map(({ url }) => url.split('/').pop())).toEqual(['labels', 'pulls'])
  })

  it('rebuilds a branch with one commit, and what a killed run left is no hindrance', async () => {
    const { repository, commit } = await withBranch()
    await forge.push(repository, {
      branch: 'msb/web.msb-rebuild',
      baseBranch: 'main',
      base: (await forge.head(repository, 'main')) ?? '',
      expected: undefined,
      files: [{ path: 'left', content: 'x', mode: '100644', replaces: undefined }],
      message: 'Left behind\n',
    })
    const sha = await pushed(world, repository, 'FROM c\n', commit)
    expect(await forge.head(repository, 'msb/web')).toBe(sha)
    expect(await forge.head(repository, 'msb/web.msb-rebuild')).toBeUndefined()
    const { files } = await forge.commit(repository, sha)
    expect(files.map(({ path }) => path)).toEqual(['Dockerfile'])
  })

  it('finds repositories by topic and by search', async () => {
    const repository = await world.makeRepository({ a: 'a\n' })
    const [org = '', name = ''] = repository.path.split('/')
    await world.makeRepository({ a: 'a\n' })
    await world.setTopics(repository, ['payments'])
    const found = async (selection: Parameters<Forge['repositories']>[0]) => {
      const paths: string[] = []
      for await (const { path } of forge.repositories(selection)) paths.push(path)
      return paths
    }
    expect(await found({ org, topic: 'payments', query: undefined })).toEqual([repository.path])
    expect(await found({ org, topic: undefined, query: name })).toContain(repository.path)
    expect(await found({ org, topic: 'payments', query: 'no-such' })).toEqual([])
    expect(await found({ org: undefined, topic: 'payments', query: undefined })).toContain(
      repository.path,
    )
    expect(await found({ org: world.person, topic: undefined, query: undefined })).toEqual([])
    const error = await problemOf(found({ org: `${org}-not`, topic: undefined, query: undefined }))
    expect(error.problem).toBe('not-found')
  })

  it('pages through many pull requests', async () => {
    // Gitea gives 50 on a page; to make so many takes minutes.
    const paged = await makeGiteaWorld(server, async (request) => {
      const url = new URL(request.url)
      if (request.method !== 'GET' || !url.pathname.endsWith('/pulls')) return undefined
      expect(url.searchParams.get('limit')).toBe('50')
      url.searchParams.set('limit', '2')
      return fetch(new Request(url, request))
    })
    try {
      const repository = await paged.makeRepository({ Dockerfile: 'FROM a\n' })
      await paged.makePulls(repository, 5)
      paged.sent()
      const pulls = await paged.forge.pulls(repository, 'many/')
      expect(pulls.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
      expect(paged.sent()).toHaveLength(3)
    } finally {
      await paged.stop()
    }
  })

  it('sees conflicts, and none where there are none', async () => {
    const conflicts = async (path: string) => {
      const { repository } = await withBranch()
      const { pull } = await forge.open(repository, draftOf())
      expect(pull.hasConflicts).toBeUndefined()
      expect((await forge.pulls(repository, ''))[0]?.hasConflicts).toBe(false)
      await world.personCommits(repository, 'main', { [path]: 'Else\n' })
      await sleep(3000)
      return (await forge.pulls(repository, ''))[0]?.hasConflicts
    }
    expect(await Promise.all([conflicts('Dockerfile'), conflicts('README.md')])).toEqual([
      true,
      false,
    ])
  })

  it('reads a tree in pages, and leaves a very large one to git', async () => {
    const files = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, number) => [`f/${number}`, '']))
    const large = await world.makeRepository(files(2100))
    const largest = await world.makeRepository(files(6100))
    const tree = await forge.tree(large, (await forge.head(large, 'main')) ?? '')
    expect(new Set(tree?.entries.map(({ path }) => path)).size).toBe(2100)
    const head = (await forge.head(largest, 'main')) ?? ''
    world.sent()
    expect(await forge.tree(largest, head)).toBeUndefined()
    expect(world.sent()).toHaveLength(1)
  })

  it('does not take a fork for up to date that has gone its own way', async () => {
    const repository = await world.makeRepository({ a: 'a\n' })
    const fork = await forge.fork(repository, 'main')
    await forge.push(fork, {
      branch: 'aside',
      baseBranch: 'main',
      base: (await forge.head(fork, 'main')) ?? '',
      expected: undefined,
      files: [{ path: 'own', content: 'x', mode: '100644', replaces: undefined }],
      message: 'Own way\n',
    })
    await world.pointTo(fork, 'main', (await forge.head(fork, 'aside')) ?? '')
    await world.personCommits(repository, 'main', { a: 'b\n' })
    const error = await problemOf(forge.fork(repository, 'main'))
    expect(error.problem).toBe('invalid')
  })

  it('gives git what it needs to read over HTTP', async () => {
    const repository = await world.makeRepository({ a: 'a\n' })
    const url = `${repository.cloneUrl}/info/refs?service=git-upload-pack`
    const authorization = forge.gitAuthorization ?? ''
    expect((await fetch(url, { headers: { authorization } })).status).toBe(200)
    expect((await fetch(url, { headers: { authorization: 'Basic eDp5' } })).status).toBe(401)
  })

  it('makes no new file that is executable', async () => {
    const { repository, commit } = await withBranch()
    const error = await problemOf(
      forge.push(repository, {
        branch: 'msb/two',
        baseBranch: 'main',
        base: commit,
        expected: undefined,
        files: [{ path: 'run.sh', content: '', mode: '100755', replaces: undefined }],
        message: 'm',
      }),
    )
    expect(error.problem).toBe('invalid')
    expect(writes()).toEqual([])
  })

  it('finds its commit where the answer to a push was lost', async () => {
    const { token } = world
    const lost = await makeGiteaWorld(server, async (request) => {
      if (request.method !== 'POST' || !request.url.endsWith('/contents')) return undefined
      await fetch(request)
      throw new TypeError('fetch failed')
    })
    try {
      expect(lost.token).not.toBe(token)
      const repository = await lost.makeRepository({ Dockerfile: 'FROM a\n' })
      const sha = await pushed(lost, repository, 'FROM b\n')
      expect(await lost.forge.head(repository, 'msb/web')).toBe(sha)
      const posts = lost.sent().filter(({ method }) => method === 'POST')
      expect(posts).toHaveLength(1)
      expect((await problemOf(pushed(lost, repository, 'FROM c\n'))).problem).toBe('exists')
    } finally {
      await lost.stop()
    }
  })

  it('finds its pull request where the answer was lost', async () => {
    let isLosing = false
    const lost = await makeGiteaWorld(server, async (request) => {
      if (!isLosing || request.method !== 'POST' || !request.url.endsWith('/pulls'))
        return undefined
      await fetch(request)
      throw new TypeError('fetch failed')
    })
    try {
      const repository = await lost.makeRepository({ Dockerfile: 'FROM a\n' })
      await pushed(lost, repository, 'FROM b\n')
      isLosing = true
      const { pull } = await lost.forge.open(repository, draftOf())
      const pulls = await lost.forge.pulls(repository, '')
      expect(pulls.map(({ number }) => number)).toEqual([pull.number])
    } finally {
      await lost.stop()
    }
  })
}

/** A Gitea 1.26 that is made to know less. */
function tryOthers(server: GiteaPlace): void {
  const worlds: GiteaWorld[] = []
  afterAll(async () => {
    for (const world of worlds) await world.stop()
  }, 120_000)

  async function older(options: { readonly canOverwrite: boolean }): Promise<GiteaWorld> {
    const world = await makeGiteaWorld(server, async (request) => {
      const { pathname } = new URL(request.url)
      if (request.method === 'PUT' && pathname.includes('/branches/')) {
        return new Response(null, { status: 405 })
      }
      if (pathname.endsWith('/file-contents') || pathname.endsWith('/git/blobs')) {
        return new Response('404 page not found', { status: 404 })
      }
      if (request.method === 'POST' && pathname.endsWith('/contents') && !options.canOverwrite) {
        const body = (await request.json()) as Record<string, unknown>
        delete body['force_push']
        delete body['force_overwrite_new_branch']
        const { headers } = request
        return fetch(request.url, { method: 'POST', headers, body: JSON.stringify(body) })
      }
      return undefined
    })
    worlds.push(world)
    return world
  }

  it('can not rebuild a branch, says so, and leaves its pull request as it was', async () => {
    const world = await older({ canOverwrite: false })
    const repository = await world.makeRepository({ Dockerfile: 'FROM a\n' })
    const commit = await pushed(world, repository, 'FROM b\n')
    await world.forge.open(repository, draftOf())
    for (let times = 0; times < 2; times += 1) {
      const error = await problemOf(pushed(world, repository, 'FROM c\n', commit))
      expect(error.problem).toBe('invalid')
      expect(error.message).toMatch(/^\S+ can't rebuild the branch msb\/web of .*needs Gitea 1\.26/)
    }
    const [pull] = await world.forge.pulls(repository, '')
    expect(pull).toMatchObject({ state: 'open', head: commit })
    expect(await world.forge.head(repository, 'msb/web.msb-rebuild')).toBeUndefined()
  })

  it('rebuilds a branch where it can be overwritten, unless it has moved', async () => {
    const world = await older({ canOverwrite: true })
    const repository = await world.makeRepository({ Dockerfile: 'FROM a\n' })
    const commit = await pushed(world, repository, 'FROM b\n')
    await world.forge.open(repository, draftOf())
    const sha = await pushed(world, repository, 'FROM c\n', commit)
    expect(await world.forge.head(repository, 'msb/web')).toBe(sha)
    expect((await problemOf(pushed(world, repository, 'FROM d\n', commit))).problem).toBe('moved')
    expect(await world.forge.head(repository, 'msb/web')).toBe(sha)
    expect((await world.forge.pulls(repository, ''))[0]?.state).toBe('open')
    expect(await world.forge.head(repository, 'msb/web.msb-rebuild')).toBeUndefined()
  })

  it('reads few files one by one, and leaves many to git', async () => {
    const world = await older({ canOverwrite: true })
    const repository = await world.makeRepository({ a: 'a\n', b: 'b\n', c: 'c\n', d: 'd\n' })
    const commit = (await world.forge.head(repository, 'main')) ?? ''
    const entries = (await world.forge.tree(repository, commit))?.entries ?? []
    const few = await world.forge.blobs(repository, commit, entries.slice(0, 2))
    expect([...(few?.values() ?? [])].map((bytes) => Buffer.from(bytes).toString())).toEqual([
      'a\n',
      'b\n',
    ])
    expect(await world.forge.blobs(repository, commit, entries)).toBeUndefined()
    const sha = await world.personCommits(repository, 'main', { a: 'A\n', e: 'e\n' })
    const { files } = await world.forge.commit(repository, sha)
    expect(files.map(({ path, id }) => [path, id?.length])).toEqual([
      ['a', 40],
      ['e', 40],
    ])
  })
}
