import type { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { ForgeSettings, Repository } from '../../forge.ts'
import { sendPatiently } from './fetch.ts'
import { isUnclear, readAnswer, toForgeError } from './errors.ts'
import { createOctokit } from './octokit.ts'
import { createPace, type Pace } from '../rest/pace.ts'
import { createRedactor } from '../rest/redact.ts'
import { nextLink } from '../rest/rest-path.ts'

export interface GithubSettings extends ForgeSettings {
  /** Where the API is, if not where GitHub has it. */
  readonly apiUrl?: string | undefined
}

/** What goes into a route's places, its query or its body. */
export type Parameters = Readonly<Record<string, unknown>>

/** Every function throws ForgeError. Routes are 'GET /repos/{owner}/{repo}'. */
export interface GithubClient {
  readonly host: string
  readonly read: <T>(route: string, parameters: Parameters, shape: z.ZodType<T>) => Promise<T>
  /** Undefined where it is not there. */
  readonly find: <T>(
    route: string,
    parameters: Parameters,
    shape: z.ZodType<T>,
  ) => Promise<T | undefined>
  /** Pages of 100, as the caller asks for them. */
  readonly pages: <T>(
    route: string,
    parameters: Parameters,
    shape: z.ZodType<T>,
  ) => AsyncGenerator<T>
  /** For what may be done twice without harm: it is tried again like a read. */
  readonly write: <T>(route: string, parameters: Parameters, shape: z.ZodType<T>) => Promise<T>
  /** Sent once: 'unreachable' and 'server' leave open whether it was done. */
  readonly attempt: <T>(route: string, parameters: Parameters, shape: z.ZodType<T>) => Promise<T>
  /**
   * For what must not be done twice. After an unclear answer (none, a cut one, 502) `look` finds out whether it was done before the task
   * runs again; undefined: it was not.
   */
  readonly once: <T>(task: () => Promise<T>, look: () => Promise<T | undefined>) => Promise<T>
  /** Sent once, like `attempt`. */
  readonly graphql: <T>(query: string, variables: Parameters, shape: z.ZodType<T>) => Promise<T>
}

/** How often what got no clear answer is tried in all. */
const tries = 3
/** GitHub may still be at work on what it gave no clear answer to. */
const settling = 2000

export async function createGithubClient(settings: GithubSettings): Promise<GithubClient> {
  const { origin, token, machine } = settings
  const { host } = new URL(origin)
  const redact = createRedactor(token === undefined ? [] : [token])
  // https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests
  const pace: Pace = createPace(machine, settings.pace ?? 1000)
  const octokit = await createOctokit({
    apiUrl: settings.apiUrl ?? apiUrlOf(origin),
    token,
    pace,
    machine,
    host,
    between: settings.pace,
    fetch: sendPatiently(machine),
  })

  async function send(route: string, parameters: Parameters, isRepeatable: boolean) {
    const [method = '', template = ''] = route.split(' ')
    const { url } = octokit.request.endpoint(route, parameters)
    const what = redact(
      `${method} ${URL.canParse(url) ? new URL(url).pathname : template} at ${host}`,
    )
    try {
      // To name a number above 0 would make the plugin repeat refusals, too.
      const request = isRepeatable ? {} : { retries: 0 }
      const answer: unknown = await octokit.request(route, { ...parameters, request })
      return { ...readAnswer(answer, what), what }
    } catch (error) {
      throw toForgeError(error, { what, redact, machine })
    }
  }

  async function ask<T>(
    route: string,
    parameters: Parameters,
    shape: z.ZodType<T>,
    isRepeatable: boolean,
  ): Promise<T> {
    const { data, what } = await send(route, parameters, isRepeatable)
    return shaped(data, shape, what)
  }

  async function once<T>(task: () => Promise<T>, look: () => Promise<T | undefined>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await task()
      } catch (error) {
        // An earlier try came through while this one was on its way.
        const isLate = attempt > 1 && error instanceof ForgeError && error.problem === 'exists'
        if (!isLate && !isUnclear(error)) throw error
        await pace.rest(settling)
        const done = await look()
        if (done !== undefined) return done
        if (isLate || attempt === tries) throw error
      }
    }
  }

  async function* pages<T>(
    route: string,
    parameters: Parameters,
    shape: z.ZodType<T>,
  ): AsyncGenerator<T> {
    for (let page = 1; ; page += 1) {
      const { data, headers, what } = await send(
        route,
        { ...parameters, per_page: 100, page },
        true,
      )
      yield shaped(data, shape, what)
      if (nextLink(headers) === undefined) return
    }
  }

  return {
    host,
    once,
    pages,
    attempt: (route, parameters, shape) => ask(route, parameters, shape, false),
    read: (route, parameters, shape) => ask(route, parameters, shape, true),
    write: (route, parameters, shape) => ask(route, parameters, shape, true),
    find: async (route, parameters, shape) => {
      try {
        return await ask(route, parameters, shape, true)
      } catch (error) {
        if (error instanceof ForgeError && error.problem === 'not-found') return undefined
        throw error
      }
    },
    graphql: async (query, variables, shape) => {
      const what = `A query at ${host}`
      try {
        return shaped(
          await octokit.graphql<unknown>(query, {
            ...variables,
            request: { retries: 0 },
          }),
          shape,
          what,
        )
      } catch (error) {
        throw toForgeError(error, { what, redact, machine })
      }
    },
  }
}

function shaped<T>(data: unknown, shape: z.ZodType<T>, what: string): T {
  const result = shape.safeParse(data)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.')
  throw new ForgeError(
    'server',
    `${what} was answered in a form that is not known: ${where ? `${where}: ` : ''}${issue?.message ?? ''}`,
  )
}

/** https://docs.github.com/en/enterprise-server/rest/quickstart, and ghe.com for Enterprise Cloud with data residency. */
function apiUrlOf(origin: string): string {
  const { host, protocol } = new URL(origin)
  const isCloud = host === 'github.com' || host.endsWith('.ghe.com')
  return isCloud ? `${protocol}//api.${host}` : `${origin}/api/v3`
}

/** A repository's place in routes. Throws ForgeError 'invalid' for what can't be one of GitHub's. */
export function placeOf({ path }: Pick<Repository, 'path'>): {
  readonly owner: string
  readonly repo: string
} {
  const [owner, repo, ...rest] = path.split('/')
  if (owner && repo && rest.length === 0) return { owner, repo }
  throw new ForgeError('invalid', `${path} is not the name of a repository: owner/name is.`)
}
