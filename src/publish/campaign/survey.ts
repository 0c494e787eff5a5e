import type { Checks, Forge, Pull, Repository } from '../forge.ts'
import { readMarker } from '../marker.ts'
import { type BranchChoice, pullsOfOurs } from './pulls-of-ours.ts'
import type { RepositoryRecord, ServiceRecord } from './record.ts'

/** How a service of a campaign stands, as its host says now. */
export interface SurveyRow {
  /** 'github.com/owner/name' */
  readonly repository: string
  readonly service: ServiceRecord
  readonly checks: Checks | undefined
  readonly hasConflicts: boolean
}

/** A pull request that this program opened, and the repository that it is in. */
export interface OwnPull {
  readonly repository: Repository
  readonly pull: Pull
}

/** Our pull requests of a repository, the newest of each branch. Throws ForgeError. */
export async function ownPulls(
  forge: Forge,
  repository: Repository,
  choice: BranchChoice,
): Promise<readonly OwnPull[]> {
  const newest = new Map<string, Pull>()
  for (const pull of await pullsOfOurs(forge, repository, choice)) {
    // A branch of that name that somebody else made carries no marker.
    if (readMarker(pull.body) === undefined) continue
    const before = newest.get(pull.branch)
    if (before === undefined || (before.state !== 'open' && pull.state === 'open'))
      newest.set(pull.branch, pull)
  }
  return [...newest.values()].map((pull) => ({ repository, pull }))
}

/**
 * The services of a repository: what the host says of their pull requests, and what the state (undefined where it is lost) says of those that have none.
 * Throws ForgeError.
 */
export async function surveyRepository(
  forge: Forge,
  repository: Repository,
  choice: BranchChoice,
  known: RepositoryRecord | undefined,
): Promise<readonly SurveyRow[]> {
  const id = `${forge.host}/${repository.path}`
  const pulls = await ownPulls(forge, repository, choice)
  const rows: SurveyRow[] = []
  for (const { pull } of pulls) {
    const before = known?.services.find(({ branch }) => branch === pull.branch)
    const isOpen = pull.state === 'open'
    rows.push({
      repository: id,
      service: recordOfPull(pull, before),
      checks: isOpen ? await forge.checks(repository, pull.head) : undefined,
      hasConflicts: isOpen && pull.hasConflicts === true,
    })
  }
  const branches = new Set(pulls.map(({ pull }) => pull.branch))
  const others = known?.services.filter(({ branch }) => !branches.has(branch)) ?? []
  const plain = others.map((service) => ({
    repository: id,
    service,
    checks: undefined,
    hasConflicts: false,
  }))
  return [...rows, ...plain].sort((a, b) => (a.service.key < b.service.key ? -1 : 1))
}

function recordOfPull(pull: Pull, before: ServiceRecord | undefined): ServiceRecord {
  const marker = readMarker(pull.body)
  const key = before?.key ?? marker?.key ?? pull.branch
  const { reason, ...rest } = before ?? {
    key,
    title: pull.title,
    branch: pull.branch,
    reason: undefined,
  }
  const status = statusOf(pull, before)
  return {
    ...rest,
    status,
    ...(reason === undefined || status !== before?.status ? {} : { reason }),
    pull: { number: pull.number, url: pull.url },
  }
}

function statusOf(pull: Pull, before: ServiceRecord | undefined): ServiceRecord['status'] {
  const marker = readMarker(pull.body)
  switch (pull.state) {
    case 'merged':
      return 'merged'
    case 'closed':
      return marker?.closed === true ? 'closed' : 'declined'
    case 'open':
      if (marker?.head !== pull.head) return 'left-to-person'
      return before?.status === 'obsolete' ? 'obsolete' : 'open'
  }
}
