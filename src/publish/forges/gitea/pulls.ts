import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Pull, Repository } from '../../forge.ts'
import { draftTitle, nothing, pullAnswer } from './answers.ts'
import { type GiteaApi, numbered, routeOf } from './api.ts'
import { readHead, removeBranch } from './branches.ts'
import { restPath } from '../rest/rest-path.ts'

export const pullsAnswer = z.array(pullAnswer)

/** Every pull request whose branch begins with `prefix`, newest first. */
export async function readPulls(
  { client }: GiteaApi,
  repository: Repository,
  prefix: string,
): Promise<readonly Pull[]> {
  // Gitea says 404 of an empty repository.
  if (repository.defaultBranch === undefined) return []
  const route = `${routeOf(repository)}/pulls`
  const pulls: Pull[] = []
  for await (const page of client.pages(route, pullsAnswer, numbered(route, { state: 'all' }))) {
    pulls.push(...page.flatMap(({ pull }) => (pull.branch.startsWith(prefix) ? [pull] : [])))
  }
  return pulls.sort((one, other) => other.number - one.number)
}

export const pullRoute = (repository: Repository, number: number) =>
  `${routeOf(repository)}${restPath`/pulls/${number}`}`

export async function updatePull(
  { client }: GiteaApi,
  repository: Repository,
  pull: Pull,
  text: { readonly title: string; readonly body: string },
): Promise<void> {
  const body = { title: draftTitle(text.title, pull.isDraft), body: text.body }
  await client.write('PATCH', pullRoute(repository, pull.number), body, nothing)
}

/** Closes it, removes its branch where nobody has pushed since, and comments. */
export async function closePull(
  api: GiteaApi,
  repository: Repository,
  pull: Pull,
  text: { readonly body: string; readonly comment: string },
): Promise<void> {
  const change = { state: 'closed', body: text.body }
  // The answer has where the branch is now; asking again would only be later.
  const closed = await api.client.write(
    'PATCH',
    pullRoute(repository, pull.number),
    change,
    pullAnswer,
    // "Already merged".
    { problem: (status) => (status === 412 ? 'invalid' : undefined) },
  )
  if (closed.pull.head === pull.head) {
    const path = closed.pull.headRepository ?? repository.path
    await removeBranch(api, { path }, pull.branch)
  }
  const comments = `${routeOf(repository)}${restPath`/issues/${pull.number}/comments`}`
  await api.client.write('POST', comments, { body: text.comment }, nothing)
}

/** Throws ForgeError 'not-found' where its branch is gone: Gitea would close it again by itself. */
export async function reopenPull(api: GiteaApi, repository: Repository, pull: Pull): Promise<void> {
  const path = pull.headRepository ?? repository.path
  if ((await readHead(api, { path }, pull.branch)) === undefined) {
    throw new ForgeError(
      'not-found',
      `${pull.url} can't be opened again: its branch ${pull.branch} is gone.`,
    )
  }
  const route = pullRoute(repository, pull.number)
  await api.client.write('PATCH', route, { state: 'open' }, nothing, {
    problem: (status) => (status === 412 ? 'invalid' : undefined),
  })
}
