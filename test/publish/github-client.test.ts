import { describe, expect, it } from 'vitest'
import { ForgeError } from '../../src/publish/forge-error.ts'
import type { PullDraft, Repository } from '../../src/publish/forge.ts'
import { createGithub } from '../../src/publish/forges/github/github.ts'
import { jumpingMachine } from './github-world.ts'

interface Asked {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: unknown
}

type Reply = readonly [number, unknown, Readonly<Record<string, string>>?]

/** GitHub with answers by 'METHOD /path?query'; what it has none for is not there. */
async function github(answers: Readonly<Record<string, Reply>>, origin = 'https://github.com') {
  const asked: Asked[] = []
  const { machine, waits, slept } = jumpingMachine()
  const forge = await createGithub({
    origin,
    token: 'ghp_secret4711',
    pace: undefined,
    machine: {
      ...machine,
      fetch: async (input, init) => {
        const request = new Request(input, init)
        const { method, url, headers } = request
        const text = await request.text()
        asked.push({ method, url, headers, body: text === '' ? undefined : JSON.parse(text) })
        const { pathname, search } = new URL(url)
        const [status, body, more = {}] = answers[`${method} ${pathname}${search}`] ??
          answers[`${method} ${pathname}`] ?? [404, { message: 'Not Found' }]
        const type = { 'content-type': 'application/json; charset=utf-8' }
        return new Response(JSON.stringify(body), { status, headers: { ...type, ...more } })
      },
    },
  })
  return {
    forge,
    asked,
    waits,
    slept,
    urls: () => asked.map(({ method, url }) => `${method} ${url}`),
  }
}

const answer = (path: string, more: object = {}) => ({
  full_name: path,
  default_branch: 'main',
  clone_url: `https://github.com/${path}.git`,
  html_url: `https://github.com/${path}`,
  topics: ['go'],
  size: 12,
  archived: false,
  fork: false,
  mirror_url: null,
  permissions: { push: true },
  ...more,
})

const repository: Repository = {
  path: 'acme/shop',
  defaultBranch: 'main',
  cloneUrl: 'https://github.com/acme/shop.git',
  webUrl: 'https://github.com/acme/shop',
  topics: [],
  size: 12,
  isArchived: false,
  isFork: false,
  isMirror: false,
  canPush: true,
}

const pull = (number: number, more: object = {}) => ({
  id: number,
  number,
  html_url: `https://github.com/acme/shop/pull/${number}`,
  state: 'open',
  created_at: '2026-11-28T12:00:00Z',
  merged_at: null,
  draft: false,
  title: 'Split the build',
  body: null,
  labels: [],
  head: { ref: `msb/${number}`, sha: 'a'.repeat(40), repo: { full_name: 'acme/shop' } },
  base: { ref: 'main' },
  ...more,
})

async function problemOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (!(error instanceof ForgeError)) throw new Error(`No refusal: ${String(error)}`)
  expect(error.message).not.toContain('secret4711')
  return error.problem
}

async function pathsOf(found: AsyncIterable<Repository>): Promise<readonly string[]> {
  const paths: string[] = []
  for await (const { path } of found) paths.push(path)
  return paths
}

const draft: PullDraft = {
  branch: 'msb/1',
  headRepository: undefined,
  base: 'main',
  title: 'Split the build',
  body: 'Why',
  isDraft: false,
  labels: [],
  assignees: [],
  reviewers: [],
  teamReviewers: [],
}

describe('where the API is', () => {
  for (const [origin, api] of [
    ['https://github.com', 'https://api.github.com/user'],
    ['https://acme.ghe.com', 'https://api.acme.ghe.com/user'],
    ['https://git.example.org:8443', 'https://git.example.org:8443/api/v3/user'],
  ] as const) {
    it(`${origin}: ${api}`, async () => {
      const { pathname } = new URL(api)
      const { forge, asked } = await github(
        { [`GET ${pathname}`]: [200, { login: 'bot' }] },
        origin,
      )
      expect(await forge.viewer()).toBe('bot')
      expect(asked[0]?.url).toBe(api)
      expect(asked[0]?.headers.get('authorization')).toBe('token ghp_secret4711')
      expect(forge.host).toBe(new URL(origin).host)
    })
  }

  it('and the login of an app, which GraphQL alone tells', async () => {
    const { forge, urls } = await github(
      {
        'GET /api/v3/user': [403, { message: 'Resource not accessible by integration' }],
        'POST /api/graphql': [200, { data: { viewer: { login: 'shop-bot[bot]' } } }],
      },
      'https://git.example.org',
    )
    expect(await forge.viewer()).toBe('shop-bot[bot]')
    expect(urls()[1]).toBe('POST https://git.example.org/api/graphql')
  })
})

