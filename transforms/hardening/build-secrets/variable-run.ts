import type { RunCommand } from '../../../src/transform.ts'
import type { Occurrence } from './occurrences.ts'
import type { RunOfStage } from './secret-variables.ts'
import type { Written } from './written-settings.ts'

/** A RUN that has the variable, and where it names it. */
export interface VariableRun extends RunOfStage {
  readonly occurrences: readonly Occurrence[]
  readonly commands: readonly RunCommand[]
  readonly written: ReadonlyMap<RunCommand, Written>
}
