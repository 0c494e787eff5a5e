import type { FileReport } from '../../report/file-report.ts'
import type { Forge, Pull, Repository } from '../forge.ts'
import type { MigrateJobs } from '../sources/migrate-round.ts'
import type { TreeSource } from '../sources/tree.ts'
import type { ServiceRecord } from './record.ts'
import type { Grouping } from './service.ts'
import type { State } from './state.ts'

/** What the user wants of a campaign. */
export interface CampaignChoice {
  readonly grouping: Grouping
  readonly branchPrefix: string
  /** The branch to merge into; undefined: the repository's default. */
  readonly base: string | undefined
  readonly isDraft: boolean
  readonly labels: readonly string[]
  readonly assignees: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly fork: boolean
  readonly maxOpen: number | undefined
  readonly pilot: number | undefined
  readonly reopen: boolean
  readonly shard: { readonly index: number; readonly count: number } | undefined
  /** Opens and rebuilds, or (`sync`) brings those that are open up to date, and closes those that have nothing to change any more. */
  readonly mode: 'run' | 'sync'
  readonly titleTemplate: string | undefined
  readonly bodyTemplate: string | undefined
  /** Verdicts that are opened as a draft, although they are not `same`. */
  readonly accept: readonly string[]
}

/** A service of a repository, with what came of its Dockerfiles. */
export interface VerifyTask {
  readonly repository: Repository
  readonly base: string
  readonly dockerfiles: readonly string[]
}

/** All that a campaign works with. */
export interface Campaign {
  readonly choice: CampaignChoice
  readonly forge: Forge
  readonly state: State
  /** A hash of the program's version and of all options that decide what is changed. */
  readonly settings: string
  readonly version: string
  readonly migrate: MigrateJobs
  readonly openSource: (repository: Repository, commit: string) => TreeSource
  /** Which Dockerfiles of a repository are meant. */
  readonly isWanted: (path: string) => boolean
  /** Builds and runs images before and after; undefined where that was not asked for. */
  readonly verify: ((task: VerifyTask) => Promise<readonly FileReport[]>) | undefined
  readonly interrupt: AbortSignal
  /** Stands in for all that would be sent (`--dry-run`): told of each pull request as it would be. */
  readonly rehearse: ((planned: Rehearsal) => void) | undefined
  readonly counts: Counts
  readonly seen: (event: CampaignEvent) => void
}

/** A pull request that is not sent. */
export interface Rehearsal {
  readonly repository: string
  readonly branch: string
  readonly title: string
  readonly body: string
  readonly reports: readonly FileReport[]
}

/** Pull requests across repositories, for `--max-open` and `--pilot`. */
export interface Counts {
  /** Ours that are open, in the repositories that the run came to. */
  open: number
  /** Opened by this run. */
  opened: number
  /** Open ones by repository, of those that the run has not come to yet. */
  readonly elsewhere: Map<string, number>
}

/** Repositories of a campaign: known, or a path that is still to be looked up. */
export type Target = Repository | { readonly path: string }

/** Something that people want to see while it happens. */
export type CampaignEvent =
  | {
      readonly kind: 'service'
      readonly repository: string
      readonly record: ServiceRecord
      readonly did: Did
    }
  | {
      readonly kind: 'repository'
      readonly repository: string
      readonly skipped: string | undefined
    }
  | { readonly kind: 'note'; readonly repository: string; readonly text: string }

/** What a run did to a service. */
export type Did = 'opened' | 'rebuilt' | 'repaired' | 'closed' | 'nothing'

/** What a repository's pull requests are, by branch. */
export type PullsByBranch = ReadonlyMap<string, readonly Pull[]>
