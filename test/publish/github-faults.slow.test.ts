import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ForgeError } from '../../src/publish/forge-error.ts'
import type { BranchChange, Forge, PullDraft, Repository } from '../../src/publish/forge.ts'
import { createGithub } from '../../src/publish/forges/github/github.ts'
import { type Answer, type Fault, json, type Sent } from './faulty-proxy.ts'
import { type GithubWorld, jumpingMachine, makeGithubWorld } from './github-world.ts'

let world: GithubWorld
let sent: Sent[] = []

beforeAll(async () => {
  world = await makeGithubWorld()
})
afterAll(() => world.stop())
beforeEach(() => {
  world.sent()
  world.slept()
  world.waits()
  sent = []
})
afterEach(() => {
  sent.push(...world.sent())
  for (const { url, text } of sent) hasNoToken(url + text)
})

function hasNoToken(text: string): void {
  expect(text).not.toContain(world.token)
  expect(text).not.toContain(Buffer.from(world.token).toString('base64'))
}

const draft: PullDraft = {
  branch: 'msb/web',
  headRepository: undefined,
  base: 'main',
  title: 'Split the build',
  body: '<!-- msb-migrate: web -->\nWhat and why.',
  isDraft: false,
  labels: ['msb-migrate'],
  assignees: [],
  reviewers: [],
  teamReviewers: [],
}

async function changeOf(
  repository: Repository,
  more: Partial<BranchChange> = {},
): Promise<BranchChange> {
  return {
    branch: 'msb/web',
    baseBranch: 'main',
    base: (await world.forge.head(repository, 'main')) ?? '',
    expected: undefined,
    files: [{ path: 'Dockerfile', content: 'FROM b\n', mode: '100644', replaces: undefined }],
    message: 'Split the build\n',
    ...more,
  }
}

/** What a run does: it pushes what is not there, and opens what is not open. */
async function publish(repository: Repository, forge: Forge = world.forge): Promise<void> {
  if ((await forge.head(repository, 'msb/web')) === undefined) {
    await forge.push(repository, await changeOf(repository))
  }
  const pulls = await forge.pulls(repository, 'msb/')
  if (!pulls.some(({ state }) => state === 'open')) await forge.open(repository, draft)
}

async function refusal(attempt: Promise<unknown>): Promise<ForgeError> {
  const error = await attempt.then(
    () => new Error('It was done.'),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ForgeError)
  hasNoToken(JSON.stringify(error) + (error as Error).message + String((error as Error).stack))
  return error as ForgeError
}

async function hasOneOfEach(repository: Repository): Promise<void> {
  expect(await world.branches(repository)).toEqual(['msb/web'])
  expect((await world.pulls(repository)).map(({ state }) => state)).toEqual(['open'])
}

const makeRepository = () => world.makeRepository({ Dockerfile: 'FROM a\n' })

const refs = { method: 'POST', path: /\/git\/refs$/ }
const pulls = { method: 'POST', path: /\/pulls$/ }
const labels = { method: 'POST', path: /\/labels$/ }
const trees = { method: 'POST', path: /\/git\/trees$/ }
const commits = { method: 'POST', path: /\/git\/commits$/ }
const list = { method: 'GET', path: /\/pulls\?/ }

const answer = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Answer => json(status, { message, documentation_url: 'https://docs.github.com' }, headers)
const badGateway: Answer = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<html><body>Bad Gateway</body></html>'),
}

