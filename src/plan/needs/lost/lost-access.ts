import { isRecursive } from '../../../facts/effects/effect.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import type { Facts } from '../../../facts/facts.ts'
import { folderOf, isWithin } from '../../../facts/image-path.ts'
import { isRoot } from '../../../facts/stages/root-user.ts'
import { findStage, type StageFacts } from '../../../facts/stages/stage-facts.ts'
import { viewOf } from '../../view/stage-view.ts'
import type { Seen } from '../seen/seen-program.ts'
import { writesOf, type SeenWrite } from './unwritable.ts'

/**
 * The first path that the program writes to, that the author gave to others than root, and that is root's in the new image. A COPY gives
 * what it copies to root, and a folder that it makes is open to nobody else, whatever its mode was.
 */
export function lostAccess(seen: Seen, before: Facts, after: Facts): SeenWrite | undefined {
  const { User } = before.final.config
  if (isRoot(User) || User !== after.final.config.User) return undefined
  return writesOf(seen).find(({ path }) => isOpen(path, before) && !isOpen(path, after))
}

/** Whether somebody else than root is given a path or the folder that it is made in. A file that is not there yet has no mode. */
function isOpen(path: string, facts: Facts): boolean {
  const { final, realPath } = facts
  const [own, folder] = [realPath(path), realPath(folderOf(path))]
  return (
    [own, folder].some((each) => isGiven(each, final, ['owner', 'mode'])) ||
    isOpenBelow(folder, final, facts) ||
    (viewOf(final, facts).has(own) === 'yes' && isOpenBelow(own, final, facts))
  )
}

function isGiven(
  folder: string,
  { base, commands, copies }: StageFacts,
  ways: readonly string[],
): boolean {
  const home = base.user?.home
  const byOwner =
    (home !== undefined && isWithin(folder, home)) ||
    copies.some(
      ({ chown, destination }) =>
        !isRoot(chown) && destination !== undefined && isWithin(folder, destination),
    )
  return (
    (ways.includes('owner') && byOwner) ||
    commands.some((command) =>
      (effectsOf(command) ?? []).some((effect) => {
        if (effect.kind === 'creates')
          return !isRoot(command.step.user) && isWithin(folder, effect.path)
        if (effect.kind !== 'changes' || !ways.includes(effect.what)) return false
        return effect.path === folder || (isRecursive(command) && isWithin(folder, effect.path))
      }),
    )
  )
}

/** What lies in a copied folder has the mode that it has where it is copied from. */
function isOpenBelow(folder: string, { stage, copies }: StageFacts, facts: Facts): boolean {
  return copies.some(({ from, destination, sources: [source] }) => {
    if (from === undefined || destination === undefined || source === undefined) return false
    if (folder === destination || !isWithin(folder, destination)) return false
    const origin = findStage(facts.stages.slice(0, stage.index), from)
    const path = `${source}${folder.slice(destination.length)}`
    if (origin === undefined || viewOf(origin, facts).has(path) === 'no') return false
    return isGiven(path, origin, ['mode'])
  })
}
