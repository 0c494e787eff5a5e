import type { Pull } from '../forge.ts'
import { readMarker, replaceMarker } from '../marker.ts'
import type { ActContext } from './act-context.ts'
import type { Decision } from './decide.ts'
import { withVerification } from './judge.ts'
import { prepare, recordWith } from './prepare.ts'
import {
  describePull,
  openPull,
  type Publication,
  rebuildPull,
  rehearsalOf,
  TakenError,
} from './publish-service.ts'
import type { ServiceRecord } from './record.ts'
import type { Campaign, Did } from './settings.ts'

interface Settled {
  readonly record: ServiceRecord
  readonly did: Did
}

/** Does what was decided; gives the service's record. Throws ForgeError. */
export async function actOnService(
  context: ActContext,
  service: ServiceRecord,
  decision: Decision,
): Promise<Settled> {
  const { campaign } = context
  const nothing = (status: ServiceRecord['status'], pull?: Pull, reason?: string): Settled => ({
    record: recordWith(service, status, pull, reason),
    did: 'nothing',
  })
  switch (decision.act) {
    case 'none':
      return nothing(service.status === 'waiting' ? 'unchanged' : service.status)
    case 'keep':
      campaign.counts.open++
      return nothing('open', decision.pull)
    case 'leave':
      campaign.counts.open++
      return nothing(
        'left-to-person',
        decision.pull,
        'A person has committed to its branch, or rewritten it.',
      )
    case 'merged':
      return nothing('merged', decision.pull)
    case 'declined':
      return nothing('declined', decision.pull, 'A person closed it; --reopen opens another one.')
    case 'obsolete':
      return closeObsolete(context, service, decision.pull)
    case 'open':
      return open(context, service)
    case 'rebuild':
    case 'repair':
      campaign.counts.open++
      return renew(context, service, decision)
  }
}

async function open(context: ActContext, service: ServiceRecord): Promise<Settled> {
  const { campaign } = context
  const wait = whyWait(campaign)
  if (wait !== undefined)
    return { record: recordWith(service, 'waiting', undefined, wait), did: 'nothing' }
  // Counted before the first pause, so that services that are worked on at the same time don't pass the bound together.
  campaign.counts.open++
  campaign.counts.opened++
  try {
    const prepared = await prepare(context, service)
    if ('status' in prepared) return { record: giveBack(campaign, prepared), did: 'nothing' }
    if (campaign.rehearse !== undefined) return rehearsed(service, prepared, campaign.rehearse)
    const { pull, complaints } = await openPull(prepared)
    for (const text of complaints)
      campaign.seen({
        kind: 'note',
        repository: `${campaign.forge.host}/${context.repository.path}`,
        text,
      })
    return { record: recordWith(withVerification(service, prepared), 'open', pull), did: 'opened' }
  } catch (error) {
    giveBack(campaign, undefined)
    if (!(error instanceof TakenError)) throw error
    return {
      record: recordWith(service, 'left-to-person', undefined, error.message),
      did: 'nothing',
    }
  }
}

function giveBack<T>({ counts }: Campaign, value: T): T {
  counts.open--
  counts.opened--
  return value
}

async function renew(
  context: ActContext,
  service: ServiceRecord,
  { act, pull }: Extract<Decision, { act: 'rebuild' | 'repair' }>,
): Promise<Settled> {
  const prepared = await prepare(context, service)
  if ('status' in prepared)
    return { record: recordWith(prepared, prepared.status, pull), did: 'nothing' }
  const { rehearse } = context.campaign
  if (rehearse !== undefined) return rehearsed(service, prepared, rehearse, pull)
  try {
    if (act === 'rebuild') await rebuildPull(prepared, pull)
    else await describePull(prepared, pull, pull.head)
    const did = act === 'rebuild' ? 'rebuilt' : 'repaired'
    return { record: recordWith(withVerification(service, prepared), 'open', pull), did }
  } catch (error) {
    if (!(error instanceof TakenError)) throw error
    return { record: recordWith(service, 'left-to-person', pull, error.message), did: 'nothing' }
  }
}

/** As it would be sent; the record says that it is not. */
function rehearsed(
  service: ServiceRecord,
  publication: Publication,
  rehearse: NonNullable<Campaign['rehearse']>,
  pull?: Pull,
): Settled {
  rehearse(rehearsalOf(publication))
  const record = withVerification(service, publication)
  return {
    record: recordWith(record, 'waiting', pull, 'Not sent: this is a dry run.'),
    did: 'nothing',
  }
}

async function closeObsolete(
  { campaign, repository }: ActContext,
  service: ServiceRecord,
  pull: Pull,
): Promise<Settled> {
  const reason =
    service.status === 'refused'
      ? `It would not be changed today: ${service.reason ?? ''}`
      : (service.reason ?? 'There is nothing to change any more.')
  if (campaign.choice.mode !== 'sync' || campaign.rehearse !== undefined) {
    campaign.counts.open++
    return {
      record: recordWith(service, 'obsolete', pull, `${reason} pr sync closes it.`),
      did: 'nothing',
    }
  }
  await campaign.forge.close(repository, pull, {
    body: closedBody(campaign, pull),
    comment: 'The base branch needs this change no more, so this is closed.',
  })
  return { record: recordWith(service, 'closed', pull, reason), did: 'closed' }
}

/** A body whose marker says that this program closed the pull request. */
export function closedBody({ forge }: Pick<Campaign, 'forge'>, pull: Pull): string {
  const marker = readMarker(pull.body)
  return marker === undefined
    ? pull.body
    : replaceMarker(pull.body, { ...marker, closed: true }, forge.markdown.folds)
}

function whyWait({ choice, counts }: Campaign): string | undefined {
  if (choice.mode === 'sync') return 'To be opened by the next pr.'
  if (choice.pilot !== undefined && counts.opened >= choice.pilot) return 'It is not in the pilot.'
  const elsewhere = [...counts.elsewhere.values()].reduce((sum, each) => sum + each, 0)
  if (choice.maxOpen !== undefined && counts.open + elsewhere >= choice.maxOpen)
    return `${choice.maxOpen} are open, as many as --max-open allows.`
  return undefined
}
