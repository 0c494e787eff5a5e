import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Repository, Selection } from '../../forge.ts'
import { nothing, repositoryAnswer } from './answers.ts'
import { type GiteaApi, numbered, routeOf } from './api.ts'
import { readHead } from './branches.ts'
import { encodeFilePath, restPath } from '../rest/rest-path.ts'

const list = z.array(repositoryAnswer)
const searched = z.object({ data: list })

/** The repositories of an organisation or user, of a topic, or that a search finds. */
export async function* selectRepositories(
  api: GiteaApi,
  { org, topic, query }: Selection,
): AsyncGenerator<Repository> {
  const found =
    query === undefined && org !== undefined ? ofOwner(api, org) : bySearch(api, org, topic, query)
  for await (const page of found) {
    for (const repository of page) {
      // The search takes a topic for a word, and finds longer ones, too.
      if (topic === undefined || repository.topics.includes(topic.toLowerCase())) yield repository
    }
  }
}

async function* ofOwner(
  { client }: GiteaApi,
  owner: string,
): AsyncGenerator<readonly Repository[]> {
  const organisation = `/orgs/${encodeFilePath(owner)}/repos`
  const user = `/users/${encodeFilePath(owner)}/repos`
  try {
    yield* client.pages(organisation, list, numbered(organisation, {}))
  } catch (error) {
    if (!(error instanceof ForgeError && error.problem === 'not-found')) throw error
    yield* client.pages(user, list, numbered(user, {}))
  }
}

async function* bySearch(
  { client }: GiteaApi,
  org: string | undefined,
  topic: string | undefined,
  query: string | undefined,
): AsyncGenerator<readonly Repository[]> {
  // To Gitea an organisation is a user.
  const owner =
    org === undefined
      ? undefined
      : await client.read(restPath`/users/${org}`, z.object({ id: z.number() }))
  const route = '/repos/search'
  const asked = {
    q: query ?? topic,
    topic: query === undefined ? true : undefined,
    uid: owner?.id,
    exclusive: owner === undefined ? undefined : true,
    sort: 'id',
    order: 'asc',
  }
  for await (const page of client.pages(route, searched, numbered(route, asked))) yield page.data
}

export const readRepository = ({ client }: GiteaApi, path: string) =>
  client.find(routeOf({ path }), repositoryAnswer)

/** The token owner's fork, made if need be, its base branch as in the original. Throws ForgeError. */
export async function forkRepository(
  api: GiteaApi,
  repository: Repository,
  baseBranch: string,
): Promise<Repository> {
  const { client } = api
  const name = repository.path.split('/')[1] ?? ''
  const own = await readRepository(api, `${await api.viewer()}/${name}`)
  const fork =
    own?.parent === repository.path ? own : ((await findFork(api, repository)) ?? undefined)
  if (fork === undefined) {
    // Another repository may have the name.
    const body = own === undefined ? {} : { name: repository.path.replace('/', '-') }
    return client.write('POST', `${routeOf(repository)}/forks`, body, repositoryAnswer)
  }
  const [theirs, ours] = await Promise.all([
    readHead(api, repository, baseBranch),
    readHead(api, fork, baseBranch),
  ])
  if (theirs === ours) return fork
  await client.write(
    'POST',
    `${routeOf(fork)}/merge-upstream`,
    { branch: baseBranch, ff_only: true },
    nothing,
  )
  if ((await readHead(api, fork, baseBranch)) === theirs) return fork
  throw new ForgeError(
    'invalid',
    `The branch ${baseBranch} of your fork ${fork.path} is not as in ${repository.path}: bring it up to date first.`,
  )
}

async function findFork(api: GiteaApi, repository: Repository): Promise<Repository | undefined> {
  const owner = await api.viewer()
  const route = `${routeOf(repository)}/forks`
  for await (const page of api.client.pages(route, list, numbered(route, {}))) {
    const fork = page.find(({ path }) => path.split('/')[0] === owner)
    if (fork !== undefined) return fork
  }
  return undefined
}
