import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ForgeError } from '../../src/publish/forge-error.ts'
import type { ForgeMachine } from '../../src/publish/forge.ts'
import { createRedactor } from '../../src/publish/forges/rest/redact.ts'
import { createRestClient } from '../../src/publish/forges/rest/rest-client.ts'
import { encodeFilePath, nextLink, restPath } from '../../src/publish/forges/rest/rest-path.ts'
import type { RestSettings } from '../../src/publish/forges/rest/rest-request.ts'

const token = 'secret-token-4711'

type Reply = (request: IncomingMessage, response: ServerResponse, body: string) => void

const json =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(body === undefined ? undefined : JSON.stringify(body))
  }

const cut: Reply = (_, response) => {
  response.writeHead(200, { 'content-length': '1000' })
  response.write('{"a":')
  setTimeout(() => response.destroy(), 20)
}

const never: Reply = () => undefined

/** Answers in this order; the last one again and again. */
let replies: Reply[] = []
let requests: { method: string; url: string; headers: IncomingMessage['headers']; body: string }[]
let waits: { milliseconds: number; why: string }[]
let slept: number[]
let clock: number
let interrupt: AbortController
let server: Server
let base: string

beforeEach(async () => {
  replies = []
  requests = []
  waits = []
  slept = []
  clock = 0
  interrupt = new AbortController()
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method = '', url = '', headers } = request
      requests.push({ method, url, headers, body })
      const reply = replies.length > 1 ? replies.shift() : replies[0]
      reply?.(request, response, body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`
})

afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** Time passes only while it sleeps. */
const machine = (): ForgeMachine => ({
  now: () => clock,
  sleep: (milliseconds) => {
    slept.push(milliseconds)
    clock += milliseconds
    return Promise.resolve()
  },
  interrupt: interrupt.signal,
  fetch,
  onWait: (milliseconds, why) => waits.push({ milliseconds, why }),
})

const client = (more: Partial<RestSettings> = {}) =>
  createRestClient({
    base,
    headers: { Authorization: `token ${token}` },
    secrets: [token],
    hostName: 'git.example.org',
    pace: 0,
    machine: machine(),
    ...more,
  })

const shape = z.object({ a: z.number() })

async function refusal(attempt: Promise<unknown>): Promise<ForgeError> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(ForgeError)
  const refused = error as ForgeError
  expect(refused.message).not.toContain(token)
  return refused
}

describe('a request', () => {
  it('is sent with headers and query, and read by its shape', async () => {
    replies = [json(200, { a: 1, more: true })]
    const query = { q: 'a b&c', page: 2, none: undefined }
    expect(await client().read(restPath`/x/${'a/b c'}`, shape, { query })).toEqual({ a: 1 })
    expect(requests[0]).toMatchObject({ method: 'GET', url: '/api/x/a%2Fb%20c?q=a+b%26c&page=2' })
    expect(requests[0]?.headers).toMatchObject({
      authorization: `token ${token}`,
      accept: 'application/json',
    })
  })

  it('writes JSON, forms and nothing', async () => {
    replies = [json(201, { a: 1 })]
    const rest = client()
    await rest.write('POST', '/x', { b: 'ü' }, shape)
    await rest.write('POST', '/x', new URLSearchParams({ b: 'ü' }), shape)
    const form = new FormData()
    form.set('a/b.txt', 'text')
    await rest.write('POST', '/x', form, shape)
    await rest.write('DELETE', '/x', undefined, shape)
    expect(requests.map(({ headers }) => headers['content-type']?.split(';')[0])).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data',
      undefined,
    ])
    expect(requests[0]?.body).toBe('{"b":"ü"}')
    expect(requests[1]?.body).toBe('b=%C3%BC')
    expect(requests[3]?.body).toBe('')
  })

  it('takes an answer without a body for undefined', async () => {
    replies = [json(204, undefined)]
    expect(await client().write('DELETE', '/x', undefined, z.unknown())).toBeUndefined()
    expect((await refusal(client().read('/x', shape))).problem).toBe('server')
  })

  it('gives bytes as they are', async () => {
    replies = [(_, response) => response.end(Buffer.from([0, 255, 13, 10]))]
    expect([...(await client().bytes('/x'))]).toEqual([0, 255, 13, 10])
  })

  it('finds nothing where the host says so', async () => {
    replies = [json(404, { message: 'not found' })]
    expect(await client().find('/x', shape)).toBeUndefined()
    expect((await refusal(client().read('/x', shape))).problem).toBe('not-found')
  })
})

describe('a refusal', () => {
  it.each([
    [400, 'invalid'],
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [409, 'exists'],
    [412, 'moved'],
    [422, 'invalid'],
    [423, 'forbidden'],
  ])('with status %i is %s', async (status, problem) => {
    replies = [json(status, { message: 'No.' })]
    const error = await refusal(client().write('POST', '/x', {}, shape))
    expect(error).toMatchObject({ problem, status })
    expect(error.message).toBe(`POST /x at git.example.org was refused with status ${status}: No.`)
    expect(requests).toHaveLength(1)
  })

  it('means what its request says it means', async () => {
    replies = [json(422, { message: 'branch already exists' })]
    const problem = (_: number, said: string) => (said.includes('exists') ? 'exists' : undefined)
    const attempt = client().write('POST', '/x', {}, shape, { problem })
    expect((await refusal(attempt)).problem).toBe('exists')
  })

  it('keeps the token out of what the host says', async () => {
    const encoded = Buffer.from(token).toString('base64')
    replies = [
      json(400, { message: `bad token ${token}, ${encodeURIComponent(token)}, ${encoded}` }),
    ]
    const error = await refusal(client().read(`/x?t=${token}`, shape))
    expect(error.message).toBe(
      'GET /x?t=*** at git.example.org was refused with status 400: bad token ***, ***, ***',
    )
  })

  it.each([
    [{ error: { message: 'Bad', detail: 'x' } }, 'Bad'],
    [{ message: { title: ['too short', 'bad'] } }, '{"title":["too short","bad"]}'],
    [{ message: ['one', 'two'] }, 'one: two'],
    [{ error: 'invalid_token', error_description: 'Expired' }, 'invalid_token: Expired'],
  ])('says what the host says: %j', async (body, said) => {
    replies = [json(400, body)]
    const error = await refusal(client().read('/x', shape))
    expect(error.message).toMatch(new RegExp(`status 400: ${said.replace(/[{}[\]]/g, '\\$&')}$`))
  })

  it('says nothing of a page', async () => {
    replies = [(_, response) => response.writeHead(403).end('<html>Go away</html>')]
    const error = await refusal(client().read('/x', shape))
    expect(error.message).toMatch(/status 403\.$/)
  })
})

describe('a host in trouble', () => {
  it('is asked again for what is only read', async () => {
    replies = [json(502, {}), cut, json(503, {}), json(200, { a: 1 })]
    expect(await client().read('/x', shape)).toEqual({ a: 1 })
    expect(slept).toEqual([1000, 2000, 4000])
    expect(waits).toEqual([])
  })

  it('is not asked for ever', async () => {
    replies = [json(502, { message: 'Bad gateway' })]
    const error = await refusal(client().read('/x', shape))
    expect(error).toMatchObject({ problem: 'server', status: 502 })
    expect(requests).toHaveLength(4)
  })

  it.each([
    ['a cut answer', cut, 'unreachable'],
    ['a bad gateway', json(502, {}), 'server'],
    ['an overloaded host', json(503, {}, { 'retry-after': '1' }), 'server'],
  ])('gets a write once, in spite of %s', async (_, reply, problem) => {
    replies = [reply]
    const error = await refusal(client().write('POST', '/x', {}, shape))
    expect(error.problem).toBe(problem)
    expect(requests).toHaveLength(1)
  })

  it('gets a write again where it can not have arrived', async () => {
    let refused = 2
    const flaky: ForgeMachine = {
      ...machine(),
      fetch: (input, init) => {
        if (refused-- > 0) {
          return Promise.reject(
            new TypeError('fetch failed', {
              cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
            }),
          )
        }
        return fetch(input, init)
      },
    }
    replies = [json(200, { a: 1 })]
    await client({ machine: flaky }).write('POST', '/x', {}, shape)
    expect(requests).toHaveLength(1)
  })

  it('that is not there is unreachable', async () => {
    await new Promise((resolve) => server.close(resolve))
    const error = await refusal(client().read('/x', shape))
    expect(error.problem).toBe('unreachable')
    expect(error.message).toMatch(/^GET \/x at git\.example\.org got no answer: .*ECONNREFUSED/)
  })

  it('may be slow only for so long', async () => {
    replies = [never]
    const error = await refusal(client({ limit: 50 }).write('POST', '/x', {}, shape))
    expect(error.problem).toBe('unreachable')
    expect(error.message).toContain('none came within 0.05 seconds')
    expect(requests).toHaveLength(1)
  })

  it('is not understood where it answers with something else', async () => {
    replies = [(_, response) => response.end('{"a":')]
    expect((await refusal(client().read('/x', shape))).message).toBe(
      'GET /x at git.example.org was not answered with JSON.',
    )
    replies = [json(200, { a: 'one' })]
    const error = await refusal(client().read('/x', shape))
    expect(error.problem).toBe('server')
    expect(error.message).toMatch(/was answered in a form that is not known: a: /)
  })

  it('does not lead a write elsewhere', async () => {
    replies = [(_, response) => response.writeHead(301, { location: '/api/y' }).end()]
    const error = await refusal(client().write('POST', '/x', {}, shape))
    expect(error).toMatchObject({ problem: 'not-found', status: 301 })
    expect(requests).toHaveLength(1)
  })

  it('may lead a read elsewhere', async () => {
    replies = [
      (_, response) => response.writeHead(301, { location: '/api/y' }).end(),
      json(200, { a: 1 }),
    ]
    expect(await client().read('/x', shape)).toEqual({ a: 1 })
  })
})

describe('a limit of the host', () => {
  const date = 'Wed, 21 Oct 2026 07:28:00 GMT'
  const inAMinute = String(Date.parse(date) / 1000 + 60)

  it.each([
    ['seconds', 429, { 'retry-after': '7' }, 7000],
    ['a date', 429, { date, 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' }, 31_000],
    ['a forbidden with seconds', 403, { 'retry-after': '7' }, 7000],
    [
      'a reset',
      403,
      { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAMinute },
      61_000,
    ],
    ['a reset from now', 429, { 'ratelimit-remaining': '0', 'ratelimit-reset': '9' }, 9000],
    ['nothing', 429, {}, 2000],
  ])('is kept: %s', async (_, status, headers, wait) => {
    replies = [json(status, {}, headers), json(201, { a: 1 })]
    expect(await client().write('POST', '/x', {}, shape)).toEqual({ a: 1 })
    expect(slept).toEqual([wait])
    expect(waits).toEqual([{ milliseconds: wait, why: 'git.example.org asks to wait' }])
    expect(requests).toHaveLength(2)
  })

  it('that is forbidden without such headers is none', async () => {
    replies = [json(403, {}, { 'x-ratelimit-remaining': '10' })]
    expect((await refusal(client().read('/x', shape))).problem).toBe('forbidden')
    expect(requests).toHaveLength(1)
  })

  it('of more than an hour is not waited for', async () => {
    replies = [json(429, {}, { 'retry-after': '86400' })]
    expect((await refusal(client().read('/x', shape))).problem).toBe('limited')
    expect(slept).toEqual([])
  })

  it('that never ends is given up', async () => {
    replies = [json(429, {}, { 'retry-after': '1' })]
    expect((await refusal(client().read('/x', shape))).problem).toBe('limited')
    expect(requests).toHaveLength(8)
  })

  it('that is used up holds the next request back', async () => {
    const headers = { date, 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': inAMinute }
    replies = [json(200, { a: 1 }, headers), json(200, { a: 2 })]
    const rest = client()
    expect(await rest.read('/x', shape)).toEqual({ a: 1 })
    expect(slept).toEqual([])
    expect(await rest.read('/x', shape)).toEqual({ a: 2 })
    expect(slept).toEqual([61_000])
  })
})

describe('the pace', () => {
  it('keeps writes apart, also those asked for at once', async () => {
    replies = [json(200, { a: 1 })]
    const rest = client({ pace: 1000 })
    await rest.write('POST', '/x', {}, shape)
    await rest.read('/x', shape)
    await rest.write('POST', '/x', {}, shape)
    expect(clock).toBe(1000)
    await Promise.all([1, 2, 3].map(() => rest.write('POST', '/x', {}, shape)))
    expect(clock).toBeGreaterThanOrEqual(4000)
    expect(requests).toHaveLength(6)
  })
})

describe('an interruption', () => {
  it('ends a request at once', async () => {
    replies = [never]
    const attempt = refusal(client().read('/x', shape))
    setTimeout(() => {
      interrupt.abort()
    }, 30)
    expect((await attempt).problem).toBe('interrupted')
    expect(requests).toHaveLength(1)
  })

  it('ends a wait, and lets nothing more out', async () => {
    replies = [json(429, {}, { 'retry-after': '7' })]
    const patient: ForgeMachine = {
      ...machine(),
      sleep: () => {
        interrupt.abort()
        return Promise.resolve()
      },
    }
    const rest = client({ machine: patient })
    expect((await refusal(rest.read('/x', shape))).problem).toBe('interrupted')
    expect((await refusal(rest.write('POST', '/x', {}, shape))).problem).toBe('interrupted')
    expect(requests).toHaveLength(1)
  })
})

describe('pages', () => {
  const page = z.array(z.number())

  async function all(pages: AsyncIterable<readonly number[]>) {
    const found: number[] = []
    for await (const one of pages) found.push(...one)
    return found
  }

  it('follow the Link header, but never to another host', async () => {
    replies = [
      json(200, [1, 2], {
        link: '<http://evil.example/api/x?page=2&limit=2>; rel="next", <http://evil.example/api/x?page=3>; rel="last"',
      }),
      json(200, [3], { link: '<http://evil.example/api/x?page=1>; rel="first"' }),
    ]
    expect(await all(client().pages('/x', page, { query: { limit: 2 } }))).toEqual([1, 2, 3])
    expect(requests.map(({ url }) => url)).toEqual(['/api/x?limit=2', '/api/x?page=2&limit=2'])
  })

  it('follow what the caller says', async () => {
    replies = [json(200, [1]), json(200, [2]), json(200, [])]
    const next = ([one]: readonly number[]) => (one === undefined ? undefined : `/x?after=${one}`)
    expect(await all(client().pages('/x', page, { next }))).toEqual([1, 2])
    expect(requests.map(({ url }) => url)).toEqual(['/api/x', '/api/x?after=1', '/api/x?after=2'])
  })

  it('are only asked for as far as they are wanted', async () => {
    replies = [json(200, [1], { link: '</api/x?page=2>; rel="next"' })]
    for await (const one of client().pages('/x', page)) {
      expect(one).toEqual([1])
      break
    }
    expect(requests).toHaveLength(1)
  })
})

describe('small things', () => {
  it('reads links', () => {
    const link = (value: string) => nextLink(new Headers({ link: value }))
    expect(link('<https://a/x?p=2,3>; rel=next')).toBe('https://a/x?p=2,3')
    expect(link('<https://a/1>; rel="prev", <https://a/3>; title="x"; rel="next"')).toBe(
      'https://a/3',
    )
    expect(link('<https://a/1>; rel="prev"')).toBeUndefined()
  })

  it('encodes paths', () => {
    expect(encodeFilePath('a b/ü#%?.txt')).toBe('a%20b/%C3%BC%23%25%3F.txt')
  })

  it('takes secrets out of texts, and leaves short ones', () => {
    expect(createRedactor(['abc+/=x', 'a'])('abc+/=x a abc%2B%2F%3Dx')).toBe('*** a ***')
  })
})
