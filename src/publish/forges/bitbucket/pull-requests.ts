import { z } from 'zod'
import { ForgeError } from '../../forge-error.ts'
import type { Opened, Pull, PullDraft, Repository } from '../../forge.ts'
import { type BitbucketApi, readAll, routeOf } from './api.ts'
import { findReviewers } from './people.ts'
import { abbreviated, readHead, removeBranch } from './push.ts'
import { commitShape, type PullRequest, pullShape, toPull } from './shapes.ts'
import { restPath } from '../rest/rest-path.ts'

const routeOfPulls = (repository: Repository) => `${routeOf(repository)}/pullrequests`
const routeOfPull = (repository: Repository, { number }: Pull) =>
  `${routeOfPulls(repository)}/${number}`

const everyState = ['OPEN', 'MERGED', 'DECLINED', 'SUPERSEDED']
  .map((state) => `state=${state}`)
  .join('&')

/** Newest first. */
export async function listPulls(
  api: BitbucketApi,
  repository: Repository,
  prefix: string,
): Promise<readonly Pull[]> {
  const found = await readAll(
    api.client,
    `${routeOfPulls(repository)}?${everyState}`,
    pullShape,
    // `~` is: has in it. More than 50 are not given on a page.
    { q: `source.branch.name ~ ${JSON.stringify(prefix)}`, sort: '-created_on', pagelen: 50 },
  )
  const ours = found.filter(({ source }) => source.branch.name.startsWith(prefix))
  const pulls: Pull[] = []
  for (const pull of ours.sort((one, other) => other.id - one.id)) {
    pulls.push(await pullOf(api, pull))
  }
  return pulls
}

async function pullOf(api: BitbucketApi, found: PullRequest): Promise<Pull> {
  return toPull(found, await wholeHead(api, found))
}

/**
 * A pull request has only the first 12 digits of its commit. The whole id is known from the branch or push, stands in the body's marker,
 * or is asked for. Of a closed one the short form has to do.
 */
async function wholeHead(
  { client, commits }: BitbucketApi,
  { source, description, state }: PullRequest,
): Promise<string> {
  const short = source.commit?.hash ?? ''
  if (short.length !== abbreviated(short).length || short === '') return short
  const inBody = new RegExp(`\\b${short}[0-9a-f]{28}\\b`).exec(description ?? '')?.[0]
  const known = commits.get(short) ?? inBody
  if (known !== undefined) return known
  if (state !== 'OPEN') return short
  const { repository } = source
  if (!repository) return short
  const route = `${routeOf({ path: repository.full_name })}${restPath`/commit/${short}`}`
  const commit = await client.find(route, commitShape)
  if (commit === undefined) return short
  commits.set(short, commit.hash)
  return commit.hash
}

/** Where there is an open one of the branch, Bitbucket would change that instead: it is looked for before. */
export async function openPull(
  api: BitbucketApi,
  repository: Repository,
  draft: PullDraft,
): Promise<Opened> {
  const source = draft.headRepository ?? repository.path
  const open = await readAll(api.client, `${routeOfPulls(repository)}?state=OPEN`, pullShape, {
    q: `source.branch.name = ${JSON.stringify(draft.branch)}`,
    pagelen: 50,
  })
  if (open.some((pull) => pull.source.repository?.full_name === source)) {
    throw new ForgeError(
      'exists',
      `The branch ${draft.branch} has an open pull request in ${repository.path} already.`,
    )
  }
  const { reviewers, complaints } = await findReviewers(api, repository, draft.reviewers)
  const body = {
    title: draft.title,
    description: draft.body,
    source: { branch: { name: draft.branch }, repository: { full_name: source } },
    destination: { branch: { name: draft.base } },
    draft: draft.isDraft,
    close_source_branch: false,
  }
  const sent = (asked: readonly object[]) =>
    api.client.write('POST', routeOfPulls(repository), { ...body, reviewers: asked }, pullShape)
  const refused: string[] = []
  const made = await sent(reviewers).catch((error: unknown) => {
    const isInvalid = error instanceof ForgeError && error.problem === 'invalid'
    // The author can't be a reviewer, nor one whose account is closed: nothing was made yet.
    if (!isInvalid || reviewers.length === 0 || !/review/i.test(error.message)) throw error
    refused.push(`Bitbucket refused the reviewers ${draft.reviewers.join(', ')}.`)
    return sent([])
  })
  return {
    pull: await pullOf(api, made),
    complaints: [...complaints, ...refused, ...neverHad(draft)],
  }
}

const neverHad = ({ labels, assignees, teamReviewers }: PullDraft): readonly string[] => [
  ...labels.map((label) => `Bitbucket has no labels of pull requests: ${label}.`),
  ...assignees.map((name) => `Bitbucket assigns pull requests to nobody: ${name}.`),
  ...teamReviewers.map((team) => `Bitbucket's API asks no groups for a review: ${team}.`),
]

/** Without its reviewers in the request, it would lose them. */
export async function updatePull(
  { client }: BitbucketApi,
  repository: Repository,
  pull: Pull,
  { title, body }: { readonly title: string; readonly body: string },
): Promise<void> {
  const route = routeOfPull(repository, pull)
  const { reviewers } = await client.read(route, pullShape)
  const asked = reviewers.flatMap(({ uuid }) => (uuid ? [{ uuid }] : []))
  const sent = { title, description: body, reviewers: asked, draft: pull.isDraft }
  const { state } = await client.write('PUT', route, sent, pullShape)
  if (state === 'OPEN') return
  throw new ForgeError('invalid', `Pull request ${pull.number} is open no more.`)
}

/** A declined one takes no new words: they come first. */
export async function closePull(
  api: BitbucketApi,
  repository: Repository,
  pull: Pull,
  { body, comment }: { readonly body: string; readonly comment: string },
): Promise<void> {
  const { client } = api
  const route = routeOfPull(repository, pull)
  await updatePull(api, repository, pull, { title: pull.title, body })
  await client.write('POST', `${route}/comments`, { content: { raw: comment } }, z.unknown())
  await client.write('POST', `${route}/decline`, undefined, pullShape)
  if (pull.headRepository === undefined) return
  const source = { path: pull.headRepository }
  // What a person pushed to it since is theirs.
  if ((await readHead(api, source, pull.branch)) !== pull.head) return
  await removeBranch(api, source, pull.branch)
}

export function reopenPull(pull: Pull): Promise<void> {
  const message = `Bitbucket can't reopen a declined pull request (${pull.number}): a new one has to be opened.`
  return Promise.reject(new ForgeError('invalid', message))
}
