import { follow } from '../follow/follow.ts'
import { isProcess, type Process } from '../follow/process.ts'
import { isSpelledOut, type RunCommand } from './command.ts'
import type { Facts } from '../facts.ts'

/** What a script or a Makefile of the context comes down to. */
export interface Inner {
  readonly commands: readonly Process[]
  /** False where a part of it can't be followed. */
  readonly isWhole: boolean
}

const nothing: Inner = { commands: [], isWhole: false }

/** What a command of a RUN starts in turn; nothing where that stands in the RUN itself. */
export function innerCommands(
  command: RunCommand,
  { project, contextPath, imagePath, filesIn, realPath, launchers }: Facts,
): Inner {
  if (isSpelledOut(command)) return nothing
  const variable = command.step.variable
  const place = { project, contextPath, imagePath, filesIn, realPath, variable }
  const { found } = follow(command, place, launchers, { via: [] })
  const [first] = found
  if (first === undefined || !isProcess(first) || !first.follows) return nothing
  return {
    commands: found.filter(isProcess).filter(({ follows }) => !follows),
    isWhole: found.every(isProcess),
  }
}