describe('what GitHub got, and gave no clear answer to, is done once', () => {
  const unclear: readonly (readonly [string, Fault['comes']])[] = [
    ['502', badGateway],
    ['half an answer', 'half'],
    ['no answer', 'nothing'],
    ['JSON of something else', json(200, { hello: 'world' })],
  ]
  for (const [name, comes] of unclear) {
    for (const isDone of [true, false]) {
      for (const [what, where] of Object.entries({ refs, pulls, labels, trees, commits })) {
        it(`${what}: ${name}, ${isDone ? 'done' : 'not done'}`, async () => {
          const repository = await makeRepository()
          const count = world.proxy.fail({ ...where, isDone, comes })
          const strange = name.startsWith('JSON')
          const run = publish(repository)
          // What may be done twice is not looked for afterwards; that a strange answer came is said.
          if (strange && !['refs', 'pulls', 'labels'].includes(what)) {
            expect((await refusal(run)).problem).toBe('server')
            await publish(repository)
          } else {
            await run
          }
          expect(count()).toBe(1)
          await hasOneOfEach(repository)
        })
      }
    }
  }

  it('twice in a row', async () => {
    const repository = await makeRepository()
    world.proxy.fail({ ...refs, isDone: false, comes: badGateway })
    world.proxy.fail({ ...refs, isDone: true, comes: 'nothing' })
    world.proxy.fail({ ...pulls, isDone: false, comes: 'nothing' })
    world.proxy.fail({ ...pulls, isDone: true, comes: badGateway })
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('and never more often than three times', async () => {
    const repository = await makeRepository()
    const count = world.proxy.fail({ ...pulls, isDone: false, comes: badGateway, times: 3 })
    const { problem, message } = await refusal(publish(repository))
    expect(problem).toBe('server')
    expect(message).toMatch(/^POST \/repos\/.*\/pulls at .* was refused with status 502\.$/)
    expect(count()).toBe(3)
    await publish(repository)
    await hasOneOfEach(repository)
  })

  const graphql = { method: 'POST', path: /^\/graphql$/ }
  for (const [name, comes] of unclear) {
    for (const isDone of [true, false]) {
      it(`a rebuilt branch: ${name}, ${isDone ? 'done' : 'not done'}`, async () => {
        const repository = await makeRepository()
        await publish(repository)
        const expected = await world.forge.head(repository, 'msb/web')
        const count = world.proxy.fail({ ...graphql, isDone, comes })
        const change = await changeOf(repository, { expected, message: 'Once more\n' })
        const sha = await world.forge.push(repository, change)
        expect(count()).toBe(1)
        expect(await world.forge.head(repository, 'msb/web')).toBe(sha)
        await hasOneOfEach(repository)
      })
    }
  }

  it("a rebuilt branch, and a person's commit before the second try", async () => {
    const repository = await makeRepository()
    await publish(repository)
    const expected = await world.forge.head(repository, 'msb/web')
    const theirs = await world.personCommits(repository, 'msb/web', { 'README.md': 'Hi\n' })
    world.proxy.fail({ ...graphql, isDone: false, comes: badGateway })
    const change = await changeOf(repository, { expected, message: 'Once more\n' })
    expect((await refusal(world.forge.push(repository, change))).problem).toBe('moved')
    expect(await world.forge.head(repository, 'msb/web')).toBe(theirs)
    await hasOneOfEach(repository)
  })

  for (const [name, comes] of unclear.slice(0, 3)) {
    it(`a comment and a removed branch: ${name}`, async () => {
      const repository = await makeRepository()
      await publish(repository)
      const [pull] = await world.forge.pulls(repository, 'msb/')
      if (pull === undefined) throw new Error('None.')
      world.proxy.fail({ method: 'POST', path: /\/comments$/, isDone: true, comes })
      world.proxy.fail({ method: 'PATCH', path: /\/pulls\/\d+$/, isDone: true, comes })
      world.proxy.fail({ ...graphql, isDone: true, comes })
      await world.forge.close(repository, pull, { body: 'Closed.', comment: 'Why.' })
      expect(await world.comments?.(repository, pull)).toEqual(['Why.'])
      expect(await world.branches(repository)).toEqual([])
      expect((await world.pulls(repository)).map(({ state }) => state)).toEqual(['closed'])
    })
  }
})

describe('limits are waited for', () => {
  const limits: readonly (readonly [string, Answer, number])[] = [
    ['403 with retry-after', answer(403, 'Slow down.', { 'retry-after': '2' }), 2000],
    ['429 with retry-after', answer(429, 'Too many.', { 'retry-after': '7' }), 7000],
    ['a secondary limit', answer(403, 'You have exceeded a secondary rate limit.'), 60_000],
    [
      'a limit that is used up',
      answer(403, 'API rate limit exceeded for user ID 1.', {
        date: 'Sat, 28 Nov 2026 12:00:00 GMT',
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(Date.parse('2026-11-28T12:00:30Z') / 1000),
      }),
      31_000,
    ],
  ]
  for (const [name, comes, wait] of limits) {
    for (const [what, where] of Object.entries({ refs, pulls, list })) {
      it(`${name}, at ${what}`, async () => {
        const repository = await makeRepository()
        world.waits()
        const count = world.proxy.fail({ ...where, isDone: false, comes, times: 2 })
        await publish(repository)
        expect(count()).toBe(2)
        expect(world.waits().map(({ milliseconds }) => milliseconds)).toEqual([wait, wait])
        await hasOneOfEach(repository)
      })
    }
  }

  it('but not for hours', async () => {
    const repository = await makeRepository()
    const comes = answer(403, 'You have exceeded a secondary rate limit.', {
      'retry-after': '7200',
    })
    const count = world.proxy.fail({ ...pulls, isDone: false, comes })
    const { problem, message } = await refusal(publish(repository))
    expect(problem).toBe('limited')
    expect(message).toMatch(/takes no more requests for 120 minutes\.$/)
    expect(count()).toBe(1)
    expect(world.waits()).toEqual([])
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('and not for ever', async () => {
    const repository = await makeRepository()
    const comes = answer(429, 'Too many.', { 'retry-after': '1' })
    const count = world.proxy.fail({ ...pulls, isDone: false, comes, times: 9 })
    expect((await refusal(publish(repository))).problem).toBe('limited')
    expect(count()).toBe(9)
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('and not after an interrupt', async () => {
    const repository = await makeRepository()
    const stop = new AbortController()
    const { machine } = jumpingMachine(stop.signal)
    const forge = await createGithub({
      origin: world.proxy.url,
      apiUrl: world.proxy.url,
      token: world.token,
      pace: 0,
      machine: {
        ...machine,
        sleep: () => {
          stop.abort()
          return Promise.resolve()
        },
      },
    })
    const comes = answer(429, 'Too many.', { 'retry-after': '1' })
    const count = world.proxy.fail({ ...pulls, isDone: false, comes, times: 1 })
    expect((await refusal(publish(repository, forge))).problem).toBe('interrupted')
    expect(count()).toBe(1)
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('and writes keep a second between them', async () => {
    const repository = await makeRepository()
    const began = performance.now()
    world.slept()
    await publish(repository)
    const pauses = world.slept().reduce((sum, one) => sum + one, 0)
    // Tree, commit, branch, pull request, label: four pauses, from which the time itself is taken.
    expect(pauses + performance.now() - began).toBeGreaterThan(3900)
    await hasOneOfEach(repository)
  })
})

describe('what GitHub refuses is told', () => {
  it('401: nothing is tried again', async () => {
    const repository = await makeRepository()
    const count = world.proxy.fail({
      ...pulls,
      isDone: false,
      comes: answer(401, 'Bad credentials'),
    })
    expect(await refusal(publish(repository))).toMatchObject({
      problem: 'unauthorized',
      status: 401,
    })
    expect(count()).toBe(1)
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('403: in the words of the host, but without the token', async () => {
    const repository = await makeRepository()
    const said = `Resource not accessible by ${world.token}`
    world.proxy.fail({ ...pulls, isDone: false, comes: answer(403, said) })
    const { problem, message } = await refusal(publish(repository))
    expect(problem).toBe('forbidden')
    expect(message).toMatch(/was refused with status 403: Resource not accessible by \*\*\*\.$/)
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('409: somebody else was faster', async () => {
    const repository = await makeRepository()
    world.proxy.fail({ ...refs, isDone: false, comes: answer(409, 'Conflict') })
    expect((await refusal(publish(repository))).problem).toBe('moved')
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('422: a second pull request of a branch', async () => {
    const repository = await makeRepository()
    await publish(repository)
    const { problem, message } = await refusal(world.forge.open(repository, draft))
    expect(problem).toBe('exists')
    expect(message).toContain('A pull request already exists for')
    await hasOneOfEach(repository)
  })

  it('422: a pull request without a branch', async () => {
    const repository = await makeRepository()
    const { problem, message } = await refusal(world.forge.open(repository, draft))
    expect(problem).toBe('invalid')
    expect(message).toMatch(/Validation Failed: PullRequest head invalid\.$/)
    await publish(repository)
    await hasOneOfEach(repository)
  })

  it('403 at a label: a complaint', async () => {
    const repository = await makeRepository()
    world.proxy.fail({ ...labels, isDone: false, comes: answer(403, 'Must have admin rights') })
    await world.forge.push(repository, await changeOf(repository))
    const { complaints } = await world.forge.open(repository, draft)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toMatch(
      /^The label msb-migrate could not be set: .*Must have admin rights/,
    )
    hasNoToken(complaints.join())
    await hasOneOfEach(repository)
  })

  it('an older server does not know how to compare: it is looked at before', async () => {
    const repository = await makeRepository()
    await publish(repository)
    const message = "Field 'updateRefs' doesn't exist on type 'Mutation'"
    const fault = { method: 'POST', path: /^\/graphql$/, isDone: false, times: 2 }
    world.proxy.fail({ ...fault, comes: json(200, { errors: [{ message }] }) })
    const expected = await world.forge.head(repository, 'msb/web')
    const change = await changeOf(repository, { expected, message: 'Once more\n' })
    const sha = await world.forge.push(repository, change)
    expect(await world.forge.head(repository, 'msb/web')).toBe(sha)
    expect((await refusal(world.forge.push(repository, change))).problem).toBe('moved')
    await hasOneOfEach(repository)
  })
})

describe('reads are tried again', () => {
  const broken: readonly (readonly [string, Fault['comes']])[] = [
    ['502', badGateway],
    ['half an answer', 'half'],
    ['no answer', 'nothing'],
  ]
  for (const [name, comes] of broken) {
    it(`after ${name}, one, two and four seconds later`, async () => {
      const repository = await makeRepository()
      await publish(repository)
      world.slept()
      const count = world.proxy.fail({ ...list, isDone: false, comes, times: 3 })
      expect(await world.forge.pulls(repository, 'msb/')).toHaveLength(1)
      expect(count()).toBe(3)
      expect(world.slept()).toEqual([1000, 2000, 4000])
      await hasOneOfEach(repository)
    })

    it(`after ${name}, but not for ever`, async () => {
      const repository = await makeRepository()
      const count = world.proxy.fail({ ...list, isDone: false, comes, times: 4 })
      const { problem } = await refusal(world.forge.pulls(repository, 'msb/'))
      expect(problem).toBe(name === '502' ? 'server' : 'unreachable')
      expect(count()).toBe(4)
      await publish(repository)
      await hasOneOfEach(repository)
    })
  }

  it('and a slow answer is waited for', async () => {
    const repository = await makeRepository()
    const late = { isDone: true, comes: { afterMilliseconds: 400 } }
    const counts = [refs, pulls, list].map((where) => world.proxy.fail({ ...where, ...late }))
    await publish(repository)
    expect(counts.map((count) => count())).toEqual([1, 1, 1])
    await hasOneOfEach(repository)
  })

  it('but not when interrupted', async () => {
    const repository = await makeRepository()
    const stop = new AbortController()
    const { machine } = jumpingMachine(stop.signal)
    const place = { origin: world.proxy.url, apiUrl: world.proxy.url }
    const forge = await createGithub({ ...place, token: world.token, pace: 0, machine })
    world.proxy.fail({ ...list, isDone: true, comes: { afterMilliseconds: 3000 } })
    const began = performance.now()
    setTimeout(() => stop.abort(new Error('Ctrl-C')), 100)
    expect((await refusal(forge.pulls(repository, 'msb/'))).problem).toBe('interrupted')
    expect(performance.now() - began).toBeLessThan(2000)
    await publish(repository)
    await hasOneOfEach(repository)
  })
})
