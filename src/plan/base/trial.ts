import type { RunCommand } from '../../facts/commands/command.ts'
import type { Facts } from '../../facts/facts.ts'
import type { SystemNeed } from '../needs/system/system-files.ts'
import type { Artifact, FullSplit, RuntimeBase } from '../split.ts'
import type { Need } from './runtime-needs.ts'

/** An image that is tried as the runtime stage's base, and what that stage has and needs. */
export interface Trial {
  readonly facts: Facts
  readonly split: FullSplit
  readonly candidate: RuntimeBase
  readonly needs: readonly Need[]
  /** Files that a package of the system brings. */
  readonly files: readonly SystemNeed[]
  readonly runtimeCommands: readonly RunCommand[]
  /** OS packages that the runtime stage installs already. */
  readonly installs: readonly string[]
  /** All that is copied from the builder. */
  readonly artifacts: readonly Artifact[]
}
