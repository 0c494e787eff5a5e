import type { Repository } from '../forge.ts'
import type { RepositoryPlan } from './plan-repository.ts'
import type { Campaign } from './settings.ts'

/** A repository at work; the functions ask once. */
export interface ActContext {
  readonly campaign: Campaign
  readonly repository: Repository
  readonly baseBranch: string
  readonly base: string
  readonly plan: () => Promise<RepositoryPlan>
  readonly subjects: () => Promise<readonly string[]>
  readonly headRepository: () => Promise<Repository>
}