describe('repositories', () => {
  const page = [answer('acme/a'), answer('acme/b', { topics: [] })]

  it('of an organisation, by topic', async () => {
    const link = { link: '<https://api.github.com/organizations/1/repos?page=2>; rel="next"' }
    const query = 'sort=full_name&per_page=100'
    const { forge } = await github({
      [`GET /orgs/acme/repos?${query}&page=1`]: [200, page, link],
      [`GET /orgs/acme/repos?${query}&page=2`]: [200, [answer('acme/c')]],
    })
    const all = { org: 'acme', topic: undefined, query: undefined }
    expect(await pathsOf(forge.repositories(all))).toEqual(['acme/a', 'acme/b', 'acme/c'])
    expect(await pathsOf(forge.repositories({ ...all, topic: 'Go' }))).toEqual(['acme/a', 'acme/c'])
  })

  it('of a user, and of the user whose token it is', async () => {
    const { forge, urls } = await github({
      'GET /user': [200, { login: 'Me' }],
      'GET /users/acme/repos': [200, page],
      'GET /user/repos': [200, [answer('me/private')]],
    })
    const all = { topic: undefined, query: undefined }
    expect(await pathsOf(forge.repositories({ ...all, org: 'acme' }))).toHaveLength(2)
    expect(await pathsOf(forge.repositories({ ...all, org: 'me' }))).toEqual(['me/private'])
    expect(urls().at(-1)).toContain('affiliation=owner')
  })

  it('that a search finds, all of them or none', async () => {
    const found = { total_count: 2, incomplete_results: false, items: page }
    const answers: Record<string, Reply> = { 'GET /search/repositories': [200, found] }
    const { forge, asked } = await github(answers)
    const selection = { org: 'acme', topic: 'go', query: 'language:go' }
    expect(await pathsOf(forge.repositories(selection))).toEqual(['acme/a'])
    const { searchParams } = new URL(asked[0]?.url ?? '')
    expect(searchParams.get('q')).toBe('language:go org:acme topic:go')
    answers['GET /search/repositories'] = [200, { ...found, total_count: 1001 }]
    expect(await problemOf(pathsOf(forge.repositories(selection)))).toBe('invalid')
    answers['GET /search/repositories'] = [200, { ...found, incomplete_results: true }]
    expect(await problemOf(pathsOf(forge.repositories(selection)))).toBe('invalid')
  })

  it('that are empty have no default branch', async () => {
    const { forge } = await github({
      'GET /repos/acme/new': [200, answer('acme/new', { size: 0 })],
    })
    expect((await forge.repository('acme/new'))?.defaultBranch).toBeUndefined()
    expect(await forge.repository('acme/gone')).toBeUndefined()
    expect(await problemOf(forge.repository('acme'))).toBe('invalid')
  })

  it('that have another name now are found by the old one, but not written to', async () => {
    const moved = { message: 'Moved Permanently', url: 'https://api.github.com/repositories/1' }
    const { forge } = await github({
      'GET /repos/acme/shop/git/commits/base': [200, { tree: { sha: 'tree' } }],
      'POST /repos/acme/shop/git/trees': [301, moved],
    })
    const change = {
      branch: 'msb/1',
      baseBranch: 'main',
      base: 'base',
      expected: undefined,
      files: [],
      message: 'm',
    }
    expect(await problemOf(forge.push(repository, change))).toBe('not-found')
  })
})

