import { rememberOf } from '../../dockerfile/remember.ts'
import { countBefore } from '../count-before.ts'
import { isSamePath, onePath, type PathValue } from '../path-value.ts'
import type { SourceFacts, SourceLine } from '../source-facts.ts'

/** A part of a text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Whether anything begins in a part of a text, by where all of it begins, in order. */
export const beginsIn =
  (starts: readonly number[]) =>
  ({ start, end }: Span): boolean =>
    (starts[countBefore(starts, (each) => each < start)] ?? end) < end

/** What a source asks for around a place, from the inside out. Places share what is around them all. */
export interface Asked<Path> {
  readonly paths: readonly Path[]
  readonly around: Asked<Path> | undefined
}

/** A path that a source misses where nothing is there; not where it is one of those that it asks for around. */
export interface MissedPath<Path> {
  readonly path: Path
  readonly unless: Asked<Path> | undefined
  readonly at: SourceLine
}

/** What a source misses where it is not there: nothing that could be somewhere else. */
export function absencesAmong<Path extends object>(
  missed: readonly MissedPath<Path>[],
  paths: (path: Path) => readonly PathValue[],
): NonNullable<SourceFacts['absences']> {
  const one = rememberOf((path: Path) => onePath(paths(path)))
  return missed.flatMap(({ path, unless, at }) => {
    const value = one(path)
    if (value === undefined) return []
    for (let asked = unless; asked !== undefined; asked = asked.around)
      if (asked.paths.some((each) => isSamePath(one(each), value))) return []
    return [{ value, at }]
  })
}
