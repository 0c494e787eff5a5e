import {
  type Command,
  effectsOf,
  isWithin,
  lineage,
  mountsOf,
  readPackageCommand,
  type Facts,
  type Installs,
  type RunCommand,
  type StageFacts,
  type Step,
} from '../../../../src/transform.ts'
import { cacheUses, useOf, type CacheMount, type KnownUse } from './cache-use.ts'
import { effectOn, isNamedBy } from './clean-ups.ts'
import { isFilled, isTaken } from './copied-caches.ts'

/** Which RUNs get which mounts. */
export interface MountPlan {
  readonly uses: readonly KnownUse[]
  /** What is mounted for a RUN, by its step. */
  readonly mounts: ReadonlyMap<Step, readonly CacheMount[]>
}

/**
 * The mounts of all RUNs, without folders that a reason speaks against: something of the image or of another stage reads what would not be
 * there, or a command would find a mount where it takes a folder away. `closed` are folders for which the caller has a reason of its own.
 */
export function planMounts(
  facts: Facts,
  installs: Installs,
  closed: ReadonlySet<string>,
): MountPlan {
  const shipping = lineage(facts.final)
  const targets = new Set(
    facts.project.usages().flatMap(({ target }) => target?.toLowerCase() ?? []),
  )
  const isRun = (stage: StageFacts) =>
    shipping.includes(stage) ||
    facts.stages.some(
      (other) => targets.has(other.stage.name ?? '') && lineage(other).includes(stage),
    )
  const uses = cacheUses(facts, installs).filter(
    ({ use, stage }) => use.isReadOn !== true || !isRun(stage),
  )
  const all = [...uses, ...readersOf(uses, facts, installs)]
  const isOpen = new Map(
    [...new Set(all.flatMap(({ mounts }) => mounts.map(({ target }) => target)))].map(
      (target): [string, boolean] => [
        target,
        !closed.has(target) && isFree(target, all.filter(hasTarget(target)), facts),
      ],
    ),
  )
  const mounts = new Map<Step, CacheMount[]>()
  for (const { step, mounts: wanted } of all)
    for (const mount of wanted) {
      const own = mounts.get(step) ?? []
      const isThere = [...mountsOf(step), ...own].some(
        ({ target }) =>
          target !== undefined &&
          (isWithin(mount.target, target) || isWithin(target, mount.target)),
      )
      if (isOpen.get(mount.target) === true && !isThere) mounts.set(step, [...own, mount])
    }
  return { uses: all, mounts }
}

const hasTarget = (target: string) => (use: KnownUse) =>
  use.mounts.some((mount) => mount.target === target)

/**
 * RUNs that may read what an earlier one has brought: a build by make, a program that nobody knows. They would fetch it again, each time.
 */
function readersOf(
  uses: readonly KnownUse[],
  facts: Facts,
  installs: Installs,
): readonly KnownUse[] {
  return uses
    .filter(({ use }) => use.isReadOn === true)
    .flatMap(({ stage, step, use }) =>
      facts.stages
        .filter((other) => lineage(other).includes(stage))
        .flatMap((other) =>
          other.commands
            .filter(
              (command) =>
                (other !== stage || command.step.index > step.index) &&
                isUnknown(command, installs),
            )
            .map((command) => useOf(command, use, other, facts)),
        ),
    )
}

const isUnknown = (command: RunCommand, installs: Installs): boolean =>
  installs.read(command) === undefined &&
  effectsOf(command) === undefined &&
  readPackageCommand([command.name, ...command.args]) === undefined

function isFree(target: string, uses: readonly KnownUse[], facts: Facts): boolean {
  const owners = new Set(
    uses.flatMap(({ mounts }) =>
      mounts.filter((mount) => mount.target === target).map(({ owner }) => owner?.uid ?? 0),
    ),
  )
  if (owners.size > 1 || uses.some(({ isOffline }) => isOffline)) return false
  const own = new Set(uses.map(({ stage }) => stage))
  const stages = facts.stages.filter((stage) => lineage(stage).some((below) => own.has(below)))
  const isEmptied = (command: Command) => uses.some(({ use }) => use.isEmptiedBy(command))
  const users = new Set(uses.map(({ command }) => command.source))
  return !stages.some(
    (stage) =>
      isFilled(target, stage, facts) ||
      isTaken(target, stage, facts) ||
      stage.unreadable.some(({ instruction }) => instruction.text.includes(target)) ||
      stage.steps.some((step) => isNamedBy(step, target)) ||
      stage.commands.some(
        (command) =>
          (command.source === undefined || !users.has(command.source)) &&
          effectOn(command, target, homeOf(target), isEmptied) === 'touches',
      ),
  )
}

/** The home folder in which a cache lies, as far as `~` is concerned. */
export const homeOf = (target: string): string | undefined =>
  /^(\/root|\/home\/[^/]+)(?=\/)/.exec(target)?.[1]
