import { z } from 'zod'
import type { Pull, Repository } from '../../forge.ts'
import { ForgeError } from '../../forge-error.ts'
import { writtenAnswer, pullAnswer } from './answers.ts'
import type { GithubBranches } from './branches.ts'
import { type GithubClient, placeOf } from './client.ts'

export const pullsAnswer = z.array(pullAnswer)

/** This program's first day: no older pull request is one of its own, and the pages with them need not be read. */
const firstDay = '2026-11-21'

/** Every pull request whose branch begins with `prefix`, newest first. */
export async function readPulls(
  client: GithubClient,
  repository: Repository,
  prefix: string,
): Promise<readonly Pull[]> {
  const pulls: Pull[] = []
  const query = { state: 'all', sort: 'created', direction: 'desc' }
  const route = 'GET /repos/{owner}/{repo}/pulls'
  for await (const page of client.pages(route, { ...placeOf(repository), ...query }, pullsAnswer)) {
    pulls.push(...page.flatMap(({ pull }) => (pull.branch.startsWith(prefix) ? [pull] : [])))
    if (page.some(({ createdAt }) => createdAt < firstDay)) break
  }
  return pulls.sort((one, other) => other.number - one.number)
}

/** Done twice it is the same. */
const patch = (client: GithubClient, repository: Repository, number: number, body: object) =>
  client.write(
    'PATCH /repos/{owner}/{repo}/pulls/{number}',
    { ...placeOf(repository), number, ...body },
    writtenAnswer,
  )

export async function updatePull(
  client: GithubClient,
  repository: Repository,
  pull: Pull,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  await patch(client, repository, pull.number, { title, body })
}

/** Closes it, comments, and removes its branch where nobody has pushed since. */
export async function closePull(
  client: GithubClient,
  branches: GithubBranches,
  repository: Repository,
  pull: Pull,
  { body, comment }: { readonly body: string; readonly comment: string },
): Promise<void> {
  await patch(client, repository, pull.number, { state: 'closed', body })
  await commentOnce(client, repository, pull.number, comment)
  const path = pull.headRepository
  // The fork is gone, and the branch with it.
  if (path === undefined) return
  try {
    await branches.move({ path }, pull.branch, pull.head, undefined)
  } catch (error) {
    const isOthers = error instanceof ForgeError && error.problem === 'moved'
    if (!isOthers) throw error
  }
}

async function commentOnce(
  client: GithubClient,
  repository: Repository,
  number: number,
  body: string,
): Promise<void> {
  const place = { ...placeOf(repository), number }
  const comments = '/repos/{owner}/{repo}/issues/{number}/comments'
  const shape = z.array(z.object({ body: z.string().nullish() }))
  await client.once<unknown>(
    () => client.attempt(`POST ${comments}`, { ...place, body }, writtenAnswer),
    async () => {
      for await (const page of client.pages(`GET ${comments}`, place, shape)) {
        if (page.some((comment) => comment.body === body)) return true
      }
      return undefined
    },
  )
}

/** GitHub opens none again whose branch is gone, so the branch is made again where it was. */
export async function reopenPull(
  client: GithubClient,
  branches: GithubBranches,
  repository: Repository,
  pull: Pull,
): Promise<void> {
  const from = { path: pull.headRepository ?? repository.path }
  if ((await branches.head(from, pull.branch)) === undefined) {
    await branches.create(from, pull.branch, pull.head)
  }
  await patch(client, repository, pull.number, { state: 'open' })
}
