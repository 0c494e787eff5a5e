import { expandWord } from '../../dockerfile/words/variables.ts'
import type { Copy } from '../../facts/stages/copy.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import { changesUsers, namesOfOwner } from '../../facts/stages/user-names.ts'
import type { PromiseCheck } from './promise.ts'

/**
 * Who is given files by COPY is there by then. A name that the stage does not have yet stops the build or, with BuildKit, stands for root.
 * https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
 */
export const owners: PromiseCheck = {
  code: 'promise-owner',
  check: ({ before, after }) => {
    const early = (stages: readonly StageFacts[]) =>
      stages.flatMap((stage) => stage.copies.filter((copy) => isEarly(copy, stage)))
    const own = new Set(early(before.stages).map(({ step }) => step.instruction.body.text))
    const found = early(after.stages).find(({ step }) => !own.has(step.instruction.body.text))
    return (
      found &&
      `COPY would give ${found.destination ?? 'files'} to ${found.chown ?? 'a user'}, whom only a later RUN makes`
    )
  },
}

/** The user is made, or another number is given to it, below the COPY alone. */
function isEarly({ chown, step }: Copy, { commands }: StageFacts): boolean {
  const names = namesOfOwner(expandWord(chown ?? '', step.variable, '\\') ?? '')
  const makers = commands.filter((command) => changesUsers(command, names))
  return makers.length > 0 && makers.every((command) => command.step.index > step.index)
}
