import type { Pull, Repository } from '../forge.ts'
import { ForgeError } from '../forge-error.ts'
import { asksForHead, decide, type Decision } from './decide.ts'
import { goneServices } from './gone-services.ts'
import { ownContent } from './own-commit.ts'
import { planRepository, type RepositoryPlan } from './plan-repository.ts'
import type { ActContext } from './act-context.ts'
import { actOnService } from './act-on-service.ts'
import { pullsOfOurs } from './pulls-of-ours.ts'
import type { RepositoryRecord, ServiceRecord } from './record.ts'
import type { Campaign, Did, PullsByBranch } from './settings.ts'

/**
 * Brings a repository's pull requests to what they should be today. Throws ForgeError where the repository as a whole can't be read; what
 * goes wrong with one service is in its record.
 */
export async function runRepository(campaign: Campaign, repository: Repository): Promise<void> {
  const id = `${campaign.forge.host}/${repository.path}`
  const baseBranch = campaign.choice.base ?? repository.defaultBranch
  const reason = whyNot(campaign, repository, baseBranch)
  if (reason !== undefined || baseBranch === undefined) {
    skip(campaign, id, reason ?? '')
    return
  }
  const base = await campaign.forge.head(repository, baseBranch)
  if (base === undefined) {
    skip(campaign, id, `It has no branch ${baseBranch}.`)
    return
  }

  const known = campaign.state.repository(id)
  const isKnown = known?.base === base && known.settings === campaign.settings
  const context = createContext(campaign, repository, baseBranch, base)
  const services = isKnown ? known.services : (await context.plan()).services.map(recordOf)
  const pulls = await readPulls(campaign, repository, baseBranch)
  campaign.counts.elsewhere.delete(repository.path)
  const records: ServiceRecord[] = []
  for (const service of [...services, ...goneServices(campaign, id, services, pulls)]) {
    if (campaign.interrupt.aborted) return
    const { record, did } = await settle(context, service, pulls)
    records.push(record)
    campaign.seen({ kind: 'service', repository: id, record, did })
  }
  const record: RepositoryRecord = {
    kind: 'repository',
    repository: id,
    baseBranch,
    base,
    settings: campaign.settings,
    services: records,
  }
  // What failed is to be tried again from the start.
  if (records.every(({ status }) => status !== 'failed')) campaign.state.add(record)
  else campaign.state.add({ ...record, settings: '' })
  campaign.seen({ kind: 'repository', repository: id, skipped: undefined })
}

function whyNot(
  { choice }: Campaign,
  repository: Repository,
  baseBranch: string | undefined,
): string | undefined {
  if (repository.isArchived) return 'It is archived.'
  if (repository.isMirror) return 'It is a mirror, which takes no pull requests.'
  if (baseBranch === undefined) return 'It is empty.'
  if (!repository.canPush && !choice.fork)
    return 'The token may not push to it; --fork goes by a fork of its own.'
  return undefined
}

function skip(campaign: Campaign, repository: string, reason: string): void {
  campaign.state.add({
    kind: 'repository',
    repository,
    baseBranch: '',
    base: '',
    settings: '',
    services: [],
    skipped: reason,
  })
  campaign.seen({ kind: 'repository', repository, skipped: reason })
}

/** Everything of a repository that is asked for once, when it is needed. */
function createContext(
  campaign: Campaign,
  repository: Repository,
  baseBranch: string,
  base: string,
): ActContext {
  const { forge, choice } = campaign
  let plan: Promise<RepositoryPlan> | undefined
  let subjects: Promise<readonly string[]> | undefined
  let head: Promise<Repository> | undefined
  const needsFork = choice.fork && !repository.canPush
  return {
    campaign,
    repository,
    baseBranch,
    base,
    plan: () => (plan ??= planRepository(campaign, repository, base)),
    subjects: () => (subjects ??= forge.subjects(repository, baseBranch)),
    headRepository: () =>
      (head ??= needsFork ? forge.fork(repository, baseBranch) : Promise.resolve(repository)),
  }
}

/** Those that ask to merge into the base, by branch. */
async function readPulls(
  { forge, choice }: Campaign,
  repository: Repository,
  baseBranch: string,
): Promise<PullsByBranch> {
  const found = new Map<string, Pull[]>()
  for (const pull of await pullsOfOurs(forge, repository, choice)) {
    // One of the same branch to another base is a person's.
    if (pull.base !== baseBranch && pull.base !== '') continue
    const list = found.get(pull.branch)
    if (list) list.push(pull)
    else found.set(pull.branch, [pull])
  }
  return found
}

/** A service's record before anything is done for it. */
function recordOf({
  service,
  reports,
  content,
  input,
  problem,
}: RepositoryPlan['services'][number]): ServiceRecord {
  const { key, title, branch } = service
  const first = reports.find(({ result }) => result.outcome !== 'migrated')?.result
  const migrated = reports.find(({ result }) => result.outcome === 'migrated')?.result
  const ecosystem = migrated?.outcome === 'migrated' ? migrated.ecosystem : undefined
  const head = { key, title, branch, ...(ecosystem === undefined ? {} : { ecosystem }) }
  if (problem !== undefined) return { ...head, status: 'failed', reason: problem }
  if (content !== undefined) return { ...head, status: 'waiting', content, input: input ?? '' }
  if (first === undefined || first.outcome === 'migrated') return { ...head, status: 'unchanged' }
  const status = first.outcome
  return { ...head, status, code: first.code, reason: first.reason }
}

async function settle(
  context: ActContext,
  service: ServiceRecord,
  pulls: PullsByBranch,
): Promise<{ readonly record: ServiceRecord; readonly did: Did }> {
  if (service.status === 'failed') return { record: service, did: 'nothing' }
  try {
    const decision = await decideFor(context, service, pulls)
    return await actOnService(context, service, decision)
  } catch (error) {
    if (error instanceof ForgeError && endsCampaign(error)) throw error
    const reason = error instanceof Error ? error.message : String(error)
    return { record: { ...service, status: 'failed', reason }, did: 'nothing' }
  }
}

/** Problems that the next service would have, too. */
export function endsCampaign({ problem }: ForgeError): boolean {
  return problem === 'unauthorized' || problem === 'limited' || problem === 'interrupted'
}

async function decideFor(
  { campaign, base, headRepository }: ActContext,
  { key, branch, content, input = '' }: ServiceRecord,
  pulls: PullsByBranch,
): Promise<Decision> {
  const own = pulls.get(branch) ?? []
  const unclear = asksForHead(own)
  const ownHead =
    unclear && (await ownContent(campaign.forge, await headRepository(), unclear.head, key))
  const wanted = content === undefined ? undefined : { content, input, base }
  return decide(own, wanted, { reopen: campaign.choice.reopen, ownHead })
}
