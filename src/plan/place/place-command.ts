import { isSpelledOut, type RunCommand } from '../../facts/commands/command.ts'
import { readInstall } from '../../knowledge/package-managers.ts'
import { baseName } from '../../facts/image-path.ts'
import { addsRepository } from '../../facts/commands/repository-commands.ts'
import type { Effect } from '../../facts/effects/effect.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import { isArchive } from '../../facts/effects/download-effects.ts'
import { unpackedBy } from '../../facts/effects/unpack-effects.ts'
import { hasWord } from '../../dockerfile/patterns/as-pattern.ts'
import { pathFolders } from '../../knowledge/images/image-folders.ts'
import { names } from '../spare/archives.ts'
import type { CommandPlace, PlaceContext } from './command-place.ts'
import { isIdleUpdate } from './idle-update.ts'
import { indexCommand } from './index-commands.ts'
import { placeAsked } from './place-asked.ts'
import { placeChanged, placeChanges } from './place-change.ts'
import { placeCreated } from './place-created.ts'
import { placeGivenFolder } from './owners/place-owner.ts'
import { isBroughtBefore, isOnlyInBuilder } from './runtime-paths.ts'
import { isRoomForLink, linkedOf, placeLink } from './place-link.ts'
import { placePackages, removesOwn, upgradesAll } from './place-packages.ts'
import { placeTrust } from './place-trust.ts'

/** Decides where a command belongs: the transform first, then the package managers, then what the shell's own tools do. */
export function placeCommand(command: RunCommand, context: PlaceContext): CommandPlace {
  const own = context.split.placeCommand(command)
  const asked = own === 'build' ? undefined : placeAsked(command, context)
  if (asked !== undefined) return asked
  if (own !== undefined) return { kind: own }
  const install = readInstall(command.argv.slice(command.argv.length - command.args.length - 1))
  if (install !== undefined) {
    if (install.action === 'update' && isIdleUpdate(command, context)) return { kind: 'build' }
    if (upgradesAll(install, command) && install.manager === context.image.packageManager)
      return { kind: 'both' }
    if (install.action !== 'install')
      return { kind: removesOwn(install, command, context) ? 'build' : 'neutral' }
    return placePackages(install, command, context)
  }
  const trusted = placeTrust(command, context.facts, context.image)
  if (trusted !== undefined) return trusted
  if (addsRepository(command)) return { kind: 'both' }
  if (indexCommand(baseName(command.name ?? '')) !== undefined) return { kind: 'run' }
  // `sh -c "wget ... && mv ..."`: the commands inside follow, and have places of their own.
  if (isSpelledOut(command)) return { kind: 'neutral' }
  const effects = effectsOf(command)
  if (effects === undefined) return placeUnpacked(command, context) ?? { kind: 'unknown' }
  const place = placeEffects(effects, command, context)
  // The runtime stage has no such archive: to check or remove it would fail.
  return place.kind === 'neutral' && context.spare.archives.some((path) => names(command, path))
    ? { kind: 'build' }
    : place
}

/** What links and PATH lead to; and a program that run time starts, and that nothing else brings, is in the archive that is called after it. */
function placeUnpacked(command: RunCommand, context: PlaceContext): CommandPlace | undefined {
  const { facts, brought } = context
  const unpacked = unpackedBy(command)
  if (unpacked === undefined) return undefined
  const { folder } = unpacked
  const linked = linkedOf(unpacked, context)
  if (linked.length > 0) return { kind: 'leaves', paths: linked }
  if (!pathFolders.includes(folder)) return undefined
  const archives = facts.commands
    .filter(({ step }) => step === command.step)
    .flatMap(({ source }) => source?.words ?? [])
    .map(({ raw }) => raw.replace(/["']/g, '').replace(/[?#].*$/, ''))
    .flatMap((word) => (word.includes('://') || isArchive(word) ? baseName(word) : []))
  const names = brought.filter((name) =>
    archives.some((archive) => archive.startsWith(name) && hasWord(archive, name)),
  )
  return names.length === 0
    ? undefined
    : {
        kind: 'leaves',
        paths: names.map((name) => ({ path: `${folder}/${name}`, isFolder: false })),
      }
}

function placeEffects(
  effects: readonly Effect[],
  command: RunCommand,
  context: PlaceContext,
): CommandPlace {
  if (effects.every((effect) => effect.kind === 'changes'))
    return placeChanges(effects, command, context)
  const places = effects
    .map((effect) => placeEffect(effect, command, context))
    .filter((place) => place.kind !== 'neutral')
  const first = places[0]
  if (first === undefined) return { kind: 'neutral' }
  const paths = places.flatMap((place) => (place.kind === 'leaves' ? place.paths : []))
  if (places.every((place) => place.kind === first.kind))
    return first.kind === 'leaves' ? { kind: 'leaves', paths } : first
  // `mv build.sh /usr/local/bin`: what it takes away is the builder's alone.
  if (places.every(({ kind }) => kind === 'build' || kind === 'leaves'))
    return { kind: 'leaves', paths }
  return { kind: paths.length > 0 ? 'unknown' : 'both' }
}

function placeEffect(effect: Effect, command: RunCommand, context: PlaceContext): CommandPlace {
  switch (effect.kind) {
    case 'users':
      return { kind: buildNeedsUsers(command, context) ? 'both' : 'run' }
    case 'creates':
      return (
        (effect.isFolder ? placeGivenFolder(effect.path, command, context) : undefined) ??
        placeLink(effect, command, context) ??
        placeCreated(effect, context)
      )
    case 'changes':
      return placeChanged(effect, command, context)
    case 'deletes':
      return placeDeleted(effect.path, command, context)
  }
}

function placeDeleted(path: string, command: RunCommand, context: PlaceContext): CommandPlace {
  if (isBroughtBefore(path, command, context) || isRoomForLink(path, command, context))
    return { kind: 'both' }
  // `rm` fails where nothing is to be removed; `rm -f` does not.
  const isForced = command.args.some(
    (arg) => arg !== undefined && /^(-[a-zA-Z]*f|--force)/.test(arg),
  )
  const isBuild = !isForced && isOnlyInBuilder(path, command, context)
  return { kind: isBuild ? 'build' : 'neutral' }
}

/** Whether the build runs as one of the users that the file makes, or gives files to one in another RUN than that which makes it. */
function buildNeedsUsers({ step }: RunCommand, { facts }: PlaceContext): boolean {
  const last = facts.steps.findLastIndex(({ instruction }) =>
    /^(RUN|COPY|ADD)$/.test(instruction.keyword),
  )
  return (
    facts.steps.some(
      ({ instruction, index }) =>
        index < last &&
        (instruction.keyword === 'USER' || instruction.flags.some((flag) => flag.name === 'chown')),
    ) ||
    facts.commands.some(
      (command) =>
        command.step !== step &&
        /^(chown|su|gosu|su-exec|sudo|install)$/.test(command.argv[0] ?? ''),
    )
  )
}
