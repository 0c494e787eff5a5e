import { assignmentsOf, variablesOf, type Facts } from '../../../src/transform.ts'
import { managers } from '../managers/manager.ts'

/** ENV that only pip and the managers of projects read, unless another line uses it. https://pip.pypa.io/en/stable/topics/configuration/#environment-variables */
export function buildOnlyEnv({ final }: Facts): readonly string[] {
  const { instructions } = final.stage
  const names = instructions
    .filter(({ keyword }) => keyword === 'ENV')
    .flatMap((instruction) => assignmentsOf(instruction).map(({ name }) => name))
  const used = new Set(
    instructions
      .filter(({ keyword }) => keyword !== 'RUN' && keyword !== 'FROM')
      .flatMap(variablesOf),
  )
  return names.filter((name) => isOfManager(name) && !used.has(name))
}

const isOfManager = (name: string) =>
  ['PIP_', ...managers.map(({ prefix }) => prefix)].some((prefix) => name.startsWith(prefix))
