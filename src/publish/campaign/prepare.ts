import type { FileReport } from '../../report/file-report.ts'
import type { Pull } from '../forge.ts'
import { judge, withVerification } from './judge.ts'
import type { RepositoryPlan, ServicePlan } from './plan-repository.ts'
import type { Publication } from './publish-service.ts'
import type { ServiceRecord } from './record.ts'
import type { ActContext } from './act-context.ts'

/** All that a pull request is made from, or the record where it is not to be made. */
export async function prepare(
  context: ActContext,
  service: ServiceRecord,
): Promise<Publication | ServiceRecord> {
  const { campaign, repository, baseBranch, base } = context
  const plan = await context.plan()
  const found = plan.services.find((each) => each.service.key === service.key)
  if (found?.content === undefined) return recordWith(service, 'unchanged')
  const judged = await judge(campaign, repository, base, found)
  if (judged.refusal !== undefined)
    return { ...withVerification(service, judged), status: 'not-same', reason: judged.refusal }
  return {
    campaign,
    repository,
    headRepository: await context.headRepository(),
    baseBranch,
    base,
    plan: judged.plan,
    content: found.content,
    leftAlone: leftAlone(plan, found),
    template: plan.template,
    subjects: await context.subjects(),
    draftBecause: judged.draftBecause,
    isBranchThere: service.status === 'left-to-person',
  }
}

function leftAlone(plan: RepositoryPlan, own: ServicePlan): readonly FileReport[] {
  return plan.services
    .filter((each) => each.problem === undefined)
    .flatMap(({ reports }) => reports)
    .filter(({ result }) => result.outcome === 'refused' || result.outcome === 'failed')
    .filter(({ path }) => own.reports.every((each) => each.path !== path) || own.reports.length > 1)
}

/** The record with another status; the reason stays where the status does. */
export function recordWith(
  service: ServiceRecord,
  status: ServiceRecord['status'],
  pull?: Pull,
  reason?: string,
): ServiceRecord {
  const { reason: old, ...rest } = service
  const why = reason ?? (status === service.status ? old : undefined)
  return {
    ...rest,
    status,
    ...(why === undefined ? {} : { reason: why }),
    ...(pull === undefined ? {} : { pull: { number: pull.number, url: pull.url } }),
  }
}
