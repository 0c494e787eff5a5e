import { z } from 'zod'
import type { ForgeSettings, Repository } from '../../forge.ts'
import { withForms } from './form.ts'
import { accountShape, type Account } from './shapes.ts'
import { createRestClient, type RestClient } from '../rest/rest-client.ts'
import { encodeFilePath, restPath } from '../rest/rest-path.ts'

/** What the parts of Bitbucket's program have in hand. */
export interface BitbucketApi {
  readonly client: RestClient
  readonly settings: ForgeSettings
  readonly host: string
  /** Whose the token is. Asked once. */
  readonly viewer: () => Promise<Account>
  /** The members of a workspace. Asked once each. */
  readonly members: (workspace: string) => Promise<readonly Account[]>
  /** Commits seen so far by their abbreviation, which is all that a pull request has of them. */
  readonly commits: Map<string, string>
}

/** Bitbucket lets some thousand requests through an hour: https://support.atlassian.com/bitbucket-cloud/docs/api-request-limits/ */
const writePace = 1000

export function openBitbucket(settings: ForgeSettings): BitbucketApi {
  const { origin, token, pace, machine } = settings
  const { host } = new URL(origin)
  const client = createRestClient({
    base: host === 'bitbucket.org' ? 'https://api.bitbucket.org/2.0' : `${origin}/2.0`,
    headers: token === undefined ? {} : { Authorization: authorization(token) },
    secrets: token === undefined ? [] : [token, ...token.split(':').slice(1)],
    hostName: host,
    pace: pace ?? writePace,
    machine: { ...machine, fetch: withForms(machine.fetch) },
  })
  let viewer: Promise<Account> | undefined
  const members = new Map<string, Promise<readonly Account[]>>()
  return {
    client,
    settings,
    host,
    viewer: () => (viewer ??= client.read('/user', accountShape)),
    members: (workspace) => {
      const asked = members.get(workspace) ?? readMembers(client, workspace)
      members.set(workspace, asked)
      return asked
    },
    commits: new Map(),
  }
}

/**
 * A token of a user goes with the user's mail address (`mail:token`), an old app password with the user's name; an access token of a
 * repository, project or workspace stands alone: https://developer.atlassian.com/cloud/bitbucket/rest/intro/#authentication
 */
const authorization = (token: string) => (token.includes(':') ? basic(token) : `Bearer ${token}`)

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`

/** Git wants a name of its own with a token: https://support.atlassian.com/bitbucket-cloud/docs/using-api-tokens/ */
export function gitAuthorization(token: string | undefined): string | undefined {
  if (token === undefined) return undefined
  if (!token.includes(':')) return basic(`x-token-auth:${token}`)
  const [user = '', ...secret] = token.split(':')
  return user.includes('@') ? basic(`x-bitbucket-api-token-auth:${secret.join(':')}`) : basic(token)
}

export const routeOf = ({ path }: Pick<Repository, 'path'>) =>
  `/repositories/${encodeFilePath(path)}`

/** Bitbucket's pages have the address of the next one in them. */
export const pageOf = <T>(value: z.ZodType<T>) =>
  z.object({ values: z.array(value), next: z.string().optional() })

/** Every value of every page. `path` may have a query of its own, for what is repeated in it. */
export async function readAll<T>(
  client: RestClient,
  path: string,
  value: z.ZodType<T>,
  query: Readonly<Record<string, string | number>> = {},
): Promise<readonly T[]> {
  const values: T[] = []
  const next = (page: { readonly next?: string | undefined }) => page.next
  for await (const page of client.pages(path, pageOf(value), { query, next })) {
    values.push(...page.values)
  }
  return values
}

async function readMembers(client: RestClient, workspace: string): Promise<readonly Account[]> {
  const path = restPath`/workspaces/${workspace}/members`
  const memberships = await readAll(client, path, z.object({ user: accountShape }), {
    pagelen: 100,
  })
  return memberships.map(({ user }) => user)
}
