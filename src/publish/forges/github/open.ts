import type { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Opened, Pull, PullDraft, Repository } from '../../forge.ts'
import { assigneesAnswer, labelsAnswer, nothing, pullAnswer } from './answers.ts'
import { type GithubClient, type Parameters, placeOf } from './client.ts'
import { pullsAnswer } from './pulls.ts'

/** Opens a pull request. Throws ForgeError 'exists' where the branch has an open one. */
export async function openPull(
  client: GithubClient,
  repository: Repository,
  draft: PullDraft,
): Promise<Opened> {
  const opened = await create(client, repository, draft)
  const complaints: string[] = []
  const place = { ...placeOf(repository), number: opened.number }

  /** What is asked for twice is there once. */
  async function attempt<T>(
    what: string,
    route: string,
    wish: Parameters,
    shape: z.ZodType<T>,
  ): Promise<T | undefined> {
    try {
      return await client.write(route, { ...place, ...wish }, shape)
    } catch (error) {
      if (!(error instanceof ForgeError) || error.problem === 'interrupted') throw error
      complaints.push(`${what}: ${error.message}`)
      return undefined
    }
  }

  async function addLabels(): Promise<readonly string[]> {
    const { labels } = draft
    if (labels.length === 0) return opened.labels
    const route = 'POST /repos/{owner}/{repo}/issues/{number}/labels'
    const what = `${listed('The label', labels)} could not be set`
    return (await attempt(what, route, { labels }, labelsAnswer)) ?? opened.labels
  }

  /** GitHub passes over those in silence who may not be assigned. */
  async function addAssignees(): Promise<void> {
    const { assignees } = draft
    if (assignees.length === 0) return
    const route = 'POST /repos/{owner}/{repo}/issues/{number}/assignees'
    const what = `${listed('The assignee', assignees)} could not be set`
    const taken = await attempt(what, route, { assignees }, assigneesAnswer)
    const missing = assignees.filter((name) => taken?.includes(name.toLowerCase()) === false)
    if (missing.length === 0) return
    complaints.push(`${listed('The assignee', missing)} could not be set: GitHub does not say why.`)
  }

  /** All at once; where one of them is refused, each by itself. */
  async function askReviewers(): Promise<void> {
    const { reviewers } = draft
    // 'org/team' is how people write it.
    const teams = draft.teamReviewers.map((team) => team.split('/').at(-1) ?? team)
    if (reviewers.length + teams.length === 0) return
    const route = 'POST /repos/{owner}/{repo}/pulls/{number}/requested_reviewers'
    const all = { reviewers, team_reviewers: teams }
    const what = `${listed('The reviewer', [...reviewers, ...teams])} could not be asked`
    const before = complaints.length
    const taken = await attempt(what, route, all, nothing)
    if (taken !== undefined || reviewers.length + teams.length === 1) return
    complaints.length = before
    for (const name of reviewers) {
      await attempt(
        `The reviewer ${name} could not be asked`,
        route,
        { reviewers: [name] },
        nothing,
      )
    }
    for (const name of teams) {
      await attempt(
        `The team ${name} could not be asked`,
        route,
        { team_reviewers: [name] },
        nothing,
      )
    }
  }

  const labels = await addLabels()
  await addAssignees()
  await askReviewers()
  return { pull: { ...opened, labels }, complaints }
}

const listed = (what: string, names: readonly string[]) =>
  `${what}${names.length > 1 ? 's' : ''} ${names.join(', ')}`

async function create(
  client: GithubClient,
  repository: Repository,
  draft: PullDraft,
): Promise<Pull> {
  const place = placeOf(repository)
  const from = placeOf({ path: draft.headRepository ?? repository.path })
  const isForkOfSameOwner = from.owner === place.owner && from.repo !== place.repo
  const head = `${from.owner}:${draft.branch}`
  const { pull } = await client.once(
    () =>
      client.attempt(
        'POST /repos/{owner}/{repo}/pulls',
        {
          ...place,
          head,
          ...(isForkOfSameOwner ? { head_repo: from.repo } : {}),
          base: draft.base,
          title: draft.title,
          body: draft.body,
          draft: draft.isDraft,
        },
        pullAnswer,
      ),
    async () => {
      const query = { head, base: draft.base, state: 'open' }
      const route = 'GET /repos/{owner}/{repo}/pulls'
      const open = await client.read(route, { ...place, ...query }, pullsAnswer)
      // Another run's has another body: its marker says whose it is.
      return open.find((one) => one.pull.body === draft.body && one.pull.branch === draft.branch)
    },
  )
  return pull
}
