import { stagesCopiedFrom, type Behaviour, type Facts } from '../../../src/transform.ts'
import { readApp } from '../app.ts'
import { nodeBehaviour } from '../behaviour.ts'
import { readProgram } from './program.ts'

/** What the program of a file with stages does: its sources are looked for in the stage that builds it. */
export function behaviourInStages(facts: Facts): Behaviour | undefined {
  for (const stage of [...stagesCopiedFrom(facts), facts.final]) {
    const app = readApp(facts, stage)
    if (app === undefined) continue
    const program = readProgram(app)
    if (program.entries.some(({ kind }) => kind === 'missing')) continue
    return nodeBehaviour(app, program)
  }
  return undefined
}
