import type { RunCommand } from '../../../facts/commands/command.ts'
import { baseName, isWithin } from '../../../facts/image-path.ts'
import { isRoot } from '../../../facts/stages/root-user.ts'
import type { Step } from '../../../facts/stages/step.ts'
import { isRecursive, type ChangeEffect } from '../../../facts/effects/effect.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import type { CommandPlace, PlaceContext } from '../command-place.ts'
import { lastOwnerChange, ownerOf } from './owner-changes.ts'
import { isThere, madeBefore } from '../runtime-paths.ts'

// RUN go build -o server . && chown -R web:web /app
//   => runtime: COPY --from=builder --chown=web:web /app/server ./
//               RUN chown web:web /app
//
// RUN adduser -D web && mkdir /app && chown -R web /app ... WORKDIR /app ... RUN go build -o server .
//   => the folder is made and given away in the runtime stage, too
//
// COPY . /app ... RUN chown web /app ... WORKDIR /app ... RUN go build -o server .
//   => runtime: RUN mkdir -p /app && chown web /app
//
// COPY --chown changes the owner of what it copies, and not of a folder that exists: https://docs.docker.com/reference/dockerfile/#copy---chown---chmod

/**
 * The place of a `chown` or `chmod` that opens a folder of the runtime stage to a user, where the folder's contents come from the builder.
 * Undefined for other commands, and where the user has access without it.
 */
export function placeFolderChange(
  change: ChangeEffect,
  command: RunCommand,
  context: PlaceContext,
): CommandPlace | undefined {
  if (!opens(change, command)) return undefined
  const { step } = command
  const isForBuild = buildIsAnothers(step, context)
  const closed = change.what === 'mode' ? closedFolders(change.path, command, context) : []
  if (closed.length > 0) {
    const inside = closed.filter((path) => path !== change.path)
    return { kind: 'part', dropped: [], isFlat: true, inside, isMissing: false, isForBuild: true }
  }
  // COPY --from keeps modes, but not owners: a path inside of what it copies gets its owner after it.
  if (change.what === 'owner' && isInsideBrought(change.path, step, context))
    return { kind: isForBuild ? 'both' : 'run' }
  const held = heldBy(change.path, context)
  if (held.length === 0) return undefined
  const isBrought = held.some((index) => index <= step.index)
  const isMissing = !isBrought && !isThere(change.path, command, context)
  if (!isMissing && !(isBrought && isRecursive(command)))
    return { kind: isForBuild ? 'both' : 'run' }
  // What is copied has its owner and mode already. A chown -R would write every file into the image a second time.
  const inside = isBrought ? madeInside(change.path, command, context) : []
  // What is copied has the mode that it has in the builder, so the builder gives it.
  const isAlso = isForBuild || (isBrought && change.what === 'mode')
  return { kind: 'part', dropped: [], isFlat: true, inside, isMissing, isForBuild: isAlso }
}

/** A `mkdir` goes where the `chown` of the same RUN goes that gives the folder away. */
export function placeGivenFolder(
  path: string,
  command: RunCommand,
  context: PlaceContext,
): CommandPlace | undefined {
  for (const other of context.facts.commands) {
    if (other.step !== command.step || other.linkIndex < command.linkIndex) continue
    for (const effect of effectsOf(other) ?? []) {
      if (effect.kind !== 'changes' || !isWithin(path, effect.path)) continue
      const place = placeFolderChange(effect, other, context)
      if (place?.kind === 'run' || place?.kind === 'both') return place
    }
  }
  return undefined
}

/** Folders that the runtime stage makes anew inside another: `mkdir -p /app/var/log` => `/app/var`, `/app/var/log`. */
function madeInside(path: string, command: RunCommand, context: PlaceContext): readonly string[] {
  const made = madeBefore(command, context, 'both')
  const below = made.filter((other) => other !== path && isWithin(other, path))
  return [
    ...new Set(
      below.flatMap((other) => {
        const names = other.slice(path.length).split('/').slice(1)
        return names.map((_, i) => `${path}/${names.slice(0, i + 1).join('/')}`)
      }),
    ),
  ]
}

/** `777`, `g+w`, `ug=rwx`, `g=u` */
const letsOthersWrite = /^[0-7]*([2367].|.[2367])$|(^|,)(?!u[+=])[ugoa]*([+=]\w*w|=u)/

/** Gives it to another than root, or lets others write. */
function opens({ what }: ChangeEffect, command: RunCommand): boolean {
  const name = baseName(command.name ?? '')
  const value = command.args.find((arg) => arg?.startsWith('-') !== true)
  if (what === 'owner') return name === 'chown' && (value === undefined || !isRoot(value))
  return name === 'chmod' && (value === undefined || letsOthersWrite.test(value))
}

function isInsideBrought(path: string, step: Step, { split, facts }: PlaceContext): boolean {
  return split.artifacts.some(
    (artifact) =>
      artifact.isFolder &&
      (artifact.target ?? artifact.path) === artifact.path &&
      path !== artifact.path &&
      isWithin(path, artifact.path) &&
      facts.steps.findIndex(({ instruction }) => instruction === artifact.after) <= step.index,
  )
}

/**
 * Positions of the steps that make what the builder gives to a folder that stands in the runtime stage already: one around an artifact, or
 * the work folder itself.
 */
function heldBy(path: string, { split, facts, workdir }: PlaceContext): readonly number[] {
  return split.artifacts
    .filter(
      ({ path: own, target = own, isFolder }) =>
        isWithin(target, path) && (target !== path || (isFolder && path === workdir)),
    )
    .map(({ after }) => facts.steps.findIndex(({ instruction }) => instruction === after))
}

/**
 * Folders that the builder gives, and that `chmod` opened there, by themselves or with -R: a COPY keeps the modes of what is in a folder, and
 * makes the folder itself anew, for root. Those that belong to the container's user need no more.
 */
function closedFolders(
  path: string,
  command: RunCommand,
  { split, facts }: PlaceContext,
): readonly string[] {
  return split.artifacts.flatMap(({ path: own, target = own, isFolder, isMerged, after }) => {
    const made = facts.steps.findIndex(({ instruction }) => instruction === after)
    const isOpened = target === path || (isRecursive(command) && isWithin(target, path))
    if (!isFolder || isMerged === true || !isOpened || made > command.step.index) return []
    const [owner] = ownerOf(lastOwnerChange(own, facts, made))?.split(':') ?? []
    return owner !== undefined && owner === facts.config.User?.split(':')[0] ? [] : [target]
  })
}

/** Whether a later step of the build runs as another user than root. */
function buildIsAnothers(step: Step, { facts }: PlaceContext): boolean {
  return facts.steps.some(
    ({ instruction, index, user }) =>
      index > step.index && instruction.keyword === 'RUN' && !isRoot(user),
  )
}
