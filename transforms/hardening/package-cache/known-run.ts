import type { RunCommand, StageFacts, Step } from '../../../src/transform.ts'

/** A RUN whose commands are known. */
export interface Run {
  readonly stage: StageFacts
  readonly step: Step
  readonly commands: readonly RunCommand[]
}

/** The RUNs of a stage, in order. */
export function runsOf(stage: StageFacts): readonly Run[] {
  return stage.steps
    .filter((step) => step.instruction.keyword === 'RUN' && !stage.unreadable.includes(step))
    .map((step) => ({
      stage,
      step,
      commands: stage.commands.filter((command) => command.step === step),
    }))
}

/** Whether the cache of a RUN lies outside of its layer already. */
export const mountsCache = ({ step }: Run) =>
  step.instruction.flags.some(
    ({ name, value }) => name === 'mount' && /type=(cache|tmpfs)/.test(value ?? ''),
  )
