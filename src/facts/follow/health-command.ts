import type { Instruction } from '../../dockerfile/instruction.ts'
import { commandOf } from '../commands/command.ts'
import { lineEvidence } from '../evidence.ts'
import type { StageFacts } from '../stages/stage-facts.ts'
import { follow } from './follow.ts'
import type { Launcher, Place } from './launcher.ts'
import { openEndsOf, processesOf, type OpenEnd, type Process } from './process.ts'

/** What a HEALTHCHECK runs in the container, followed through scripts as the start command is. */
export interface HealthCommand {
  /** Undefined where the base image brings it. */
  readonly instruction: Instruction | undefined
  readonly needsShell: boolean
  readonly processes: readonly Process[]
  readonly openEnds: readonly OpenEnd[]
}

/** Follows the health check that is in force at a stage's end; undefined where there is none. */
export function followHealthcheck(
  facts: StageFacts,
  place: Place,
  launchers: readonly Launcher[],
): HealthCommand | undefined {
  const [kind, ...words] = facts.config.Healthcheck?.Test ?? []
  if (kind !== 'CMD' && kind !== 'CMD-SHELL') return undefined
  const instruction = instructionOf(facts)
  const argv = kind === 'CMD' ? words : [...(facts.config.Shell ?? ['/bin/sh', '-c']), ...words]
  const evidence = lineEvidence(instruction, instruction?.text ?? words.join(' '))
  const command = commandOf(argv, facts.end.workdir)
  const followed = follow(command, place, launchers, { via: [evidence] })
  return {
    instruction,
    needsShell: followed.needsShell || kind === 'CMD-SHELL',
    processes: processesOf(followed),
    openEnds: openEndsOf(followed),
  }
}

/** The HEALTHCHECK of the stage, or of the one that it is built from. */
function instructionOf({ stage, parent }: StageFacts): Instruction | undefined {
  const own = stage.instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK')
  return own ?? (parent === undefined ? undefined : instructionOf(parent))
}