describe('pull requests', () => {
  it('are read by pages, down to the first day of this program', async () => {
    const link = { link: '<https://api.github.com/repositories/1/pulls?page=2>; rel="next"' }
    const route = 'GET /repos/acme/shop/pulls?state=all&sort=created&direction=desc&per_page=100'
    const other = { head: { ref: 'fix', sha: 'b', repo: null } }
    const old = { created_at: '2024-01-01T00:00:00Z' }
    const { forge, asked } = await github({
      [`${route}&page=1`]: [200, [pull(9), pull(8, other)], link],
      [`${route}&page=2`]: [
        200,
        [pull(7, { merged_at: '2026-11-28T12:00:00Z' }), pull(1, old)],
        link,
      ],
    })
    const found = await forge.pulls(repository, 'msb/')
    expect(found.map(({ number, state }) => [number, state])).toEqual([
      [9, 'open'],
      [7, 'merged'],
      [1, 'open'],
    ])
    expect(asked).toHaveLength(2)
  })

  it('of a fork of the same owner name the repository', async () => {
    const { forge, asked } = await github({ 'POST /repos/acme/shop/pulls': [201, pull(1)] })
    await forge.open(repository, { ...draft, headRepository: 'acme/shop-2' })
    expect(asked[0]?.body).toMatchObject({ head: 'acme:msb/1', head_repo: 'shop-2' })
    await forge.open(repository, { ...draft, headRepository: 'bot/shop' })
    expect(asked[1]?.body).toMatchObject({ head: 'bot:msb/1' })
    expect(asked[1]?.body).not.toHaveProperty('head_repo')
  })

  it('say whom GitHub passed over, and who can not review', async () => {
    const refused = { message: 'Reviews may only be requested from collaborators.' }
    const { forge, asked } = await github({
      'POST /repos/acme/shop/pulls': [201, pull(1)],
      'POST /repos/acme/shop/issues/1/assignees': [201, { assignees: [{ login: 'Ann' }] }],
      'POST /repos/acme/shop/pulls/1/requested_reviewers': [422, refused],
    })
    const people = { assignees: ['ann', 'bob'], reviewers: ['cid'], teamReviewers: ['acme/web'] }
    const { complaints } = await forge.open(repository, { ...draft, ...people })
    expect(complaints[0]).toBe('The assignee bob could not be set: GitHub does not say why.')
    expect(complaints[1]).toMatch(/^The reviewer cid could not be asked: .*from collaborators\.$/)
    expect(complaints[2]).toMatch(/^The team web could not be asked: /)
    expect(complaints).toHaveLength(3)
    expect(asked.at(-1)?.body).toEqual({ team_reviewers: ['web'] })
  })

  it('keep every digit of their texts', async () => {
    const body = '12345678901234567890 "98765432109876543210" 123n "123n"'
    const route = 'GET /repos/acme/shop/pulls'
    const { forge, asked } = await github({
      [route]: [200, [pull(1, { body })]],
      'PATCH /repos/acme/shop/pulls/1': [200, pull(1)],
    })
    const [found] = await forge.pulls(repository, 'msb/')
    if (found === undefined) throw new Error('None.')
    expect(found.body).toBe(body)
    await forge.update(repository, found, { title: '123n', body })
    expect(asked.at(-1)?.body).toEqual({ title: '123n', body })
  })
})

describe('checks', () => {
  const runs = '/repos/acme/shop/commits/c/check-runs'
  const status = '/repos/acme/shop/commits/c/status'
  const check = (conclusion: string | null, state = 'completed') => ({ status: state, conclusion })
  const denied: Reply = [403, { message: 'Resource not accessible by personal access token' }]
  for (const [what, checkRuns, commit, expected] of [
    ['none', [], { state: 'pending', total_count: 0 }, 'none'],
    [
      'good runs',
      [check('success'), check('skipped')],
      { state: 'pending', total_count: 0 },
      'passing',
    ],
    [
      'a run under way',
      [check('success'), check(null, 'queued')],
      { state: 'success', total_count: 1 },
      'pending',
    ],
    [
      'a cancelled run',
      [check('cancelled'), check(null, 'queued')],
      { state: 'success', total_count: 1 },
      'failing',
    ],
    ['a failed status', [check('success')], { state: 'failure', total_count: 2 }, 'failing'],
    ['a status alone', [], { state: 'success', total_count: 1 }, 'passing'],
  ] as const) {
    it(`${what}: ${expected}`, async () => {
      const { forge } = await github({
        [`GET ${runs}`]: [200, { check_runs: checkRuns }],
        [`GET ${status}`]: [200, commit],
      })
      expect(await forge.checks(repository, 'c')).toBe(expected)
    })
  }

  it('that the token may not read are none', async () => {
    const { forge } = await github({ [`GET ${runs}`]: denied, [`GET ${status}`]: denied })
    expect(await forge.checks(repository, 'c')).toBe('none')
  })
})

it('a limit that was used up by the last request is waited for before the next', async () => {
  const { forge, waits, asked } = await github({
    'GET /repos/acme/shop': [
      200,
      answer('acme/shop'),
      {
        date: 'Sat, 28 Nov 2026 12:00:00 GMT',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.parse('2026-11-28T12:10:00Z') / 1000),
      },
    ],
  })
  await forge.repository('acme/shop')
  expect(waits()).toEqual([{ milliseconds: 601_000, why: 'github.com asks to wait' }])
  expect(await forge.repository('acme/gone')).toBeUndefined()
  expect(asked).toHaveLength(2)
})
