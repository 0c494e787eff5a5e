import {
  bringers,
  cachesOfRoot,
  closedFiles,
  programsOfRoot,
  splice,
  type Behaviour,
  type Copy,
  type Edit,
  type Facts,
} from '../../../src/transform.ts'
import type { ImageUser } from './image-user.ts'

/** Caches go from root's home folder to the user's, where what made them looks for them. */
export function moveCaches(user: ImageUser, { final }: Facts): readonly Edit[] {
  const { home } = user
  if (home === undefined) return []
  return cachesOfRoot(final).map((copy) => {
    const to = copy.step.instruction.words.at(-1)
    const place = copy.destination?.replace('/root', home) ?? home
    return withOwner(copy, user, to && [{ start: to.start, end: to.end, text: place }])
  })
}

/** The files that root alone may read go to the user, by the COPYs that bring them; what others give is left to them. */
export function openFiles(
  user: ImageUser,
  { closed = [], programs }: Behaviour,
  facts: Facts,
  given: readonly Edit[],
): readonly Edit[] {
  const { copies } = facts.final
  const all = [
    ...closedFiles(facts).flatMap(({ opener }) => opener ?? []),
    ...programsOfRoot(
      facts,
      programs.map(({ name }) => name),
    ).flatMap(({ opener }) => opener ?? []),
    ...closed.flatMap((path) => bringers(path, copies)),
  ]
  return [...new Set(all)]
    .filter(({ step }) => !given.some(({ instruction }) => instruction === step.instruction))
    .map((copy) => withOwner(copy, user))
}

/** The COPY with the user as the owner of what it brings. */
export function withOwner(
  { step: { instruction }, chown }: Copy,
  user: ImageUser,
  more: readonly { start: number; end: number; text: string }[] = [],
): Edit {
  const last = instruction.flags.at(-1)?.end
  const at = last ?? /^\s*\w+/.exec(instruction.text)?.[0].length ?? 0
  const owner = { start: at, end: at, text: ` --chown=${user.owner}` }
  const text = splice(instruction.text, chown === undefined ? [owner, ...more] : more)
  return { kind: 'replace', instruction, text: text.replace(/\r?\n$/, '') }
}
