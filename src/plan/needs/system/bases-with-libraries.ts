import { placeOf, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import type { BaseImage } from '../../../knowledge/images/base-image.ts'
import { describeBaseImage } from '../../../knowledge/images/describe-base-image.ts'
import type { Behaviour } from '../../behaviour.ts'
import type { RuntimeBase, RuntimePackage } from '../../split.ts'
import { unknownProgram } from '../../../programs/behaviour.ts'
import { goDataFor } from '../files/go-data.ts'
import { pythonLibraries } from '../python/libraries.ts'
import type { Seen } from '../seen/seen-program.ts'

/** A clause, and where what it is about stands. */
interface Why {
  readonly why: string
  readonly evidence: Evidence | undefined
}

/** The bases with the libraries that packages need and that they lack; the author's own alone where a package is known to run on that, and for a script that nobody has read. */
export function basesWithLibraries(
  bases: readonly RuntimeBase[],
  seen: Seen,
  behaviour: Behaviour,
  facts: Facts,
): readonly RuntimeBase[] {
  const { base: written } = facts.final.stage
  const own = bases.filter(({ image }) => image === written)
  if (whyOwnBase(seen, own.length > 0) !== undefined) return own
  return bases.flatMap((base) => {
    if (base.image === written) return base
    const image = describeBaseImage(base.image, facts.project.preferences.images)
    const { libraries: ofPython, unknown } = pythonLibraries(seen.python, image)
    if (unknown !== undefined) return []
    const lacks = [
      ...librariesOf(image, seen.packages),
      ...ofPython,
      ...goDataFor(image, seen, behaviour, facts),
    ]
    const more = lacks.filter(
      ({ name }) => base.packages?.some((item) => item.name === name) !== true,
    )
    return more.length === 0 ? base : { ...base, packages: [...(base.packages ?? []), ...more] }
  })
}

/** Why the author's own image alone is known to have what the program needs, as a clause; undefined where a leaner one may do. */
export function whyOwnBase(
  { packages, unread, statements, python, programs }: Seen,
  isOffered = true,
): Why | undefined {
  const keeper = packages.find(({ row }) => row.keepsBase !== undefined)
  if (isOffered && keeper?.row.keepsBase !== undefined)
    return {
      why: `${keeper.name} needs this one (${keeper.row.keepsBase})`,
      evidence: keeper.evidence,
    }
  if (statements.programs !== undefined) return undefined
  const [script] = unread
  // What a script calls that nobody has read, the author's image has.
  if (script !== undefined) return { why: script.why, evidence: undefined }
  if (python.start === undefined) return undefined
  // Transforms of other languages say the same of their programs.
  const started = programs.map(({ graph }) => unknownProgram(graph)).find((at) => at !== undefined)
  return started === undefined
    ? undefined
    : {
        why: `${placeOf(started)} starts a program that is only known at run time`,
        evidence: started,
      }
}

/** Why the first of the bases is not offered, as a clause; undefined where it is. */
export function whyHeld(
  [first]: readonly RuntimeBase[],
  seen: Seen,
  { final, project }: Facts,
): Why | undefined {
  const own = whyOwnBase(seen)
  if (own !== undefined || first === undefined || first.image === final.stage.base) return own
  const { unknown } = pythonLibraries(
    seen.python,
    describeBaseImage(first.image, project.preferences.images),
  )
  return unknown === undefined
    ? undefined
    : {
        why: `it is not known which libraries ${unknown.name} needs on ${first.image}`,
        evidence: unknown.evidence,
      }
}

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
