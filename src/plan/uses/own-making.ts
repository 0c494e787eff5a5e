import { effectsOf } from '../../facts/effects/effects.ts'
import type { Facts } from '../../facts/facts.ts'
import { isWithin } from '../../facts/image-path.ts'
import { volumeFolders } from '../../facts/stages/volume-folders.ts'
import type { Behaviour } from '../behaviour.ts'
import { demandsOf } from './image-demands.ts'

/**
 * The folder that a program makes for a path by itself, and does more than that where it is not there; undefined where no absence of the
 * path is acted upon, or where the image has the folder. One that is made in advance would stay empty.
 */
export function madeByItself(
  path: string,
  { absences = [] }: Pick<Behaviour, 'absences'>,
  facts: Facts,
): string | undefined {
  return absences
    .map((absence) => absence.path)
    .filter((folder) => isWithin(path, folder) && !isThere(folder, facts))
    .toSorted((a, b) => a.length - b.length)[0]
}

/** Whether an image has a folder when its container starts for the first time. */
export function isThere(folder: string, facts: Facts): boolean {
  const { final, project } = facts
  const source = facts.contextPath(folder)
  const volumes = [
    ...volumeFolders(final.config),
    ...demandsOf(facts).writes.flatMap((write) => (write.isVolume ? [write.path] : [])),
  ]
  const isIn = (path: string | undefined) => path !== undefined && isWithin(path, folder)
  return (
    (source !== undefined && (project.isFolder(source) || project.isFile(source))) ||
    volumes.some((volume) => isWithin(volume, folder)) ||
    final.copies.some(({ destination }) => isIn(destination)) ||
    final.steps.some(({ workdir }) => isIn(workdir)) ||
    final.commands.some((command) =>
      (effectsOf(command) ?? []).some((effect) => effect.kind === 'creates' && isIn(effect.path)),
    )
  )
}
