import { placeWords } from '../evidence.ts'
import type { Facts } from '../facts.ts'
import type { Lookup } from '../stages/step.ts'

const knownBefore = new WeakMap<object, ReadonlyMap<string, string | undefined>>()

/**
 * A variable as the program sees it that the start command comes down to: what starts it sets it (`CMD PORT=80 node a.js`, `export PORT=80` in the
 * entrypoint's script, cross-env), or the image does.
 */
export function startVariable(
  { start, final }: Pick<Facts, 'start' | 'final'>,
  ofImage: Lookup = (name) => final.end.env.get(name),
): Lookup {
  if (start === undefined) return ofImage
  const given =
    knownBefore.get(start) ??
    new Map(
      start.processes.flatMap(({ follows, assignments }) => (follows ? [] : [...assignments])),
    )
  knownBefore.set(start, given)
  return (name) => (given.has(name) ? given.get(name) : ofImage(name))
}

/** Who starts the program, as the beginning of a sentence: 'Line 9', 'compose.yaml:4'. */
export const starter = (start: Facts['start'], line = start?.instruction?.line): string =>
  placeWords(start?.given ?? { path: 'Dockerfile', line })
