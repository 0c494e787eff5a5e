import type { Octokit, OctokitOptions } from '@octokit/core'
import type { ThrottlingOptions } from '@octokit/plugin-throttling'
import { ForgeError } from '../../forge-error.ts'
import type { ForgeMachine } from '../../forge.ts'
import { headersOf } from './errors.ts'
import { createPace, type Pace } from '../rest/pace.ts'
import { askedWait, isRateLimited } from '../rest/rest-limits.ts'

export interface OctokitSettings {
  readonly apiUrl: string
  readonly token: string | undefined
  readonly host: string
  readonly pace: Pace
  /** Milliseconds between two writes, where it is not GitHub's own measure. */
  readonly between: number | undefined
  readonly machine: ForgeMachine
  readonly fetch: typeof fetch
}

/** The longest wait that is worth it, in milliseconds: GitHub's limits are by the hour. */
const patience = 65 * 60_000
/** How often in a row a request may be put off. */
const refusals = 8
/** Where GitHub does not say: "wait for at least one minute before retrying". */
const unsaid = 60_000
/** How often a request without an answer is sent again, where it may be: after 1, 2 and 4 seconds. */
const again = 3
/** Neither limits (they are waited for) nor conflicts are mended by asking again. */
const doNotRetry = [400, 401, 403, 404, 409, 410, 422, 429, 451]

/**
 * Octokit with its plugins for retries and throttling, loaded only now. Which requests are sent again, and which have to keep a
 * distance, is theirs to know; all waiting is the machine's: the timers of the plugins would not hear an interrupt.
 */
export async function createOctokit(settings: OctokitSettings): Promise<Octokit> {
  const [core, { retry }, { throttling }] = await Promise.all([
    import('@octokit/core'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ])
  const silent = () => undefined
  const patient = (octokit: Octokit) => waitByMachine(octokit, settings)
  // The first one is the innermost: it hears of a failure before the other two.
  return new (core.Octokit.plugin(patient, retry, throttling))({
    auth: settings.token,
    baseUrl: settings.apiUrl,
    userAgent: 'msb-migrate',
    log: { debug: silent, info: silent, warn: silent, error: silent },
    request: { fetch: settings.fetch },
    retry: { doNotRetry, retries: again, retryAfterBaseValue: 0 },
    throttle: throttleOptions(settings),
  } satisfies OctokitOptions)
}

function throttleOptions({ machine, pace, between }: OctokitSettings): ThrottlingOptions {
  const options: ThrottlingOptions = {
    retryAfterBaseValue: 0,
    onRateLimit: () => false,
    onSecondaryRateLimit: (_seconds, _options, _octokit, count) => count < refusals,
  }
  const searches = createPace(machine, between ?? 2000)
  const notifications = createPace(machine, between ?? 3000)
  // Its types ask for groups of Bottleneck; this is what it calls of them.
  return Object.assign(options, {
    global: rowOf(() => pace.turn(false)),
    write: rowOf(() => pace.turn(true)),
    search: rowOf(() => searches.turn(true)),
    // What sends mails: opened pull requests, comments, reviewers.
    notifications: rowOf(() => notifications.turn(true)),
  })
}

function rowOf(turn: () => Promise<void>) {
  const schedule = async (
    _options: unknown,
    task: (...args: readonly unknown[]) => unknown,
    ...args: readonly unknown[]
  ) => {
    await turn()
    return task(...args)
  }
  return { key: () => ({ schedule }) }
}

function waitByMachine(octokit: Octokit, { pace, host }: OctokitSettings): void {
  octokit.hook.after('request', (answer) => {
    const headers = headersOf(answer.headers)
    const wait = headers.has('retry-after') ? undefined : askedWait(headers)
    // This answer used the limit up: the next request would only be refused.
    if (wait !== undefined && wait <= patience) pace.pause(wait, `${host} asks to wait`)
  })
  octokit.hook.error('request', async (error, { request }) => {
    if (!('status' in error)) throw error
    const headers = headersOf(error.response?.headers ?? {})
    if (isRateLimited(error.status, headers) || isSecondary(error)) {
      const wait = askedWait(headers) ?? unsaid
      if (wait > patience) {
        const minutes = Math.ceil(wait / 60_000)
        throw new ForgeError('limited', `${host} takes no more requests for ${minutes} minutes.`)
      }
      pace.pause(wait, `${host} asks to wait`)
      // The words by which the plugin knows it; older Enterprise servers, and proxies, have others.
      error.message = `Secondary rate limit: ${error.message}`
      throw error
    }
    const { retries = again, retryCount = 0 } = request
    if (error.status >= 500 && retryCount < retries) await pace.rest(2 ** retryCount * 1000)
    throw error
  })
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
const isSecondary = (error: { readonly status: number; readonly message: string }) =>
  error.status === 403 && /secondary rate limit|abuse detection/i.test(error.message)
