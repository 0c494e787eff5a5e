import type { ForgeProblem } from '../../forge-error.ts'
import type { ForgeMachine } from '../../forge.ts'
import { throwIfInterrupted } from './pace.ts'
import type { RestAnswer } from './rest-answer.ts'
import { type Query, restUrl } from './rest-path.ts'

export interface RestSettings {
  /** Of the API, without a slash at its end: 'https://git.example.org/api/v1' */
  readonly base: string
  /** Sent with each request, the credentials among them. */
  readonly headers: Readonly<Record<string, string>>
  /** What must stand in no message: the token, and a password made of it. */
  readonly secrets: readonly string[]
  /** For messages: 'git.example.org:3000' */
  readonly hostName: string
  /** The least milliseconds from one write to the next. */
  readonly pace: number
  readonly machine: ForgeMachine
  /** Milliseconds that a request may take; 60 seconds by default. */
  readonly limit?: number
}

export interface RestOptions {
  readonly query?: Query
  readonly headers?: Readonly<Record<string, string>>
  /** What a refusal means here, by its status and by what the host says; undefined: what its status means everywhere. */
  readonly problem?: (status: number, said: string) => ForgeProblem | undefined
}

export interface RestRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly body: unknown
  readonly options: RestOptions
}

/** No answer, and whether the host can have got the request. */
export interface NoAnswer {
  readonly why: string
  readonly hasArrived: 'no' | 'maybe'
}

const defaultLimit = 60_000
/** The host's name is not known, or it takes no connections. */
const neverArrived = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT'])

/** Sends a request once. Throws ForgeError 'interrupted' at once when interrupted. */
export async function sendOnce(
  { base, headers, machine, limit = defaultLimit }: RestSettings,
  { method, path, body, options }: RestRequest,
): Promise<RestAnswer | NoAnswer> {
  const isForm = body instanceof FormData || body instanceof URLSearchParams
  const json = isForm || body === undefined ? {} : { 'Content-Type': 'application/json' }
  const late = AbortSignal.timeout(limit)
  try {
    const response = await machine.fetch(restUrl(base, path, options.query ?? {}), {
      method,
      headers: { Accept: 'application/json', ...headers, ...json, ...options.headers },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      // A redirected POST would be sent again as a GET.
      redirect: method === 'GET' ? 'follow' : 'manual',
      signal: AbortSignal.any([machine.interrupt, late]),
    })
    const bytes = new Uint8Array(await response.arrayBuffer())
    return { status: response.status, headers: response.headers, body: bytes }
  } catch (error) {
    throwIfInterrupted(machine)
    if (late.aborted) {
      return { why: `none came within ${limit / 1000} seconds`, hasArrived: 'maybe' }
    }
    const cause = causeOf(error)
    return {
      why: cause === undefined ? 'the connection broke' : `the connection broke (${cause})`,
      hasArrived: cause !== undefined && neverArrived.has(cause) ? 'no' : 'maybe',
    }
  }
}

/** A code or else words. fetch wraps what the network said, at times twice. */
function causeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return causeOf(error.cause) ?? (error.message === '' ? undefined : error.message)
}
