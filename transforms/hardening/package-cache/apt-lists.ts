import {
  readPackageCommand,
  type Facts,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import { withSudo } from './insert-command.ts'
import { isNamedLater } from './later-use.ts'
import { isAskedLater, needsLists } from './lists-asked.ts'

const apt = ({ name, args }: RunCommand) => {
  const call = readPackageCommand([name, ...args])
  return call?.manager === 'apt' ? call.action : undefined
}
const fetches = (action: string | undefined) => action === 'install' || action === 'upgrade'

/** The command that takes apt's package lists out of the layer; undefined where the RUN leaves none, or something needs them. */
export function aptCleanUp(
  commands: readonly RunCommand[],
  step: Step,
  stage: StageFacts,
  facts: Facts,
): string | undefined {
  const update = commands.findLast((command) => apt(command) === 'update')
  if (update === undefined || !commands.some((command) => fetches(apt(command)))) return undefined
  const rest = step.instruction.text.slice(update.source?.end ?? 0)
  if (/\/var\/lib\/(apt|\{)|dist-?clean/.test(rest) || needsLists(step, stage, facts))
    return undefined
  if (isAskedLater('apt', facts) || isNamedLater(['/var/lib/apt/lists'], step, stage, facts))
    return undefined
  return withSudo('rm -rf /var/lib/apt/lists/*', update)
}
