import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Repository, Selection } from '../../forge.ts'
import { nothing, repositoryAnswer, searchAnswer } from './answers.ts'
import type { GithubBranches } from './branches.ts'
import { type GithubClient, placeOf } from './client.ts'
import { createPace } from '../rest/pace.ts'
import type { ForgeMachine } from '../../forge.ts'

const list = z.array(repositoryAnswer)

/** GitHub finds no more than that: https://docs.github.com/en/rest/search/search */
const mostFound = 1000

/** The repositories of an organisation or user, of a topic, or that a search finds. */
export async function* selectRepositories(
  client: GithubClient,
  viewer: () => Promise<string>,
  { org, topic, query }: Selection,
): AsyncGenerator<Repository> {
  const found =
    query === undefined && org !== undefined
      ? ofOwner(client, viewer, org)
      : bySearch(client, { org, topic, query })
  for await (const page of found) {
    for (const repository of page) {
      if (topic === undefined || repository.topics.includes(topic.toLowerCase())) yield repository
    }
  }
}

async function* ofOwner(
  client: GithubClient,
  viewer: () => Promise<string>,
  owner: string,
): AsyncGenerator<readonly Repository[]> {
  const ordered = { sort: 'full_name' }
  try {
    yield* client.pages('GET /orgs/{owner}/repos', { owner, ...ordered }, list)
    return
  } catch (error) {
    if (!(error instanceof ForgeError && error.problem === 'not-found')) throw error
  }
  // Only the own list has the private ones.
  const isOwn = (await viewer()).toLowerCase() === owner.toLowerCase()
  yield* isOwn
    ? client.pages('GET /user/repos', { affiliation: 'owner', ...ordered }, list)
    : client.pages('GET /users/{owner}/repos', { owner, ...ordered }, list)
}

async function* bySearch(
  client: GithubClient,
  { org, topic, query }: Selection,
): AsyncGenerator<readonly Repository[]> {
  const q = [
    ...(query === undefined ? [] : [query]),
    ...(org === undefined ? [] : [`org:${org}`]),
    ...(topic === undefined ? [] : [`topic:${topic}`]),
  ].join(' ')
  for await (const page of client.pages('GET /search/repositories', { q }, searchAnswer)) {
    if (page.total_count > mostFound || page.incomplete_results) {
      const why =
        page.total_count > mostFound
          ? `finds ${page.total_count} repositories, and ${client.host} gives ${mostFound} of them`
          : `was not finished by ${client.host}`
      throw new ForgeError('invalid', `The search "${q}" ${why}: narrow it, or take --org.`)
    }
    yield page.items
  }
}

export async function readRepository(
  client: GithubClient,
  branches: GithubBranches,
  path: string,
): Promise<Repository | undefined> {
  const route = 'GET /repos/{owner}/{repo}'
  const found = await client.find(route, placeOf({ path }), repositoryAnswer)
  // An empty one has a default branch by name, and no size; one that was just filled has no size, too.
  if (found?.defaultBranch === undefined || found.size !== 0) return found
  const head = await branches.head(found, found.defaultBranch)
  return head === undefined ? { ...found, defaultBranch: undefined } : found
}

/** Milliseconds between two looks whether a fork is ready, and how many: "up to 5 minutes". */
const looks = { between: 3000, most: 100 }

/** The token owner's fork, made if need be, its base branch as in the original. Throws ForgeError. */
export async function forkRepository(
  client: GithubClient,
  branches: GithubBranches,
  machine: ForgeMachine,
  repository: Repository,
  baseBranch: string,
): Promise<Repository> {
  const theirs = await branches.head(repository, baseBranch)
  if (theirs === undefined) {
    throw new ForgeError('not-found', `${repository.path} has no branch ${baseBranch}.`)
  }
  // A fork that is there already is the answer, too. The files come after it.
  const route = 'POST /repos/{owner}/{repo}/forks'
  const fork = await client.write(route, { ...placeOf(repository) }, repositoryAnswer)
  const pace = createPace(machine, 0)
  let ours = await branches.head(fork, baseBranch)
  for (let look = 1; ours === undefined && look < looks.most; look += 1) {
    await pace.rest(looks.between)
    ours = await branches.head(fork, baseBranch)
  }
  if (ours !== theirs) await bringUpToDate(client, repository, fork, baseBranch)
  return fork
}

/** A branch of the fork with commits of its own is left alone: to merge there would be a change nobody asked for. */
async function bringUpToDate(
  client: GithubClient,
  repository: Repository,
  fork: Repository,
  branch: string,
): Promise<void> {
  const { owner } = placeOf(fork)
  const compare = 'GET /repos/{owner}/{repo}/compare/{basehead}'
  const basehead = `${branch}...${owner}:${branch}`
  const shape = z.object({ ahead_by: z.number() })
  const { ahead_by: ahead } = await client.read(
    compare,
    { ...placeOf(repository), basehead },
    shape,
  )
  if (ahead > 0) {
    throw new ForgeError(
      'invalid',
      `The branch ${branch} of your fork ${fork.path} has commits that ${repository.path} does not have: bring it up to date first.`,
    )
  }
  const route = 'POST /repos/{owner}/{repo}/merge-upstream'
  await client.write(route, { ...placeOf(fork), branch }, nothing)
}
