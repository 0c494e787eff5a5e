import type { OutcomeCode } from './refusals/refusals.ts'
import type { Change, OtherFile } from './change.ts'

/** An instruction of the input whose text is not in the output as it was. */
export interface Replaced {
  readonly line: number
  /** Verbatim, without its line end. */
  readonly text: string
  /** The rule that did it. */
  readonly by: string
}

/** A field of the resulting image's config that changes; null where there is none. */
export interface ContractChange {
  /** 'User', 'Cmd', 'Env.PORT', 'ExposedPorts.80/tcp', 'Volumes./data', 'Labels.x', ... */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
  readonly by: string
}

/** One line of the output and where it comes from, for the review screen and reports. */
export interface Origin {
  /** 1-based line of the output where the piece's instruction starts. */
  readonly line: number
  readonly kind: 'kept' | 'repeated' | 'edited' | 'added'
  /** 1-based line of the input. */
  readonly from: number | undefined
  readonly by: string | undefined
}

export interface Migrated {
  readonly outcome: 'migrated'
  readonly ecosystem: string | undefined
  readonly before: string
  readonly after: string
  readonly changes: readonly Change[]
  readonly replaced: readonly Replaced[]
  readonly contract: readonly ContractChange[]
  /** What a rule left as it is, and why: 'No USER is added: ...'. Sentences. */
  readonly stays: readonly string[]
  readonly origins: readonly Origin[]
  readonly otherFiles: readonly OtherFile[]
}

/** `code` is one of the table in refusals.ts. */
export interface LeftAlone {
  readonly outcome: 'unchanged' | 'refused'
  readonly ecosystem: string | undefined
  readonly code: OutcomeCode
  readonly reason: string
  /** What would help, in one sentence. */
  readonly help: string | undefined
  readonly line: number | undefined
}

/** What `migrate` answers for one Dockerfile. `failed` (I/O, a defect) is added by the command line. */
export type Outcome = Migrated | LeftAlone
