import {
  factsOfStage,
  folderOf,
  innerCommands,
  isRoot,
  lineage,
  readPackageCommand,
  substituted,
  parseRun,
  type CachePlace,
  type CacheUse,
  type Command,
  type Facts,
  type Installs,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../../src/transform.ts'
import { systemCache } from './system-caches.ts'

/** A folder that the builder mounts for a RUN. */
export interface CacheMount {
  readonly target: string
  readonly isLocked: boolean
  /** The user that it belongs to; root where undefined. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined
}

/** A command of a RUN that uses a cache, and where that lies. */
export interface KnownUse {
  readonly stage: StageFacts
  readonly step: Step
  readonly command: RunCommand
  readonly use: CacheUse
  readonly mounts: readonly CacheMount[]
  readonly isOffline: boolean
}

/** All uses of caches in a file, those by scripts, make and substitutions included. */
export function cacheUses(facts: Facts, installs: Installs): readonly KnownUse[] {
  return facts.stages.flatMap((stage) => {
    const own = factsOfStage(facts, stage)
    return stage.commands.flatMap((command) =>
      [command, ...startedBy(command, own)].flatMap((each) => {
        const cache = cacheOf(each, stage, installs)
        return cache === undefined
          ? []
          : [useOf({ ...each, step: command.step }, cache, stage, facts)]
      }),
    )
  })
}

/** What a command keeps, by what its ecosystem or the system's packages say. */
export const cacheOf = (
  command: Command,
  stage: StageFacts,
  installs: Installs,
): CacheUse | undefined => installs.read(command)?.keeps ?? systemCache(command, stage.base)

function startedBy(command: RunCommand, own: Facts): readonly Command[] {
  const script = command.linkIndex === 0 ? parseRun(command.step.instruction) : undefined
  return [
    ...innerCommands(command, own).commands,
    ...(script === undefined ? [] : substituted(script, command.cwd, command.step.variable)),
  ]
}

/** A use of a command, with the mounts that it would get. */
export function useOf(
  command: RunCommand,
  use: CacheUse,
  stage: StageFacts,
  { project }: Pick<Facts, 'project'>,
): KnownUse {
  const { step } = command
  const place = placeOf(command, stage, project)
  const owner = place.isRoot ? undefined : stage.base.user
  const folders = isByOther(command) ? [] : use.folders(place)
  // A folder that the mount makes above its own would be root's: others can't write there.
  const fits = (folder: string) =>
    folder.startsWith('/') &&
    !/[\s,"$]/.test(folder) &&
    (place.isRoot || (owner !== undefined && folderOf(folder) === owner.home))
  const isNoNetwork = step.instruction.flags.some(
    ({ name, value }) => name === 'network' && value === 'none',
  )
  return {
    ...{ stage, step, command, use },
    mounts: folders
      .map((folder) => folder.replace(/\/+$/, ''))
      .filter(fits)
      .map((target) => ({
        target,
        isLocked: use.isLocked === true,
        owner,
      })),
    isOffline: isNoNetwork || use.isOffline?.(place) === true,
  }
}

function placeOf(command: RunCommand, stage: StageFacts, project: Facts['project']): CachePlace {
  const { step } = command
  const value = (name: string): string | undefined => {
    if (command.assignments.has(name)) return command.assignments.get(name)
    if (command.exported?.has(name) === true) return command.exported.get(name)
    return step.isSet(name) ? step.variable(name) : ''
  }
  const user = stage.base.user
  const isUser = user !== undefined && [user.name, String(user.uid)].includes(nameOf(step.user))
  const root = isRoot(step.user) || isBySudo(command)
  const usual = root ? '/root' : isUser ? user.home : undefined
  const home = value('HOME')
  return {
    ...{ command, stage, project, value },
    commands: lineage(stage).flatMap(({ commands }) => commands),
    home: home === '' ? usual : home,
    isRoot: root,
  }
}

const nameOf = (user: string | undefined) => user?.split(':')[0] ?? ''
/** Another user has another home; what is the system's lies where it lies. */
const isByOther = (command: RunCommand) =>
  (isBySudo(command) && readPackageCommand([command.name, ...command.args]) === undefined) ||
  /(^|\s)(su|gosu|su-exec|runuser|setpriv)\s/.test(command.step.instruction.body.text)
const isBySudo = ({ source }: Command) => source?.words[0]?.value === 'sudo'
