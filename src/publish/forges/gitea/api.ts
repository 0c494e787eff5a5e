import { z } from 'zod'
import type { ForgeSettings, Repository } from '../../forge.ts'
import { createRestClient, type PageOptions, type RestClient } from '../rest/rest-client.ts'
import { encodeFilePath, nextLink, type Query } from '../rest/rest-path.ts'

/** What every part of Gitea's program has in hand. */
export interface GiteaApi {
  readonly client: RestClient
  readonly origin: string
  readonly host: string
  /** Asked once. */
  readonly viewer: () => Promise<string>
}

/** The most that Gitea gives on a page, unless its administrator wants it otherwise. */
export const pageSize = 50

export function createGiteaApi({ origin, token, pace, machine }: ForgeSettings): GiteaApi {
  const { host } = new URL(origin)
  const client = createRestClient({
    base: `${origin}/api/v1`,
    headers: token === undefined ? {} : { Authorization: `token ${token}` },
    secrets: token === undefined ? [] : [token],
    hostName: host,
    // It asks for none by itself.
    pace: pace ?? 0,
    machine,
  })
  let login: Promise<string> | undefined
  return {
    client,
    origin,
    host,
    viewer: () => (login ??= readLogin(client)),
  }
}

const readLogin = async (client: RestClient) =>
  (await client.read('/user', z.object({ login: z.string() }))).login

export const routeOf = ({ path }: Pick<Repository, 'path'>) => `/repos/${encodeFilePath(path)}`

/**
 * Pages by number: the links to them have the address that Gitea has of itself in its settings, which behind a proxy may be another.
 */
export function numbered<T>(path: string, query: Query): PageOptions<T> & { query: Query } {
  const asked: Query = { limit: pageSize, ...query }
  let page = 1
  return {
    query: asked,
    next: (_page, headers) => {
      if (nextLink(headers) === undefined) return undefined
      page += 1
      const search = new URLSearchParams()
      for (const [name, value] of Object.entries<Query[string]>({ ...asked, page })) {
        if (value !== undefined) search.set(name, String(value))
      }
      return `${path}?${search.toString()}`
    },
  }
}
