import type { Command, RunCommand } from '../../../facts/commands/command.ts'
import { isRecursive } from '../../../facts/effects/effect.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import { isRoot } from '../../../facts/stages/root-user.ts'
import type { StageFacts } from '../../../facts/stages/stage-facts.ts'

/** The last `chown` of a path that the step with the index `made` makes; one with -R counts from there on. */
export function lastOwnerChange(
  path: string,
  { commands }: StageFacts,
  made: number,
): RunCommand | undefined {
  return commands.findLast((command) => changesOwner(command, path, command.step.index >= made))
}

/** Whom a `chown` or `install` gives its paths; undefined for root. */
export function ownerOf(change: Command | undefined): string | undefined {
  if (change === undefined) return undefined
  const owner =
    baseName(change.name ?? '') === 'install'
      ? ownerOfInstall(change)
      : change.args.find((arg) => arg?.startsWith('-') === false)
  return isRoot(owner) ? undefined : owner
}

/** The same as the author wrote it, variables and all; undefined where quotes hold more than that. */
export function writtenOwner(change: Command | undefined): string | undefined {
  const owner = ownerOf(change)
  const at = change?.argv.indexOf(owner) ?? -1
  const raw = at < 0 ? undefined : change?.source?.words[at]?.raw
  return /^"?([\w${}:.-]+)"?$/.exec(raw ?? '')?.[1]
}

/** `install -d -o node -g node cache` */
function ownerOfInstall({ args }: Command): string | undefined {
  const valueOf = (short: string, long: string) =>
    args[args.indexOf(short) + 1 || args.length] ??
    args.find((arg) => arg?.startsWith(`${long}=`))?.slice(long.length + 1)
  const user = valueOf('-o', '--owner')
  const group = valueOf('-g', '--group')
  return user === undefined || group === undefined ? user : `${user}:${group}`
}

/** `chown user:group path`, of the path or, with -R, of a folder around it that has it by then; `install -o user path`. */
function changesOwner(command: Command, path: string, isMade: boolean): boolean {
  const name = baseName(command.name ?? '')
  const effects = effectsOf(command) ?? []
  if (name === 'install')
    return (
      ownerOfInstall(command) !== undefined &&
      effects.some((effect) => effect.kind === 'creates' && effect.path === path)
    )
  if (name !== 'chown') return false
  const isDeep = isMade && isRecursive(command)
  return effects.some(
    (effect) =>
      effect.kind === 'changes' &&
      effect.what === 'owner' &&
      (effect.path === path || (isDeep && isWithin(path, effect.path))),
  )
}
