import { trimmedText } from '../../../dockerfile/trimmed-text.ts'
import { closedFile } from '../../../facts/stages/closed-files.ts'
import { effectsOf } from '../../../facts/effects/effects.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { inHomeOfRoot } from '../../../facts/stages/home-of-root.ts'
import { programsOfRoot } from '../../../facts/programs-of-root.ts'
import { folderOf, isWithin } from '../../../facts/image-path.ts'
import { isRoot } from '../../../facts/stages/root-user.ts'
import { bringers } from '../../behaviour.ts'
import { demandsOf } from '../../uses/image-demands.ts'
import { isThere } from '../../uses/own-making.ts'
import { rightOfGit, seenBehaviour, withSeen } from '../seen/seen-behaviour.ts'
import type { Seen } from '../seen/seen-program.ts'

/** A path that the program is seen to write to. */
export interface SeenWrite {
  readonly path: string
  readonly evidence: Evidence
}

/**
 * The first path that the program writes to and that the new image's user may not; undefined where there is none, or where the author's
 * image has a user of its own.
 */
export function unwritablePath(seen: Seen, before: Facts, after: Facts): SeenWrite | undefined {
  if (isRoot(after.final.config.User) || !isRoot(before.final.config.User)) return undefined
  return writesOf(seen).find(({ path }) => !isGiven(path, after))
}

/** Where the program and its tools are seen to write. */
export const writesOf = ({ programs, uses }: Seen): readonly SeenWrite[] => [
  ...programs.flatMap((program) => seenBehaviour(program).writes),
  ...uses.filter(({ use }) => use === 'writes'),
]

/** The first folder that the program makes and fills where it is not there, as it is in the author's image, and that the new image has. */
export function madeInAdvance(seen: Seen, before: Facts, after: Facts): SeenWrite | undefined {
  return seen.programs
    .flatMap((program) => seenBehaviour(program).absences ?? [])
    .find(({ path }) => !isThere(path, before) && isThere(path, after))
}

/** What the program does that only root may, where the new image has another user and the author's has none. */
export function lostRight(
  seen: Seen,
  before: Facts,
  after: Facts,
  closed: readonly string[] = [],
): string | undefined {
  if (isRoot(after.final.config.User) || !isRoot(before.final.config.User)) return undefined
  const right = seen.programs
    .map((program) => seenBehaviour(program).needsRoot)
    .find((item) => item !== undefined)
  return (
    right ??
    rightOfGit(seen.repositories) ??
    demandsOf(after).needsRoot ??
    lostHome(after) ??
    lostFile(after) ??
    lostKey(closed, after) ??
    writesUnseen(seen, after)
  )
}

/** What only root may read. */
function lostFile(after: Facts): string | undefined {
  const instruction = closedFile(after)
  if (instruction !== undefined)
    return `\`${trimmedText(instruction)}\` makes a file that root alone may read`
  const [held] = programsOfRoot(after)
  return held && `\`${trimmedText(held.instruction)}\` makes a program that root alone may execute`
}

/** A key that the image may get, if it is there when that is built. */
function lostKey(closed: readonly string[], { final }: Facts): string | undefined {
  const key = closed.find((path) => bringers(path, final.copies).length > 0)
  return key && `root alone may be able to read ${key}`
}

/** It writes where only a run shows, and the file keeps no folder for that. */
function writesUnseen(seen: Seen, { final }: Facts): string | undefined {
  const nothing = { writes: [], writesElsewhere: undefined, ports: [], programs: [] }
  return final.config.Volumes.length > 0 ? undefined : withSeen(nothing, seen).writesElsewhere
}

/** What lies in the home folder of root. */
function lostHome(after: Facts): string | undefined {
  const found = inHomeOfRoot(after)
  if (found === undefined) return undefined
  const { instruction, what } = found
  return instruction === undefined ? what : `\`${trimmedText(instruction)}\` ${what}`
}

/** Whether a path, or the folder that it is made in, belongs to another user than root: where links lead, as `chown` follows them. */
function isGiven(path: string, { final, realPath }: Facts): boolean {
  const { base, commands, copies } = final
  const folders = [path, folderOf(path)].map(realPath)
  const isIn = (given: string | undefined) =>
    given !== undefined && folders.some((folder) => isWithin(folder, realPath(given)))
  return (
    isIn(base.user?.home) ||
    copies.some(({ chown, destination }) => !isRoot(chown) && isIn(destination)) ||
    commands.some((command) =>
      (effectsOf(command) ?? []).some(
        (effect) =>
          (effect.kind === 'changes' && effect.what !== 'content' && isIn(effect.path)) ||
          (effect.kind === 'creates' && !isRoot(command.step.user) && isIn(effect.path)),
      ),
    )
  )
}
