import {
  isPosixShell,
  lineage,
  readPackageCommand,
  type Facts,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import { withSudo } from './insert-command.ts'

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
  return withSudo('rm -rf /var/lib/apt/lists/*', update)
}

/** Whether a later RUN, in this stage or one that is built from it, installs packages without an update of its own. */
export function needsLists(step: Step, stage: StageFacts, facts: Facts): boolean {
  const later = facts.stages.flatMap((other) =>
    lineage(other).includes(stage)
      ? other.steps
          .filter((item) => other !== stage || item.index > step.index)
          .map((item) => ({ item, other }))
      : [],
  )
  return later.some(({ item, other }) => {
    const { keyword, text } = item.instruction
    if (keyword === 'ONBUILD') return /apt/.test(text) && !/update/.test(text)
    if (keyword !== 'RUN') return false
    if (other.unreadable.includes(item)) return /apt/.test(text)
    const commands = other.commands.filter((command) => command.step === item)
    return commands.some(
      (command, i) =>
        (fetches(apt(command)) ||
          (command.name?.startsWith('apt') === true && apt(command) === undefined) ||
          runsScript(command, facts)) &&
        !commands.slice(0, i).some((before) => apt(before) === 'update'),
    )
  })
}

/** A script whose commands are not in the Dockerfile; one of the context that never says apt is none. */
function runsScript({ name = '', args }: RunCommand, { project }: Facts): boolean {
  const isShell = isPosixShell(name) || name === 'source' || name === '.'
  if (!isShell && !name.endsWith('.sh')) return false
  if (isShell && args.includes('-c')) return false
  const file = isShell ? args.find((arg) => arg !== undefined && !arg.startsWith('-')) : name
  const base = file?.split('/').at(-1)
  const known =
    base === undefined ? [] : project.files().filter((path) => path.split('/').at(-1) === base)
  return known.length === 0 || known.some((path) => /\bapt/.test(project.read(path) ?? 'apt'))
}
