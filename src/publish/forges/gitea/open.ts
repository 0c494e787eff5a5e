import { ForgeError } from '../../forge-error.ts'
import type { Opened, Pull, PullDraft, Repository } from '../../forge.ts'
import { draftTitle, nothing, pullAnswer } from './answers.ts'
import { type GiteaApi, routeOf } from './api.ts'
import type { GiteaLabels } from './labels.ts'
import { pullRoute, pullsAnswer } from './pulls.ts'
import { restPath } from '../rest/rest-path.ts'

type Answer = ReturnType<typeof pullAnswer.parse>

/** Opens a pull request. Throws ForgeError 'exists' where the branch has an open one. */
export async function openPull(
  api: GiteaApi,
  labels: GiteaLabels,
  repository: Repository,
  draft: PullDraft,
): Promise<Opened> {
  const { ids, complaints } = await labels.idsOf(repository, draft.labels)
  const made = await createPull(api, repository, draft, ids)
  await withdrawDuplicates(api, repository, draft, made.pull)
  // Whether it can be merged is looked at only now.
  const pull: Pull = { ...made.pull, hasConflicts: undefined }
  return { pull, complaints: [...complaints, ...(await askPeople(api, repository, draft, made))] }
}

async function createPull(
  { client }: GiteaApi,
  repository: Repository,
  draft: PullDraft,
  labels: readonly number[],
): Promise<Answer> {
  const route = `${routeOf(repository)}/pulls`
  const bare = {
    head: headOf(repository, draft),
    base: draft.base,
    title: draftTitle(draft.title, draft.isDraft),
    body: draft.body,
    ...(labels.length === 0 ? {} : { labels }),
  }
  const people = {
    ...(draft.assignees.length === 0 ? {} : { assignees: draft.assignees }),
    ...(draft.reviewers.length === 0 ? {} : { reviewers: draft.reviewers }),
    ...(draft.teamReviewers.length === 0 ? {} : { team_reviewers: draft.teamReviewers }),
  }
  try {
    return await client.write('POST', route, { ...bare, ...people }, pullAnswer)
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error
    if (error.problem === 'exists' || error.problem === 'interrupted') throw error
    // A person who may not review is found out only after the pull request was made, and then it says that it failed.
    const isWithPeople = Object.keys(people).length > 0
    const isUnclear = error.problem === 'unreachable' || error.problem === 'server'
    if (isWithPeople || isUnclear) {
      const open = await readOpen({ client }, repository, draft)
      const ours = open.find(({ pull }) => pull.body === draft.body)
      if (ours !== undefined) return ours
    }
    if (!isWithPeople || isUnclear || error.problem === 'unauthorized') throw error
    return client.write('POST', route, bare, pullAnswer)
  }
}

/** A fork's branch has its owner before it; a fork with another name than the original's its whole path. */
function headOf(repository: Repository, { branch, headRepository }: PullDraft): string {
  if (headRepository === undefined || headRepository === repository.path) return branch
  const [owner = '', name = ''] = headRepository.split('/')
  const isSameName = repository.path.split('/')[1] === name
  return `${isSameName ? owner : headRepository}:${branch}`
}

/** The open ones of a branch, among the newest. */
async function readOpen(
  { client }: Pick<GiteaApi, 'client'>,
  repository: Repository,
  draft: Pick<PullDraft, 'branch' | 'headRepository'>,
): Promise<readonly Answer[]> {
  const from = draft.headRepository ?? repository.path
  const list = await client.read(`${routeOf(repository)}/pulls`, pullsAnswer, {
    query: { state: 'open', limit: 30 },
  })
  return list.filter(
    ({ pull }) => pull.branch === draft.branch && (pull.headRepository ?? from) === from,
  )
}

/**
 * Gitea looks whether the branch has a pull request before it makes one, so two requests at once both make one. Whoever sees two takes
 * back the later one: it may be that only one of them sees both. Removed, not closed: a closed one would look like a reviewer's no.
 */
async function withdrawDuplicates(
  api: GiteaApi,
  repository: Repository,
  draft: PullDraft,
  made: Pull,
): Promise<void> {
  const open = (await readOpen(api, repository, draft)).filter(
    ({ pull }) =>
      pull.number === made.number || pull.body === draft.body || pull.number < made.number,
  )
  const first = open.reduce((least, { pull }) => Math.min(least, pull.number), made.number)
  for (const { pull } of open) {
    if (pull.number > first) await withdraw(api, repository, pull.number, first)
  }
  if (first === made.number) return
  throw new ForgeError(
    'exists',
    `The branch ${draft.branch} of ${repository.path} has the pull request #${first} already.`,
  )
}

async function withdraw(
  { client }: GiteaApi,
  repository: Repository,
  number: number,
  first: number,
): Promise<void> {
  const route = `${routeOf(repository)}${restPath`/issues/${number}`}`
  try {
    await client.write('DELETE', route, undefined, nothing)
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error
    if (error.problem === 'not-found') return
    // Only an administrator of the repository may remove one.
    const body = `Opened twice at the same moment: see #${first}.`
    await client
      .write('PATCH', pullRoute(repository, number), { state: 'closed', body }, nothing)
      .catch((problem: unknown) => {
        // The other run has removed it at the same moment.
        if (!(problem instanceof ForgeError) || problem.problem !== 'not-found') throw problem
      })
  }
}

/** Asks those one by one who were not taken with the pull request. */
async function askPeople(
  { client }: GiteaApi,
  repository: Repository,
  draft: PullDraft,
  made: Answer,
): Promise<readonly string[]> {
  const route = pullRoute(repository, made.pull.number)
  const isMissing = (taken: readonly string[]) => (name: string) =>
    !taken.includes(name.toLowerCase())
  const complaints: string[] = []
  const attempt = async (what: string, write: () => Promise<unknown>) => {
    try {
      await write()
    } catch (error) {
      if (!(error instanceof ForgeError) || error.problem === 'interrupted') throw error
      complaints.push(`${what} could not be asked: ${error.message}`)
    }
  }
  const assigned = [...made.assignees]
  for (const name of draft.assignees.filter(isMissing(made.assignees))) {
    // The list is replaced as a whole.
    await attempt(`The assignee ${name}`, async () => {
      await client.write('PATCH', route, { assignees: [...assigned, name] }, nothing)
      assigned.push(name)
    })
  }
  for (const name of draft.reviewers.filter(isMissing(made.reviewers))) {
    await attempt(`The reviewer ${name}`, () =>
      client.write('POST', `${route}/requested_reviewers`, { reviewers: [name] }, nothing),
    )
  }
  for (const name of draft.teamReviewers.filter(isMissing(made.teams))) {
    await attempt(`The team ${name}`, () =>
      client.write('POST', `${route}/requested_reviewers`, { team_reviewers: [name] }, nothing),
    )
  }
  return complaints
}
