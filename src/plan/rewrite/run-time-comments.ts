import { hasWord } from '../../dockerfile/patterns/as-pattern.ts'
import { assignmentsOf } from '../../dockerfile/words/variables.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Step } from '../../facts/stages/step.ts'
import type { Layout } from '../place/layout.ts'

// # the port that it listens on
// ENV PORT=8080 ... EXPOSE $PORT
//   => the ENV stands in both stages, for the build may read it; what is said of it is said where EXPOSE is

/** ENV and ARG that stand in both stages, and that only instructions of the runtime stage use: their comments go there. */
export function commentedAtRunTime(
  steps: readonly Step[],
  { inBuilder, runtimeText }: Pick<Layout, 'inBuilder' | 'runtimeText'>,
): ReadonlySet<Instruction> {
  const variables = steps.filter(({ instruction }) => isVariable(instruction))
  const found = variables.filter(({ instruction, index }) => {
    if (!inBuilder.has(instruction) || runtimeText.get(instruction) !== 'whole') return false
    const names = assignmentsOf(instruction).map(({ name }) => name)
    const users = steps
      .slice(index + 1)
      .map((step) => step.instruction)
      .filter((other) => !isVariable(other) && speaksOf(other, names))
    return users.length > 0 && users.every((user) => !inBuilder.has(user) && runtimeText.has(user))
  })
  return new Set(found.map(({ instruction }) => instruction))
}

const isVariable = ({ keyword }: Instruction): boolean => keyword === 'ENV' || keyword === 'ARG'

const speaksOf = ({ text }: Instruction, names: readonly string[]): boolean =>
  names.some((name) => hasWord(text, name))
