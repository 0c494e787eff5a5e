import type { FileReport } from '../../report/file-report.ts'
import { pullRequestText } from '../body/pull-request-text.ts'
import type { BranchChange, Opened, Pull, Repository } from '../forge.ts'
import { ForgeError } from '../forge-error.ts'
import { type Marker, trailers, writeMarker } from '../marker.ts'
import { ownContent } from './own-commit.ts'
import type { ServicePlan } from './plan-repository.ts'
import type { Campaign, Rehearsal } from './settings.ts'

/** A service's pull request to be made or brought up to date. */
export interface Publication {
  readonly campaign: Campaign
  /** Where the pull request is opened, and where its branch is (the same, or a fork). */
  readonly repository: Repository
  readonly headRepository: Repository
  readonly baseBranch: string
  readonly base: string
  readonly plan: ServicePlan
  readonly content: string
  /** Other Dockerfiles of the repository, which stay as they are. */
  readonly leftAlone: readonly FileReport[]
  readonly template: string | undefined
  readonly subjects: readonly string[]
  /** What verification said, where the user accepts it although it is not `same`. */
  readonly draftBecause: string | undefined
  /** Was the branch seen before, without a pull request? Then it is looked at first. */
  readonly isBranchThere: boolean
}

/** A branch that is there and that a person made, or has committed to. */
export class TakenError extends Error {
  override readonly name = 'TakenError'
}

/** Makes the branch and opens the pull request. Throws ForgeError; TakenError where a person has the branch. */
export async function openPull(publication: Publication): Promise<Opened> {
  const { campaign, repository, headRepository, plan, baseBranch } = publication
  const { forge, choice } = campaign
  const head = await pushNew(publication)
  const { title, body } = textOf(publication, head)
  try {
    return await forge.open(repository, {
      branch: plan.service.branch,
      headRepository: headRepository.path === repository.path ? undefined : headRepository.path,
      base: baseBranch,
      title,
      body,
      isDraft: choice.isDraft || publication.draftBecause !== undefined,
      labels: choice.labels,
      assignees: choice.assignees,
      reviewers: choice.reviewers,
      teamReviewers: choice.teamReviewers,
    })
  } catch (error) {
    if (!(error instanceof ForgeError) || error.problem !== 'exists') throw error
    // Another run was faster with the same branch: its pull request is ours, too.
    const pulls = await forge.pulls(repository, plan.service.branch)
    const pull = pulls.find((each) => each.branch === plan.service.branch && each.state === 'open')
    if (pull === undefined) throw error
    return { pull, complaints: [] }
  }
}

/** What would be sent, for `--dry-run`. */
export function rehearsalOf(publication: Publication): Rehearsal {
  const { campaign, repository, plan, base } = publication
  const { title, body } = textOf(publication, base)
  const { branch } = plan.service
  const id = `${campaign.forge.host}/${repository.path}`
  return { repository: id, branch, title, body, reports: plan.reports }
}

/** Builds the branch anew on the base, and says so in the pull request. Throws as {@link openPull}. */
export async function rebuildPull(publication: Publication, pull: Pull): Promise<void> {
  const head = await replaceBranch(publication, pull).catch((error: unknown) => {
    if (error instanceof ForgeError && error.problem === 'moved')
      throw new TakenError('Somebody has pushed to its branch meanwhile.')
    throw error
  })
  await describePull(publication, pull, head)
}

async function replaceBranch(publication: Publication, pull: Pull): Promise<string> {
  const { campaign, headRepository } = publication
  const { forge } = campaign
  try {
    return await forge.push(headRepository, changeOf(publication, pull.head))
  } catch (error) {
    if (!(error instanceof ForgeError) || error.problem !== 'moved') throw error
    // A host that can only remove a branch and make it again leaves none behind where a run is killed between the two.
    if ((await forge.head(headRepository, pull.branch)) !== undefined) throw error
    return forge.push(headRepository, changeOf(publication, undefined))
  }
}

/** Gives a pull request the words and the marker of what its branch holds. Throws ForgeError. */
export async function describePull(
  publication: Publication,
  pull: Pull,
  head: string,
): Promise<void> {
  await publication.campaign.forge.update(publication.repository, pull, textOf(publication, head))
}

/** The commit on a new branch. A branch that a killed run left is taken up: as it is, or built anew. */
async function pushNew(publication: Publication): Promise<string> {
  const { campaign, headRepository, plan, isBranchThere } = publication
  const find = (): Promise<string | undefined> =>
    campaign.forge.head(headRepository, plan.service.branch)
  const before = isBranchThere ? await find() : undefined
  if (before !== undefined) return takeUp(publication, before)
  try {
    return await campaign.forge.push(headRepository, changeOf(publication, undefined))
  } catch (error) {
    if (!(error instanceof ForgeError) || error.problem !== 'exists') throw error
    const head = await find()
    if (head === undefined) throw error
    return takeUp(publication, head)
  }
}

/** A branch that is there without a pull request. Throws TakenError where a person made it, or has committed to it. */
async function takeUp(publication: Publication, head: string): Promise<string> {
  const { campaign, headRepository, plan, content } = publication
  const { key, branch } = plan.service
  const found = await ownContent(campaign.forge, headRepository, head, key)
  if (found === undefined)
    throw new TakenError(`The branch ${branch} is there, with commits of a person.`)
  if (found.content === content && found.input === plan.input) return head
  return campaign.forge.push(headRepository, changeOf(publication, head))
}

function changeOf(publication: Publication, expected: string | undefined): BranchChange {
  const { plan, base, baseBranch, content } = publication
  const { commitMessage } = textOf(publication, base)
  const { key, branch } = plan.service
  const message = `${commitMessage.trimEnd()}\n\n${trailers({ key, content, input: plan.input ?? '', base })}\n`
  return { branch, baseBranch, base, expected, files: plan.files, message }
}

function textOf(
  publication: Publication,
  head: string,
): { readonly title: string; readonly body: string; readonly commitMessage: string } {
  const { campaign, repository, headRepository, plan, base, baseBranch, content } = publication
  const { forge, choice, version } = campaign
  const { key } = plan.service
  const marker: Marker = { key, content, input: plan.input ?? '', base, head, closed: false }
  return pullRequestText(
    {
      reports: plan.reports.filter(({ result }) => result.outcome === 'migrated'),
      leftAlone: publication.leftAlone,
      serviceTitle: plan.service.title,
      branch: plan.service.branch,
      baseBranch,
      base,
      fileUrl: (path, line) => forge.fileUrl(repository, base, path, line),
      cloneRemote: headRepository.path === repository.path ? undefined : headRepository.cloneUrl,
      markdown: forge.markdown,
      bodyLimit: forge.bodyLimit,
      template: publication.template,
      bodyTemplate: choice.bodyTemplate,
      titleTemplate: choice.titleTemplate,
      subjects: publication.subjects,
      isDraftBecause: publication.draftBecause,
      version,
    },
    writeMarker(marker, forge.markdown.folds),
  )
}
