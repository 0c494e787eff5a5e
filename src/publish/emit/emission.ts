import type { forgeKinds } from '../forge.ts'

/** An option of `pr` as it was given, as words of a command line. */
export interface GivenOption {
  readonly name: string
  readonly words: readonly string[]
}

/** The configuration of `--config`. */
export interface EmittedConfig {
  /** As typed. */
  readonly name: string
  /** What it says, as JSON on one line, in ASCII: for whoever has not the file. */
  readonly text: string
  /** It lists modules, which lie beside it. */
  readonly hasTransforms: boolean
}

/** Everything that is written for an engine is made from this. No text in it has control characters or line ends. */
export interface Emission {
  /** Of this program; stands in every command, so that all repositories are changed by the same one. */
  readonly version: string
  readonly kind: (typeof forgeKinds)[number]
  /** 'https://github.com' */
  readonly origin: string
  readonly org: string | undefined
  readonly topic: string | undefined
  readonly query: string | undefined
  /** Those of `--repos`: 'owner/name'. */
  readonly repositories: readonly string[] | undefined
  /** Dockerfiles of this repository, where no fleet is meant. */
  readonly paths: readonly string[]
  /** 'run' opens; 'sync' keeps fresh. */
  readonly action: 'run' | 'sync'
  readonly isDryRun: boolean
  readonly base: string | undefined
  readonly branchPrefix: string
  readonly isDraft: boolean
  readonly isPushOnly: boolean
  readonly fork: boolean
  readonly labels: readonly string[]
  readonly reviewers: readonly string[]
  readonly teamReviewers: readonly string[]
  readonly assignees: readonly string[]
  /** Without placeholders; undefined where none was given, or one with placeholders. */
  readonly title: string | undefined
  /** What decides the changes: `--safe`, `--only`, `--no-config`, `--verify` with what belongs to it. `--config` is not among them. */
  readonly changeWords: readonly (readonly string[])[]
  readonly isVerified: boolean
  readonly config: EmittedConfig | undefined
  /** All other options of `pr` but `--emit` and `--shard`. */
  readonly options: readonly GivenOption[]
  readonly shards: number | undefined
  /** What is to be known besides; a sentence each. */
  readonly notes: readonly string[]
}

/** An engine can't do what the options ask for. The message is a sentence for the user. */
export class EmitError extends Error {
  override readonly name = 'EmitError'
}

/** Is a fleet meant, and not the repository around the working directory? */
export function isFleet({ org, query, repositories }: Emission): boolean {
  return org !== undefined || query !== undefined || repositories !== undefined
}

/** 'github.com', 'git.example.org:3000' */
export function hostOf({ origin }: Emission): string {
  return new URL(origin).host
}

/** The program at its version, as npx takes it. https://docs.npmjs.com/cli/commands/npx */
export function packageName({ version }: Emission): string {
  return `msb-migrate@${/^\d+\.\d+\.\d+[\w.+-]*$/.test(version) ? version : 'latest'}`
}
