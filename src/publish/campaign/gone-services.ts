import { readMarker } from '../marker.ts'
import type { ServiceRecord } from './record.ts'
import { isGroupKey, isInShard, titleOf } from './service.ts'
import type { Campaign, PullsByBranch } from './settings.ts'

/** Services of ours with an open pull request whose Dockerfile the base has no more. */
export function goneServices(
  { choice, isWanted }: Campaign,
  repository: string,
  services: readonly ServiceRecord[],
  pulls: PullsByBranch,
): readonly ServiceRecord[] {
  const known = new Set(services.map(({ branch }) => branch))
  return [...pulls].flatMap(([branch, list]): ServiceRecord[] => {
    const open = list.find(({ state }) => state === 'open')
    const marker = open && readMarker(open.body)
    if (marker === undefined || known.has(branch)) return []
    const { key } = marker
    const isMeant = choice.grouping === 'service' && !isGroupKey(key) && isWanted(key)
    const isInPart = choice.shard === undefined || isInShard(`${repository}#${key}`, choice.shard)
    const reason = 'The base branch has no such Dockerfile any more.'
    return isMeant && isInPart
      ? [{ key, title: titleOf(key), branch, status: 'unchanged', reason }]
      : []
  })
}
