import { commandOf } from './command.ts'
import type { Instruction } from '../dockerfile/instruction.ts'
import { lineEvidence, type Evidence } from './evidence.ts'
import type { Project } from '../project/project.ts'
import type { Copy } from './copy.ts'
import { follow, type Process, type Walk } from './follow.ts'
import type { StageFacts } from './stage-facts.ts'

/** What a HEALTHCHECK runs in the container, followed through scripts as the start command is. */
export interface HealthCommand {
  /** Undefined where the base image brings it. */
  readonly instruction: Instruction | undefined
  readonly needsShell: boolean
  readonly processes: readonly Process[]
  readonly openEnds: readonly { readonly why: string; readonly evidence: Evidence }[]
}

/** Follows the health check that is in force at a stage's end; undefined where there is none. */
export function followHealthcheck(
  facts: StageFacts,
  copies: readonly Copy[],
  project: Project,
): HealthCommand | undefined {
  const [kind, ...words] = facts.config.Healthcheck?.Test ?? []
  if (kind !== 'CMD' && kind !== 'CMD-SHELL') return undefined
  const instruction = instructionOf(facts)
  const walk: Walk = {
    facts,
    copies,
    project,
    processes: [],
    openEnds: [],
    needsShell: kind === 'CMD-SHELL',
  }
  const argv = kind === 'CMD' ? words : [...(facts.config.Shell ?? ['/bin/sh', '-c']), ...words]
  const evidence = lineEvidence(instruction, instruction?.text ?? words.join(' '))
  follow(walk, commandOf(argv, facts.end.workdir), [evidence], 0)
  const { needsShell, processes, openEnds } = walk
  return { instruction, needsShell, processes, openEnds }
}

/** The HEALTHCHECK of the stage, or of the one that it is built from. */
function instructionOf({ stage, parent }: StageFacts): Instruction | undefined {
  const own = stage.instructions.findLast(({ keyword }) => keyword === 'HEALTHCHECK')
  return own ?? (parent === undefined ? undefined : instructionOf(parent))
}
