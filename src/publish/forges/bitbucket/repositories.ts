import { ForgeError } from '../../forge-error.ts'
import type { Repository, Selection } from '../../forge.ts'
import { type BitbucketApi, pageOf, readAll, routeOf } from './api.ts'
import { readHead } from './push.ts'
import { type BitbucketRepository, repositoryShape, toRepository } from './shapes.ts'
import { restPath } from '../rest/rest-path.ts'

const described = ({ settings }: BitbucketApi, found: BitbucketRepository) =>
  toRepository(found, settings.origin, settings.token !== undefined)

export async function readRepository(
  api: BitbucketApi,
  path: string,
): Promise<Repository | undefined> {
  const found = await api.client.find(routeOf({ path }), repositoryShape)
  return found && described(api, found)
}

/** Repositories of a workspace; `query` in Bitbucket's language: https://developer.atlassian.com/cloud/bitbucket/rest/intro/#filtering */
export async function* listRepositories(
  api: BitbucketApi,
  { org, topic, query }: Selection,
): AsyncGenerator<Repository> {
  if (org === undefined) {
    throw new ForgeError('invalid', 'Bitbucket searches in one workspace: name it with --org.')
  }
  if (topic !== undefined) {
    const hint = 'use --query, as in --query \'project.key="WEB"\''
    throw new ForgeError('invalid', `Bitbucket has no topics: ${hint}.`)
  }
  const pages = api.client.pages(restPath`/repositories/${org}`, pageOf(repositoryShape), {
    query: { pagelen: 100, sort: 'full_name', ...(query === undefined ? {} : { q: query }) },
    next: (page) => page.next,
  })
  for await (const { values } of pages) {
    for (const found of values) yield described(api, found)
  }
}

/**
 * The copy in the token owner's own workspace. Bitbucket's API can't bring an old one up to date: one that is behind has to be synced by
 * its owner, or removed.
 */
export async function forkRepository(
  api: BitbucketApi,
  repository: Repository,
  baseBranch: string,
): Promise<Repository> {
  const { client } = api
  const { uuid, username } = await api.viewer()
  const path = `${routeOf(repository)}/forks`
  const forks = await readAll(client, path, repositoryShape, { pagelen: 100 })
  const own = forks.find(({ owner }) => uuid !== undefined && owner?.uuid === uuid)
  if (own === undefined && username === undefined) {
    throw new ForgeError('invalid', 'Only the token of a user can make a fork at Bitbucket.')
  }
  const body = { workspace: { slug: username } }
  const fork = described(api, own ?? (await client.write('POST', path, body, repositoryShape)))
  const [there, here] = [
    await readHead(api, fork, baseBranch),
    await readHead(api, repository, baseBranch),
  ]
  if (there === here) return fork
  throw new ForgeError(
    'invalid',
    `${baseBranch} of the fork ${fork.path} is not that of ${repository.path}: sync the fork on its page, or remove it.`,
  )
}
