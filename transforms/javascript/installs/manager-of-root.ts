import {
  baseName,
  cachesOfRoot,
  isRoot,
  lineage,
  type Command,
  type StageFacts,
} from '../../../src/transform.ts'

/** Programs that corepack stands in for. */
const managers = new Set('pnpm pnpx yarn yarnpkg'.split(' '))

/**
 * Whether a command starts a manager that corepack keeps in root's home, and would download at each start for another user. Not where a COPY brings
 * that folder, which goes to the other home, and not where a variable says another.
 * https://github.com/nodejs/corepack#environment-variables
 */
export function isManagerOfRoot({ name = '' }: Command, stage: StageFacts): boolean {
  const { Env } = stage.config
  if (
    !managers.has(baseName(name)) ||
    Env.has('COREPACK_HOME') ||
    Env.has('HOME') ||
    Env.has('XDG_CACHE_HOME')
  )
    return false
  const stages = lineage(stage)
  const commands = stages.flatMap((each) => each.commands)
  const installs = commands.some(
    (command) =>
      command.name === 'npm' && command.args.some((arg) => /^(pnpm|yarn)(@|$)/.test(arg ?? '')),
  )
  const isMoved = stages.some((each) => cachesOfRoot(each).length > 0)
  return (
    !installs &&
    !isMoved &&
    commands.some((command) => command.name === 'corepack' && isRoot(command.step.user))
  )
}
