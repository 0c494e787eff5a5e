import { findStage, type Behaviour, type Facts, type StageFacts } from '../../../src/transform.ts'
import { readApp } from '../app.ts'
import { nodeBehaviour } from '../behaviour.ts'
import { readProgram } from './program.ts'

/** What the program of a file with stages does: its sources are looked for in the stage that builds it. */
export function behaviourInStages(facts: Facts): Behaviour | undefined {
  for (const stage of [...buildersOf(facts), facts.final]) {
    const app = readApp(facts, stage)
    if (app === undefined) continue
    const program = readProgram(app)
    if (program.entries.some(({ kind }) => kind === 'missing')) continue
    return nodeBehaviour(app, program)
  }
  return undefined
}

/** Stages that the final one copies from, the last first. */
function buildersOf({ stages, final }: Facts): readonly StageFacts[] {
  const named = final.copies.flatMap(({ from }) =>
    from === undefined ? [] : (findStage(stages.slice(0, -1), from) ?? []),
  )
  return [...new Set(named)].reverse()
}
