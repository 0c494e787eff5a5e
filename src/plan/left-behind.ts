import { effectsOf } from '../facts/effects/effects.ts'
import type { Facts } from '../facts/facts.ts'
import { isWithin } from '../facts/image-path.ts'
import { installedPackages } from '../facts/installed-packages.ts'
import type { StageFacts } from '../facts/stages/stage-facts.ts'
import { megabytesOfImage } from '../knowledge/images/image-sizes.ts'
import { readPackageCommand } from '../knowledge/package-managers.ts'
import { megabytesOfPackage } from '../knowledge/package-sizes.ts'
import type { Change } from './change.ts'
import { listText } from './list-text.ts'
import { nothingToLeave, nothingWorthwhile } from './refusals/nothing-to-leave.ts'
import type { Refusal } from './refusals/refuse.ts'
import type { FullSplit, Leaving } from './split.ts'
import { viewOf } from './view/stage-view.ts'

/** A second stage pays from so many megabytes, or from this share of the image, whichever is less. */
const worthwhile = { megabytes: 30, share: 0.1 }

/** What the runtime stage, as it is now, does without: of what the ecosystem names, what is not there, and the OS packages that it no longer installs. */
export function leftBehind(before: Facts, after: Facts, { leaves }: FullSplit): readonly Leaving[] {
  const view = viewOf(after.final, after)
  const isSame = isSameImage(before, after)
  const own = leaves.filter(
    ({ path, isOfImage }) =>
      !(isOfImage === true && isSame) && (path === undefined || view.has(path) === 'no'),
  )
  const lists = keepsLists(before.final) && !keepsLists(after.final) ? [packageLists] : []
  const all = [...own, ...packagesLeft(before.final, after.final), ...lists]
  // What the ecosystem calls by the name of a package (composer) is of the package's size.
  return [...new Map(all.map((leaving) => [leaving.what, leaving])).values()]
}

/** Those of Debian bookworm's main, compressed by lz4 as the official images keep them. */
const packageLists: Leaving = { what: 'the lists of packages', megabytes: 20 }

/** A RUN that fetches apt's lists and does not delete them again. */
function keepsLists({ commands }: StageFacts): boolean {
  const folder = '/var/lib/apt/lists'
  const cleaned = new Set(
    commands.flatMap((command) =>
      (effectsOf(command) ?? []).some(
        (effect) =>
          effect.kind === 'deletes' &&
          (isWithin(effect.path, folder) || isWithin(folder, effect.path)),
      )
        ? [command.step]
        : [],
    ),
  )
  return commands.some(({ argv, step }) => {
    const call = readPackageCommand(argv)
    return call?.manager === 'apt' && call.action === 'update' && !cleaned.has(step)
  })
}

function packagesLeft(before: StageFacts, after: StageFacts): readonly Leaving[] {
  const here = new Set(installedPackages(after.commands).map(({ name }) => name))
  return (
    installedPackages(before.commands)
      // What the new image has itself is nowhere left.
      .filter(
        ({ name, isRemoved }) =>
          !isRemoved && !here.has(name) && after.base.hasPackage(name) !== true,
      )
      .map(({ name, manager }) => ({
        what: name,
        megabytes: isAllThere(name, before)
          ? 0
          : megabytesOfPackage(manager, name, before.base.family),
      }))
      .filter(({ megabytes }) => megabytes !== 0)
  )
}

/** A package that only names others, all of which the image has. */
const isAllThere = (name: string, { base }: StageFacts) =>
  name === 'build-essential' && base.hasPackage('g++') === true

/** Why a second stage on the author's own image is not worth its lines; undefined where it is, or where no table tells. */
export function tooLittle(
  before: Facts,
  after: Facts,
  leavings: readonly Leaving[],
): Refusal | undefined {
  const { base } = before.final
  if (!isSameImage(before, after)) return undefined
  if (leavings.length === 0) return nothingToLeave
  const megabytes = sizeOf(leavings)
  const image = megabytesOfImage(base)
  if (megabytes === undefined || image === undefined) return undefined
  const limit = Math.min(worthwhile.megabytes, worthwhile.share * (image + megabytes))
  return megabytes >= limit
    ? undefined
    : nothingWorthwhile(listText(namesOf(leavings)), Math.ceil(megabytes), Math.ceil(limit))
}

const isSameImage = (before: Facts, after: Facts) =>
  before.final.base.reference.text === after.final.base.reference.text

/** Undefined where the size of one of them is not known. */
function sizeOf(leavings: readonly Leaving[]): number | undefined {
  let sum = 0
  for (const { megabytes } of leavings) {
    if (megabytes === undefined) return undefined
    sum += megabytes
  }
  return sum
}

/** The change with a sentence on what stays behind before its own. */
export function saying(change: Change, leavings: readonly Leaving[]): Change {
  if (leavings.length === 0) return change
  const said = `What only the build needs stays behind: ${listText(namesOf(leavings))}.`
  return { ...change, why: change.why === '' ? said : `${said} ${change.why}` }
}

const shown = 7

function namesOf(leavings: readonly Leaving[]): readonly string[] {
  const names = leavings.map(({ what }) => what)
  const rest = names.length - shown
  return rest < 2 ? names : [...names.slice(0, shown), `${rest} more packages`]
}
