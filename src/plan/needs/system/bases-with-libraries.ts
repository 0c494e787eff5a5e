import type { Facts } from '../../../facts/facts.ts'
import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { describeBaseImage } from '../../../knowledge/images/describe-base-image.ts'
import type { Behaviour } from '../../behaviour.ts'
import type { RuntimeBase, RuntimePackage } from '../../split.ts'
import { unknownProgram } from '../../../programs/behaviour.ts'
import { goDataFor } from '../files/go-data.ts'
import { pythonLibraries } from '../python/libraries.ts'
import type { Seen } from '../seen/seen-program.ts'

/** The bases with the libraries that packages need and that they lack; the author's own alone where a package is known to run on that, and for a script that nobody has read. */
export function basesWithLibraries(
  bases: readonly RuntimeBase[],
  seen: Seen,
  behaviour: Behaviour,
  facts: Facts,
): readonly RuntimeBase[] {
  const { packages, unread, statements } = seen
  const { base: written } = facts.final.stage
  const own = bases.filter(({ image }) => image === written)
  if (own.length > 0 && packages.some(({ row }) => row.keepsBase !== undefined)) return own
  // What a script calls that nobody has read, the author's image has.
  if (unread.length > 0 && statements.programs === undefined) return own
  if (isUnseen(seen)) return own
  return bases.flatMap((base) => {
    if (base.image === written) return base
    const image = describeBaseImage(base.image, facts.project.preferences.images)
    const ofPython = pythonLibraries(seen.python, image)
    // What Python's packages load is not known of this image.
    if (ofPython === undefined) return []
    const lacks = [
      ...librariesOf(image, packages),
      ...ofPython,
      ...goDataFor(image, seen, behaviour, facts),
    ]
    const more = lacks.filter(
      ({ name }) => base.packages?.some((item) => item.name === name) !== true,
    )
    return more.length === 0 ? base : { ...base, packages: [...(base.packages ?? []), ...more] }
  })
}

/** A program of Python starts what only a run shows: the author's image has it. Transforms of other languages say the same of theirs. */
const isUnseen = ({ python, programs, statements }: Seen): boolean =>
  python.start !== undefined &&
  statements.programs === undefined &&
  programs.some(({ graph }) => unknownProgram(graph) !== undefined)

function librariesOf(
  { packageManager }: BaseImage,
  packages: Seen['packages'],
): readonly RuntimePackage[] {
  if (packageManager === undefined) return []
  const all = packages.flatMap(({ row, evidence }) =>
    (row.libraries?.[packageManager] ?? []).map((name) => ({ name, evidence })),
  )
  return [...new Map(all.toReversed().map((item) => [item.name, item])).values()].reverse()
}
