import type { Gitlab } from '@gitbeaker/rest'
import { z } from 'zod'
import { ForgeError, type ForgeProblem } from '../../forge-error.ts'
import type { ForgeSettings } from '../../forge.ts'
import { createRestClient, type RestClient } from '../rest/rest-client.ts'
import type { Query } from '../rest/rest-path.ts'

/** What the parts of GitLab's program have in hand. */
export interface GitlabApi {
  readonly gitlab: Gitlab
  /** The path of a project by its number; undefined where it is gone or may not be seen. Asked once each. */
  readonly pathOf: (id: number) => Promise<string | undefined>
  /** From which project a fork's commits start, as `fork` found it. */
  readonly originals: Map<string, string>
  /** Runs one after another what is about the same branch. */
  readonly inTurn: <T>(branch: string, run: () => Promise<T>) => Promise<T>
  readonly settings: ForgeSettings
  readonly host: string
}

/** GitLab.com lets 60 comments through a minute, and most of what is written here is followed by one. */
const writePace = 1000

/**
 * Gitbeaker knows GitLab's paths, parameters and pages; what it sends goes through the same client as that of the other hosts, as its
 * own one waits by the machine's timers, tries some writes twice and does not hear of Retry-After.
 */
export async function openGitlab(settings: ForgeSettings): Promise<GitlabApi> {
  const { origin, token, pace, machine } = settings
  const { host } = new URL(origin)
  const client = createRestClient({
    base: `${origin}/api/v4`,
    // Takes personal, project, group and OAuth tokens alike: https://docs.gitlab.com/api/rest/authentication/
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    secrets: token === undefined ? [] : [token],
    hostName: host,
    pace: pace ?? writePace,
    machine,
  })
  const { Gitlab } = await import('@gitbeaker/rest')
  // The token stays with the client: Gitbeaker has no need of it.
  const gitlab = new Gitlab({
    host: origin,
    queryTimeout: null,
    requesterFn: ({ url }) => createRequester(client, new URL(url).pathname),
  })
  const paths = new Map<number, Promise<string | undefined>>()
  const pathOf = (id: number) => {
    const path = paths.get(id) ?? readPath(gitlab, id)
    paths.set(id, path)
    return path
  }
  return { gitlab, pathOf, originals: new Map(), inTurn: createTurns(), settings, host }
}

function createTurns(): GitlabApi['inTurn'] {
  const last = new Map<string, Promise<unknown>>()
  return async (branch, run) => {
    const before = last.get(branch)
    const mine = before === undefined ? run() : before.then(run, run)
    last.set(branch, mine)
    try {
      return await mine
    } finally {
      if (last.get(branch) === mine) last.delete(branch)
    }
  }
}

async function readPath(gitlab: Gitlab, id: number): Promise<string | undefined> {
  const project = await findOrNone(gitlab.Projects.show(id))
  const shape = z.object({ path_with_namespace: z.string() }).optional()
  return readGitlab(shape, project, 'A project')?.path_with_namespace
}

interface Options {
  readonly body?: object
  readonly searchParams?: Readonly<Record<string, unknown>>
}

interface Answer<T> {
  readonly body: T
  readonly headers: Record<string, string>
  readonly status: number
}

/** `root`: '/api/v4/', or with a first part that is the same for all paths of a resource: '/api/v4/projects' */
function createRequester(client: RestClient, root: string) {
  const part = root.replace(/^\/api\/v4\/?/, '')
  const pathTo = (endpoint: string) => (part === '' ? `/${endpoint}` : `/${part}/${endpoint}`)
  async function get<T>(endpoint: string, options: Options = {}): Promise<Answer<T>> {
    const path = pathTo(endpoint)
    const query = queryOf(options.searchParams ?? {})
    if (endpoint.endsWith('/raw')) {
      const bytes = await client.bytes(path, { query })
      return { body: z.custom<T>().parse(bytes), headers: {}, status: 200 }
    }
    let headers: Record<string, string> = {}
    let body: T | undefined
    const next = (_page: T, answered: Headers) => {
      headers = Object.fromEntries(answered)
      // Gitbeaker goes on by itself, as far as it is asked to.
      return undefined
    }
    for await (const page of client.pages(path, z.custom<T>(), { query, next })) body = page
    return { body: z.custom<T>().parse(body), headers, status: 200 }
  }
  const write =
    (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE') =>
    async <T>(endpoint: string, { body, searchParams = {} }: Options = {}) => {
      const sent =
        body === undefined || Object.keys(body).length === 0 ? undefined : snakeKeys(body)
      const options = { query: queryOf(searchParams), problem }
      const answer = await client.write(method, pathTo(endpoint), sent, z.custom<T>(), options)
      return { body: answer, headers: {}, status: 200 }
    }
  return {
    get,
    post: write('POST'),
    put: write('PUT'),
    patch: write('PATCH'),
    delete: write('DELETE'),
  }
}

/** GitLab says with status 400 what others have a status of their own for. */
function problem(status: number, said: string): ForgeProblem | undefined {
  if (status !== 400) return undefined
  if (/branch called .* already exists/i.test(said)) return 'exists'
  // The base is pinned by its id, so this is about what the caller believes to be in it.
  if (/file with this name (already exists|doesn't exist)/i.test(said)) return 'moved'
  return /could not update|reference .*(locked|update)/i.test(said) ? 'moved' : undefined
}

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [snake(name), snakeKeys(part)]),
  )
}

const simple = z.union([z.string(), z.number(), z.boolean()]).optional()

const queryOf = (parameters: Readonly<Record<string, unknown>>): Query =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [snake(name), simple.parse(value)]),
  )

/** An answer by its shape. Throws ForgeError 'server'. */
export function readGitlab<T>(shape: z.ZodType<T>, value: unknown, what: string): T {
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new ForgeError(
    'server',
    `${what} came from GitLab in a form that is not known: ${where}: ${issue?.message ?? ''}`,
  )
}

/** Undefined where GitLab says that it is not there. */
export async function findOrNone<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof ForgeError && error.problem === 'not-found') return undefined
    throw error
  }
}
