import type { z } from 'zod'
import { ForgeError, type ForgeProblem } from '../../forge-error.ts'
import { createPace } from './pace.ts'
import { createRedactor } from './redact.ts'
import { problemOf, readShape, type RestAnswer, saidBy } from './rest-answer.ts'
import { askedWait, isRateLimited } from './rest-limits.ts'
import { nextLink } from './rest-path.ts'
import { type RestOptions, type RestRequest, type RestSettings, sendOnce } from './rest-request.ts'

export interface PageOptions<T> extends RestOptions {
  /** The URL or path of the page after this; by default that of the Link header. */
  readonly next?: (page: T, headers: Headers) => string | undefined
}

/** Every function throws ForgeError; those that give T throw 'server' where the answer is not of its shape. */
export interface RestClient {
  readonly read: <T>(path: string, shape: z.ZodType<T>, options?: RestOptions) => Promise<T>
  /** Undefined where the host says that it is not there. */
  readonly find: <T>(
    path: string,
    shape: z.ZodType<T>,
    options?: RestOptions,
  ) => Promise<T | undefined>
  readonly bytes: (path: string, options?: RestOptions) => Promise<Uint8Array>
  /**
   * Sent once. 'unreachable' and 'server' leave open whether it was done: the caller looks. `body` is sent as JSON, a FormData and
   * URLSearchParams as they are, undefined not at all. An answer without a body is undefined to `shape`.
   */
  readonly write: <T>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    shape: z.ZodType<T>,
    options?: RestOptions,
  ) => Promise<T>
  /** Page by page, as the caller asks for them. */
  readonly pages: <T>(
    path: string,
    shape: z.ZodType<T>,
    options?: PageOptions<T>,
  ) => AsyncGenerator<T>
}

/** A read that fails is tried so often in all: again after 1, 2 and 4 seconds. */
const tries = 4
/** The longest wait that is worth it, in milliseconds: the limits of most hosts are by the hour. */
const patience = 65 * 60_000
/** How often in a row a host may put a request off. */
const refusals = 8

/** JSON over HTTP, patient with limits, and careful never to do a thing twice. */
export function createRestClient(settings: RestSettings): RestClient {
  const { headers, hostName, machine } = settings
  const credentials = [headers['Authorization'], headers['authorization']].flatMap(
    (value) => value?.split(' ').slice(-1) ?? [],
  )
  const redact = createRedactor([...settings.secrets, ...credentials])
  const pace = createPace(machine, settings.pace)
  const nameOf = ({ method, path }: RestRequest) => redact(`${method} ${path} at ${hostName}`)

  async function send(request: RestRequest): Promise<RestAnswer> {
    const isRead = request.method === 'GET'
    for (let failures = 1, refused = 1; ;) {
      await pace.turn(!isRead)
      const answer = await sendOnce(settings, request)
      if ('why' in answer) {
        const mayRepeat = isRead || answer.hasArrived === 'no'
        if (failures >= tries || !mayRepeat) throw unreachable(request, answer.why)
        await pace.rest(2 ** (failures - 1) * 1000)
        failures += 1
      } else if (isRateLimited(answer.status, answer.headers)) {
        const wait = askedWait(answer.headers) ?? 2 ** refused * 1000
        if (wait > patience || refused >= refusals) throw refusal(request, answer, 'limited')
        pace.pause(wait, `${hostName} asks to wait`)
        refused += 1
      } else if (answer.status >= 500 && isRead && failures < tries) {
        await pace.rest(2 ** (failures - 1) * 1000)
        failures += 1
      } else if (answer.status >= 200 && answer.status < 300) {
        noteUsedUp(answer)
        return answer
      } else {
        throw refusal(request, answer, undefined)
      }
    }
  }

  /** A limit that this answer used up holds back the next request, which would only be refused. */
  function noteUsedUp(answer: RestAnswer): void {
    const wait = answer.headers.has('retry-after') ? undefined : askedWait(answer.headers)
    if (wait !== undefined && wait <= patience) pace.pause(wait, `${hostName} asks to wait`)
  }

  function refusal(
    request: RestRequest,
    answer: RestAnswer,
    known: ForgeProblem | undefined,
  ): ForgeError {
    const { status } = answer
    const said = redact(saidBy(answer))
    const problem = known ?? request.options.problem?.(status, said) ?? problemOf(status)
    const end = said === '' ? '.' : `: ${said}`
    const message = `${nameOf(request)} was refused with status ${status}${end}`
    return new ForgeError(problem, message, status)
  }

  const unreachable = (request: RestRequest, why: string) =>
    new ForgeError('unreachable', `${nameOf(request)} got no answer: ${redact(why)}.`)

  async function read<T>(path: string, shape: z.ZodType<T>, options: RestOptions = {}): Promise<T> {
    const request: RestRequest = { method: 'GET', path, body: undefined, options }
    return readShape(await send(request), shape, nameOf(request))
  }

  async function* pages<T>(
    path: string,
    shape: z.ZodType<T>,
    options: PageOptions<T> = {},
  ): AsyncGenerator<T> {
    const { next = (_page: T, answered: Headers) => nextLink(answered) } = options
    let at: string | undefined = path
    // The link to a next page has the query in it.
    for (let query = options.query ?? {}; at !== undefined; query = {}) {
      const request: RestRequest = {
        method: 'GET',
        path: at,
        body: undefined,
        options: { ...options, query },
      }
      const answer: RestAnswer = await send(request)
      const page = readShape(answer, shape, nameOf(request))
      yield page
      at = next(page, answer.headers)
    }
  }

  return {
    read,
    pages,
    find: async (path, shape, options) => {
      try {
        return await read(path, shape, options)
      } catch (error) {
        if (error instanceof ForgeError && error.problem === 'not-found') return undefined
        throw error
      }
    },
    bytes: async (path, options = {}) => {
      const anything = { ...options, headers: { Accept: '*/*', ...options.headers } }
      return (await send({ method: 'GET', path, body: undefined, options: anything })).body
    },
    write: async (method, path, body, shape, options = {}) => {
      const request: RestRequest = { method, path, body, options }
      return readShape(await send(request), shape, nameOf(request))
    },
  }
}
