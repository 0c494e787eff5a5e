import type { RunCommand } from '../../facts/commands/command.ts'
import { isBroughtBy } from '../../facts/stages/copy.ts'
import { isWithin } from '../../facts/image-path.ts'
import { effectsOf } from '../../facts/effects/effects.ts'
import type { PlaceContext } from './command-place.ts'
import { placeCreated } from './place-created.ts'
import { systemFolders } from '../../knowledge/images/image-folders.ts'

/** Whether the runtime stage has a folder where a command stands, before anything is copied there. */
export function isThere(
  path: string,
  { step, linkIndex }: RunCommand,
  { facts }: PlaceContext,
): boolean {
  // The base image's work folder need not exist in another image.
  const isSet = facts.steps.some(
    ({ instruction, index }) => instruction.keyword === 'WORKDIR' && index < step.index,
  )
  if (systemFolders.has(path) || (isSet && isWithin(step.workdir ?? '/', path))) return true
  const above = facts.commands.filter(
    (other) => other.step === step && other.linkIndex < linkIndex && other.name === 'mkdir',
  )
  return above.some((other) =>
    effectsOf(other)?.some((effect) => effect.kind === 'creates' && isWithin(effect.path, path)),
  )
}

/** What commands above have made: 'both' is made in the runtime stage as well, 'leaves' is copied from the builder. */
export function madeBefore(
  { step, linkIndex }: RunCommand,
  context: PlaceContext,
  ...places: readonly ('both' | 'leaves')[]
): readonly string[] {
  const before = context.facts.commands.filter(
    (other) =>
      other.step.index < step.index || (other.step === step && other.linkIndex < linkIndex),
  )
  return before.flatMap((other) =>
    (effectsOf(other) ?? []).flatMap((effect) =>
      effect.kind === 'creates' &&
      places.some((place) => place === placeCreated(effect, context).kind)
        ? effect.path
        : [],
    ),
  )
}

/** Whether copies of the runtime stage bring a path, or something in it, above the command; a later one replaces what the command does. */
export function isBroughtBefore(
  path: string,
  { step }: RunCommand,
  { runtimeCopies }: PlaceContext,
): boolean {
  const copies = runtimeCopies.filter((copy) => copy.step.index < step.index)
  return (
    isBroughtBy(path, copies) ||
    copies.some((copy) => copy.paths.some(({ target }) => isWithin(target, path)))
  )
}

/** Whether a path lies where only the builder's copies bring something, and nothing else makes it: `scripts/build.sh`. */
export function isOnlyInBuilder(path: string, command: RunCommand, context: PlaceContext): boolean {
  const { facts, runtimeCopies } = context
  const copies = facts.copies.filter(
    (copy) => !runtimeCopies.includes(copy) && copy.step.index < command.step.index,
  )
  return (
    isBroughtBy(path, copies) &&
    !isThere(path, command, context) &&
    !madeBefore(command, context, 'both', 'leaves').some(
      (made) => isWithin(path, made) || isWithin(made, path),
    )
  )
}
