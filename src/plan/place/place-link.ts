import type { RunCommand } from '../../facts/commands/command.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { CreateEffect } from '../../facts/effects/effect.ts'
import type { Unpacked } from '../../facts/effects/unpack-effects.ts'
import { installedPackages } from '../../facts/installed-packages.ts'
import { folderOf, isTransient, isWithin } from '../../facts/image-path.ts'
import { linksOf, realPath } from '../../facts/stages/links.ts'
import { volumeFolders } from '../../facts/stages/volume-folders.ts'
import { outermostOwn, pathFolders } from '../../knowledge/images/image-folders.ts'
import type { CommandPlace, LeftPath, PlaceContext } from './command-place.ts'
import { isArtifact, isLeftByBuild } from './place-created.ts'
import { isBroughtBefore, isThere, madeBefore } from './runtime-paths.ts'

// RUN curl ... | tar xz -C /opt && ln -s /opt/tool-1.2/bin/tool /usr/local/bin/tool
//   => COPY --from=builder /opt/tool-1.2 /opt/tool-1.2
//      RUN ln -s /opt/tool-1.2/bin/tool /usr/local/bin/tool
//
// A COPY that names a link copies the file behind it, and a program looks for its neighbours where that file lies:
// https://docs.docker.com/reference/dockerfile/#copy

/** The place of an `ln -s`: a link again in the runtime stage. Undefined for what is no such link, and where a copy of what it leads to is as good. */
export function placeLink(
  { path, from, isLink = false }: CreateEffect,
  command: RunCommand,
  context: PlaceContext,
): CommandPlace | undefined {
  if (!isLink || from === undefined || isTransient(from)) return undefined
  const { config } = context.facts
  const isOfVolume = volumeFolders(config).some((volume) => isWithin(from, volume))
  // What is in a volume is not in the image: the folder of the sources that the link has replaced is not asked for.
  if (isLeftByBuild(path) || (!isOfVolume && isArtifact(path, context))) return undefined
  const isAlone =
    (isWithin(from, '/usr/share/zoneinfo') && !hasZones(command, context)) ||
    context.split.artifacts.some((item) => !item.isFolder && item.path === from)
  return isAlone || !hasFolderOf(path, command, context) ? undefined : { kind: 'both' }
}

/** Whether the runtime stage has the files of time zones where a command stands: those of its image, or of the author's package. */
function hasZones({ step }: RunCommand, { image, facts }: PlaceContext): boolean {
  const { packageManager, hasPackage } = image
  const above = facts.commands.filter((other) => other.step.index <= step.index)
  return (
    packageManager !== undefined &&
    (hasPackage('tzdata') === true ||
      installedPackages(above).some(({ name }) => name === 'tzdata'))
  )
}

/** Whether the runtime stage has the folder that a link is put into. */
function hasFolderOf(path: string, command: RunCommand, context: PlaceContext): boolean {
  const folder = folderOf(path)
  if (isOfImage(folder, command, context)) return true
  // Another folder above it is not made again where WORKDIR makes it further down.
  const { workdir, facts } = context
  const isLater = facts.steps.every(
    ({ instruction, index }) => instruction.keyword !== 'WORKDIR' || index > command.step.index,
  )
  if (isLater && workdir !== undefined && isWithin(workdir, folder)) return false
  return (
    isThere(folder, command, context) ||
    isBroughtBefore(folder, command, context) ||
    madeBefore(command, context, 'both').some((made) => isWithin(made, folder))
  )
}

/** Whether the author's image has a folder by its base alone, and the runtime stage stands on the same: `/var/www` of PHP's. */
function isOfImage(folder: string, command: RunCommand, { facts, split }: PlaceContext): boolean {
  const holds = (path: string) => isWithin(path, folder)
  // Copies and `mkdir -p` make the folders above, too.
  const isCopied = facts.copies.some(
    ({ step, destination = folder, paths }) =>
      step.index < command.step.index &&
      [destination, ...paths.map(({ target }) => target)].some(holds),
  )
  const isMade = facts.commands.some(
    (other) =>
      other.step.index <= command.step.index &&
      effectsOf(other)?.some(
        (effect) =>
          effect.kind === 'creates' &&
          (isWithin(folder, effect.path) ||
            (effect.isFolder && effect.isFilled !== true && holds(effect.path))),
      ),
  )
  return split.runtimeBases.every(({ image }) => image === facts.stage.base) && !isCopied && !isMade
}

/** Whether a path makes room for a link that the runtime stage makes again: `rm -rf /var/www/html && ln -s /app/public /var/www/html`. */
export function isRoomForLink(path: string, command: RunCommand, context: PlaceContext): boolean {
  const { facts } = context
  if (!linksOf(facts, []).links.has(path)) return false
  return facts.commands.some(
    (other) =>
      (other.step.index > command.step.index ||
        (other.step === command.step && other.linkIndex > command.linkIndex)) &&
      effectsOf(other)?.some(
        (effect) =>
          effect.kind === 'creates' &&
          effect.path === path &&
          placeLink(effect, other, context) !== undefined,
      ),
  )
}

/**
 * Of what an archive brings into a folder that others fill, too: what links lead to, and the folders of it that are on PATH where run time
 * starts a program that nothing else brings.
 */
export function linkedOf(
  { folder }: Unpacked,
  { facts, brought }: PlaceContext,
): readonly LeftPath[] {
  const all = linksOf(facts, [])
  const onPath = brought.length === 0 ? [] : (facts.end.env.get('PATH')?.split(':') ?? [])
  const wanted = [...all.links.values(), ...onPath]
    .map((path) => realPath(path, all))
    .filter((path) => isWithin(path, folder) && path !== folder && !pathFolders.includes(path))
  return [...new Set(wanted.map((path) => outermostOwn(path, folder)))].map((path) => ({
    path,
    isFolder: !pathFolders.includes(folderOf(path)),
  }))
}
