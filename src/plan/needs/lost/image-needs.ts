import { placeOf } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { baseName } from '../../../facts/image-path.ts'
import { describeBaseImage } from '../../../knowledge/images/describe-base-image.ts'
import { ownName } from '../../../knowledge/images/image-names.ts'
import { placeOfPackage } from '../../../knowledge/os-packages.ts'
import { bringsProgramsOf, isOfPrograms, packageOfProgram } from '../../../knowledge/programs.ts'
import { assuming, type Change } from '../../change.ts'
import type { Behaviour } from '../../behaviour.ts'
import type { Artifact, FullSplit, Placement, RuntimeBase } from '../../split.ts'
import { unknownProgram } from '../../../programs/behaviour.ts'
import { baseVariables, linesFor } from '../seen/base-variables.ts'
import { withSeen } from '../seen/seen-behaviour.ts'
import { isPhpPackage } from '../seen/php-programs.ts'
import { artifactsOf, closedAmong, sayAbsent } from '../files/absent-artifacts.ts'
import { absentFiles, type AbsentFile } from '../files/absent-files.ts'
import { unseenVariables } from './unseen-variables.ts'
import { unsetVariable } from './unset-variable.ts'
import { withUnknownPackages } from '../python/unknown-packages.ts'
import { fileGapsOf } from '../files/file-gaps.ts'
import type { Seen } from '../seen/seen-program.ts'
import { basesWithLibraries } from '../system/bases-with-libraries.ts'

/** The transform's answer with what is seen of the program besides; for each of its bases. */
export function lookAgain(answer: FullSplit, seen: Seen, facts: Facts): FullSplit {
  const { project, final } = facts
  const named = (image: string) =>
    image === final.stage.base ? image : ownName(image, project.preferences.images)
  const bases = answer.runtimeBases.map((base) => ({ ...base, image: named(base.image) }))
  const absent = absentFiles(answer, seen, facts)
  const more = artifactsOf(absent, answer, facts)
  const closed = closedAmong(absent)
  const behaviourOf = (own: Behaviour) => ({ ...withSeen(own, seen), closed })
  const behaviour = behaviourOf(answer.behaviour)
  return {
    ...answer,
    artifacts: [...answer.artifacts, ...more],
    sideStages: answer.sideStages.map((side) => ({ ...side, image: named(side.image) })),
    behaviour,
    change: withStart(
      withUnset(withGap(answer.change, seen), answer, absent, seen, facts),
      seen,
      facts,
    ),
    placePackage: (name) =>
      placeNeeded(name, distrusted(name, answer, facts), behaviour, seen, facts),
    runtimeBases: basesWithLibraries(bases, seen, behaviour, facts)
      .map((base) =>
        base.override?.behaviour === undefined
          ? base
          : {
              ...base,
              override: {
                ...base.override,
                behaviour: behaviourOf(base.override.behaviour),
              },
            },
      )
      .map((base) => withMore(base, more))
      .map((base) => withUnknownPackages(base, seen.python, facts))
      .map((base) => withVariables(base, answer, seen, facts)),
  }
}

const withMore = (base: RuntimeBase, more: readonly Artifact[]): RuntimeBase =>
  base.override?.artifacts === undefined
    ? base
    : { ...base, override: { ...base.override, artifacts: [...base.override.artifacts, ...more] } }

/** What the program reads of the author's base image is said where the new one does not say it. */
function withVariables(
  base: RuntimeBase,
  { runtimeSetup: given }: FullSplit,
  seen: Seen,
  facts: Facts,
): RuntimeBase {
  const image = describeBaseImage(base.image, facts.project.preferences.images)
  const setup = base.override?.runtimeSetup ?? given
  const lines = linesFor(baseVariables(seen, facts), image, facts.dockerfile.escape).filter(
    (line) => !setup.some(({ text }) => text === line),
  )
  if (lines.length === 0) return base
  const more = lines.map((text) => ({ text, after: undefined }))
  return { ...base, override: { ...base.override, runtimeSetup: [...more, ...setup] } }
}

/** A module whose name only a run shows may be one that is left behind: that is for a person to accept. */
function withGap(change: Change, seen: Seen): Change {
  const gap = fileGapsOf(seen).find(({ what }) => what === 'loads')
  if (gap === undefined) return change
  const own = `${placeOf(gap.evidence)} loads what only a run shows: a package of production, or a file of the image.`
  return assuming(change, own, gap.evidence)
}

/** A file that a variable names which nobody sets may be one that is left behind, and one that others have is not to be seen. */
function withUnset(
  change: Change,
  answer: FullSplit,
  absent: readonly AbsentFile[],
  seen: Seen,
  facts: Facts,
): Change {
  const isBrought = absent.some(({ path }) => baseName(path) === '.env')
  const found = [
    unsetVariable(seen, facts),
    isBrought ? undefined : unseenVariables(answer, seen, facts),
    sayAbsent(absent),
  ]
  return found
    .filter((item) => item !== undefined)
    .reduce((before, { why, evidence }) => assuming(before, why, evidence), change)
}

/** The lines that state the start, and what a script on the way there may call besides. */
function withStart(change: Change, { unread, statements }: Seen, { start }: Facts): Change {
  const lines = start?.stated.lines ?? []
  if (lines.length === 0) return change
  const stated = { ...change, evidence: [...change.evidence, ...lines] }
  const [first] = unread
  const isSettled = statements.programs !== undefined && statements.reads !== undefined
  return first === undefined || isSettled
    ? stated
    : assuming(
        stated,
        `Of the start command, not all is read (${first.why}): it needs no more than the image has.`,
      )
}

/** What a transform says of a package. On the same kind of image, one that no table gives to the build stays. */
function distrusted(
  name: string,
  { placePackage, runtimeBases }: FullSplit,
  { final: { base }, project }: Facts,
): Placement | undefined {
  const own = placePackage(name)
  const manager = base.packageManager
  const place = manager === undefined ? 'build' : placeOfPackage(manager, name)
  return own === 'build' &&
    manager !== undefined &&
    place !== 'build' &&
    place !== 'interpreter' &&
    !isOfPrograms(manager, name) &&
    runtimeBases.some(
      ({ image }) => describeBaseImage(image, project.preferences.images).family === base.family,
    )
    ? undefined
    : own
}

/** A package that the table lists for the build is there for run time, too, where the program calls what it brings. */
function placeNeeded(
  name: string,
  own: Placement | undefined,
  { programs }: Behaviour,
  seen: Seen,
  { final }: Facts,
): Placement | undefined {
  const manager = final.base.packageManager
  if (own === 'run' || own === 'both' || manager === undefined) return own
  const place = own ?? placeOfPackage(manager, name)
  if (isPhpPackage(name) && placeOfPackage(manager, name) !== 'build') return 'both'
  if (place !== 'build' && place !== 'interpreter') return own
  // What only a run shows may be a script of it.
  if (place === 'interpreter' && seen.programs.some(({ graph }) => unknownProgram(graph)))
    return 'both'
  const isNeeded =
    seen.packages.some(({ row }) => row.libraries?.[manager]?.includes(name) === true) ||
    programs.some((program) => {
      const wanted = packageOfProgram(manager, program.name)
      return wanted !== undefined && bringsProgramsOf(manager, name, wanted)
    })
  return isNeeded ? 'both' : own
}
