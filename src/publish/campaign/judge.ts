import type { Repository } from '../forge.ts'
import type { ServicePlan } from './plan-repository.ts'
import type { ServiceRecord } from './record.ts'
import type { Campaign } from './settings.ts'

/** A service's plan with what its images showed. */
export interface Judged {
  readonly plan: ServicePlan
  /** Why it is not opened. */
  readonly refusal: string | undefined
  readonly draftBecause: string | undefined
}

/** Builds and runs before and after, where that was asked for. What is not `same` is refused, unless the user accepts it: as a draft. */
export async function judge(
  { verify, choice }: Campaign,
  repository: Repository,
  base: string,
  plan: ServicePlan,
): Promise<Judged> {
  if (verify === undefined) return { plan, refusal: undefined, draftBecause: undefined }
  const reports = await verify({ repository, base, dockerfiles: plan.service.dockerfiles })
  const judged = { ...plan, reports }
  const other = reports.find(
    ({ verification }) => verification !== undefined && verification.verdict !== 'same',
  )
  if (other?.verification === undefined)
    return { plan: judged, refusal: undefined, draftBecause: undefined }
  const { verdict, reason } = other.verification
  const words = `${other.path}: ${verdict}: ${reason}`
  return choice.accept.includes(verdict)
    ? { plan: judged, refusal: undefined, draftBecause: words }
    : { plan: judged, refusal: words, draftBecause: undefined }
}

/** The record with what verification measured. */
export function withVerification(
  service: ServiceRecord,
  { plan }: { readonly plan: ServicePlan },
): ServiceRecord {
  const all = plan.reports.flatMap(({ verification }) => verification ?? [])
  const images = all.flatMap((each) => each.images ?? [])
  const worst = all.find(({ verdict }) => verdict !== 'same') ?? all[0]
  const sum = (half: 'before' | 'after'): number =>
    images.reduce((n, each) => n + each[half].size, 0)
  return {
    ...service,
    ...(worst === undefined ? {} : { verdict: worst.verdict }),
    ...(images.length === 0 ? {} : { sizes: { before: sum('before'), after: sum('after') } }),
  }
}
