import { valueFault } from '../../dockerfile/check/value-fault.ts'
import type { Facts } from '../../facts/facts.ts'
import { findStage, type StageFacts } from '../../facts/stages/stage-facts.ts'
import { sourceOf } from '../../facts/stages/stage-name.ts'
import { refuse, type Refusal } from './refuse.ts'

// FROM node:22 ... VOLUME $DATA   => BuildKit refuses it, for neither the file nor the image sets DATA

/** What BuildKit refuses because a variable is empty. The parser lets it pass: whether the base image sets one, is known here. */
export function refuseUnsetValues({ stages, final, dockerfile }: Facts): Refusal | undefined {
  for (const { base, steps } of stagesOf(final, stages)) {
    if (base.family === 'unknown') continue
    for (const { instruction, isSet, variable } of steps) {
      if (!instruction.text.includes('$')) continue
      const lookup = (name: string) => (isSet(name) ? variable(name) : null)
      const fault = valueFault(instruction, lookup, dockerfile.escape)
      if (fault !== undefined) return refuse('invalid-dockerfile', fault.reason, fault.line)
    }
  }
  return undefined
}

/** A stage and those that its build comes by, in the file's order: BuildKit looks at no other. */
function stagesOf(final: StageFacts, stages: readonly StageFacts[]): readonly StageFacts[] {
  const found = new Set([final])
  // What is added on the way is visited, too.
  for (const { parent, stage, steps } of found) {
    if (parent !== undefined) found.add(parent)
    for (const { instruction } of steps)
      for (const flag of instruction.flags) {
        const source = findStage(stages.slice(0, stage.index), sourceOf(flag))
        if (source !== undefined) found.add(source)
      }
  }
  return stages.filter((facts) => found.has(facts))
}
