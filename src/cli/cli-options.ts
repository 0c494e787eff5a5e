import type { Grouping } from '../publish/campaign/service.ts'
import type { EmitTarget } from '../publish/emit/emit-targets.ts'
import type { forgeKinds } from '../publish/forge.ts'
import type { VerifySettings } from '../verify/verify-settings.ts'
import type { ConfigChoice } from './migrate/core/load-config.ts'
import type { Verdict } from '../verification/verification.ts'
import type { CommandName } from './commands.ts'
import type { Format } from './formats.ts'

/** The command line, checked. `undefined` where an option was not given. */
export interface CliOptions {
  /** Undefined for a run without one. */
  readonly command: CommandName | undefined
  /** As typed; empty means the working directory. */
  readonly paths: readonly string[]
  readonly mode: 'dry-run' | 'check' | 'write' | undefined
  readonly allowDirty: boolean
  /** Coding agents may have files written. */
  readonly allowWrite: boolean
  /** A review in words, line by line. */
  readonly plain: boolean
  /** A file of decisions, as typed. */
  readonly decisions: string | undefined
  readonly filesFrom: string | undefined
  readonly stdinFilepath: string | undefined
  readonly context: string | undefined
  readonly allowUnmatched: boolean
  /** Named links may lead anywhere. */
  readonly followLinks: boolean
  readonly config: ConfigChoice
  /** The configuration that is named, still to be read. */
  readonly configFile: string | undefined
  readonly printConfig: boolean
  readonly only: readonly string[] | undefined
  /** Rules to use besides. */
  readonly with: readonly string[]
  readonly skip: readonly string[]
  readonly safe: boolean
  readonly format: Format | undefined
  readonly output: string | undefined
  readonly jobs: number | undefined
  /** Seconds. */
  readonly timeoutPerFile: number | undefined
  readonly quiet: boolean
  readonly color: boolean | undefined
  /** Undefined where nothing is to be verified. */
  readonly verify: VerifyChoice | undefined
  /** Undefined where no pull requests are meant. */
  readonly pr: PrChoice | undefined
}

/** What the command line says about a verification. */
export interface VerifyChoice extends Omit<VerifySettings, 'runId' | 'inspections'> {
  /** True for the command: its payload is what was found, not the diffs. */
  readonly isCommand: boolean
  /** Verdicts that `--write` may write, `same` apart. */
  readonly accept: readonly Verdict[]
  readonly printBake: boolean
  readonly clean: boolean
}

/** What `pr` can do besides opening pull requests. */
export const prActions = ['status', 'sync', 'close', 'report'] as const
export type PrAction = 'run' | (typeof prActions)[number]

/** The options of `pr`, checked. */
export interface PrChoice {
  readonly action: PrAction
  readonly repos: string | undefined
  readonly org: string | undefined
  readonly topic: string | undefined
  readonly query: string | undefined
  /** An origin: 'https://git.example.org'. */
  readonly host: string | undefined
  readonly forge: (typeof forgeKinds)[number] | undefined
  readonly remote: string
  readonly grouping: Grouping
  readonly base: string | undefined
  readonly branchPrefix: string
  readonly isDraft: boolean
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  readonly titleTemplate: string | undefined
  /** A file. */
  readonly bodyTemplate: string | undefined
  readonly fork: boolean
  readonly maxOpen: number | undefined
  readonly pilot: number | undefined
  readonly reopen: boolean
  readonly state: string | undefined
  readonly resume: boolean
  readonly shard: { readonly index: number; readonly count: number } | undefined
  /** Milliseconds. */
  readonly pace: number | undefined
  readonly pushOnly: boolean
  readonly emit: EmitTarget | undefined
  readonly yes: boolean
}
