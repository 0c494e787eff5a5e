import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Opened, Pull, PullDraft, Repository } from '../../forge.ts'
import { findOrNone, type GitlabApi, readGitlab } from './api.ts'
import { type MergeRequest, mergeRequestShape, toPull, writeTitle } from './shapes.ts'
import { findPeople } from './people.ts'
import { readHead } from './push.ts'

/** In every state, as none is asked for. GitLab filters by whole branch names only, so the pages are read to their end. */
export async function listPulls(
  api: GitlabApi,
  repository: Repository,
  prefix: string,
): Promise<readonly Pull[]> {
  const answer = await api.gitlab.MergeRequests.all({
    projectId: repository.path,
    orderBy: 'created_at',
    sort: 'desc',
    perPage: 100,
  })
  const requests = readGitlab(z.array(mergeRequestShape), answer, 'The merge requests')
  const pulls: Pull[] = []
  for (const request of requests) {
    if (request.source_branch.startsWith(prefix)) pulls.push(await pullOf(api, request, repository))
  }
  return pulls
}

async function pullOf(api: GitlabApi, request: MergeRequest, { path }: Repository): Promise<Pull> {
  const { source_project_id: source, target_project_id: target } = request
  if (source === target) return toPull(request, path)
  return toPull(request, source ? await api.pathOf(source) : undefined)
}

/** A merge request is made in the project that has the branch: https://docs.gitlab.com/api/merge_requests/#create-mr */
export async function openPull(
  api: GitlabApi,
  repository: Repository,
  draft: PullDraft,
): Promise<Opened> {
  const { headRepository, labels } = draft
  const assignees = await findPeople(api, draft.assignees, 'assigned')
  const reviewers = await findPeople(api, draft.reviewers, 'asked for a review')
  const answer = await api.gitlab.MergeRequests.create(
    headRepository ?? repository.path,
    draft.branch,
    draft.base,
    writeTitle(draft.title, draft.isDraft),
    {
      description: draft.body,
      ...(labels.length > 0 ? { labels: labels.join(',') } : {}),
      ...(assignees.ids.length > 0 ? { assigneeIds: [...assignees.ids] } : {}),
      ...(reviewers.ids.length > 0 ? { reviewerIds: [...reviewers.ids] } : {}),
      ...(headRepository ? { targetProjectId: await idOf(api, repository) } : {}),
    },
  )
  const request = readGitlab(mergeRequestShape, answer, 'A new merge request')
  return {
    pull: await pullOf(api, request, repository),
    complaints: [
      ...assignees.complaints,
      ...reviewers.complaints,
      ...missing('labels', labels.length, request.labels.length),
      ...missing('assignees', assignees.ids.length, request.assignees?.length ?? 0),
      ...missing('reviewers', reviewers.ids.length, request.reviewers?.length ?? 0),
      ...draft.teamReviewers.map((team) => `GitLab asks no groups for a review: ${team}.`),
    ],
  }
}

/** Without a paid plan there is one assignee and one reviewer; labels need a role. GitLab says neither. */
const missing = (what: string, wanted: number, had: number): readonly string[] =>
  had < wanted ? [`GitLab took ${had} of ${wanted} ${what}.`] : []

async function idOf({ gitlab }: GitlabApi, { path }: Repository): Promise<number> {
  const project = await gitlab.Projects.show(path)
  return readGitlab(z.object({ id: z.number() }), project, 'A project').id
}

export async function updatePull(
  { gitlab }: GitlabApi,
  repository: Repository,
  pull: Pull,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  await gitlab.MergeRequests.edit(repository.path, pull.number, {
    // A title without the mark would make a draft ready.
    title: writeTitle(title, pull.isDraft),
    description: body,
  })
}

export async function closePull(
  api: GitlabApi,
  repository: Repository,
  pull: Pull,
  { body, comment }: { readonly body: string; readonly comment: string },
): Promise<void> {
  const { gitlab } = api
  // In one request: a run that is stopped in between must not leave a marker that lies.
  await gitlab.MergeRequests.edit(repository.path, pull.number, {
    description: body,
    stateEvent: 'close',
  })
  await gitlab.MergeRequestNotes.create(repository.path, pull.number, comment)
  const { headRepository, branch } = pull
  if (headRepository === undefined) return
  // What a person pushed to it since is theirs.
  if ((await readHead(api, { path: headRepository }, branch)) !== pull.head) return
  await findOrNone(gitlab.Branches.remove(headRepository, branch))
}

export async function reopenPull(
  { gitlab }: GitlabApi,
  repository: Repository,
  pull: Pull,
): Promise<void> {
  const answer = await gitlab.MergeRequests.edit(repository.path, pull.number, {
    stateEvent: 'reopen',
  })
  const { state } = readGitlab(mergeRequestShape, answer, 'A reopened merge request')
  if (state === 'opened') return
  // GitLab answers as if all were well where the branch is gone.
  throw new ForgeError(
    'invalid',
    `GitLab did not reopen merge request !${pull.number}: its branch ${pull.branch} may be gone.`,
  )
}
