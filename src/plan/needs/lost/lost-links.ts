import { effectsOf } from '../../../facts/effects/effects.ts'
import { unpackedBy } from '../../../facts/effects/unpack-effects.ts'
import { lineEvidence, type Evidence } from '../../../facts/evidence.ts'
import type { Facts } from '../../../facts/facts.ts'
import { findBinaries, placesOf } from '../../../facts/go/build-command.ts'
import {
  baseName,
  folderOf,
  isTransient,
  isWithin,
  resolvePath,
} from '../../../facts/image-path.ts'
import { linksOf, realPath } from '../../../facts/stages/links.ts'
import { findStage } from '../../../facts/stages/stage-facts.ts'
import { pathFolders } from '../../../knowledge/images/image-folders.ts'
import { isSource } from '../../../facts/php/runtime-sources.ts'
import { volumeFolders } from '../../../facts/stages/volume-folders.ts'
import { readInstall } from '../../../knowledge/package-managers.ts'
import type { FileNeed } from '../seen/file-need.ts'
import { isOfSystem } from '../../view/image-files.ts'
import { usagesOf } from '../../uses/image-demands.ts'
import { viewOf } from '../../view/stage-view.ts'

/** A link of the author's image that leads nowhere in the new one, or is a file by itself there. */
export interface LostLink {
  readonly path: string
  /** What it leads to in the author's image. */
  readonly to: string
}

/** The first program's link that the new image has without what it leads to, and without that file's neighbours. */
export function lostLink(before: Facts, after: Facts): LostLink | undefined {
  const author = linksOf(before.final, before.stages)
  const own = linksOf(after.final, after.stages)
  const view = viewOf(after.final, after)
  const binaries = new Set(findBinaries(before).flatMap((binary) => placesOf(binary, before)))
  for (const path of author.links.keys()) {
    if (view.has(path) === 'no') continue
    const to = realPath(path, author)
    if (!pathFolders.includes(folderOf(path))) {
      const isOwn = holdsSources(to, before) || isOfVolume(to, before)
      if (isCutOff(path, before, after) || (isOwn && isCopied(path, after))) return { path, to }
      continue
    }
    // A program that is linked whole needs no neighbours.
    if (isTransient(to) || binaries.has(to)) continue
    const isLink = own.links.has(path)
    if (isLink ? !isThere(realPath(path, own), before, after) : isCopied(path, after))
      return { path, to }
  }
  return undefined
}

/** Whether a link to something else than a program is one in the new image, too, without what the author's image has behind it. */
function isCutOff(path: string, before: Facts, after: Facts): boolean {
  const own = linksOf(after.final, after.stages)
  const to = realPath(path, own)
  return (
    own.links.has(path) &&
    !isTransient(to) &&
    // The system's own: a time zone.
    (isMade(to, before) || !isOfSystem(to)) &&
    viewOf(before.final, before).has(to) !== 'no' &&
    !isThere(to, before, after)
  )
}

/** A copy of a linked folder of PHP sources is none: they look for their neighbours where they lie, `__DIR__ . '/../vendor'`. */
function holdsSources(to: string, { contextPath, project }: Facts): boolean {
  const folder = contextPath(to)
  return folder !== undefined && project.isFolder(folder) && project.files(folder).some(isSource)
}

/** A copy of a folder is none where the link leads into a volume: what is written there would be lost with the container. */
function isOfVolume(to: string, facts: Facts): boolean {
  const mounted = usagesOf(facts).flatMap(({ mounts }) => mounts.map(({ target }) => target))
  return [...volumeFolders(facts.final.config), ...mounted].some((folder) => isWithin(to, folder))
}

/** What links of the new image lead to, and NODE_PATH names, and what is not there: folders that a tool filled. */
export function linkedNeeds(before: Facts, after: Facts): readonly FileNeed[] {
  const { final } = after
  const behind = [...linksOf(final, after.stages).links.keys()]
    .filter((path) => !pathFolders.includes(folderOf(path)) && isCutOff(path, before, after))
    .map((path) => realPath(path, linksOf(final, after.stages)))
  const author = viewOf(before.final, before)
  const view = viewOf(final, after)
  // https://nodejs.org/api/modules.html#loading-from-the-global-folders
  const named = (final.config.Env.get('NODE_PATH') ?? '')
    .split(':')
    .filter((path) => path.startsWith('/') && author.has(path) !== 'no' && view.has(path) === 'no')
  return [...new Set([...behind, ...named])].map((path) => ({
    contextPath: undefined,
    path,
    isFolder: true,
    evidence: lineOf(path, before),
  }))
}

function lineOf(path: string, { final }: Facts): Evidence {
  const step = final.steps.find(({ instruction }) => instruction.text.includes(path))
  return lineEvidence(step?.instruction)
}

/** Whether a COPY of the new stage names it: the file behind the link, under the link's name. */
function isCopied(path: string, { final, stages }: Facts): boolean {
  return final.copies.some(({ from, sources, destination }) => {
    const other =
      from === undefined ? undefined : findStage(stages.slice(0, final.stage.index), from)
    if (other === undefined || destination === undefined) return false
    const { links } = linksOf(other, stages)
    return sources.some((source) => {
      const origin = resolvePath('/', source) ?? source
      const isIt = destination === path || resolvePath(destination, baseName(origin)) === path
      return isIt && links.has(origin)
    })
  })
}

/** Whether the new stage is shown to have what a link leads to. */
function isThere(to: string, before: Facts, after: Facts): boolean {
  const { final } = after
  const known = viewOf(final, after).has(to)
  if (known === 'yes' || after.contextPath(to) !== undefined) return true
  const isBrought =
    (known === 'unknown' &&
      final.copies.some(({ destination }) => destination !== undefined && isIn(to, destination))) ||
    final.commands.some((command) => {
      const unpacked = unpackedBy(command)
      return unpacked !== undefined && isWithin(to, unpacked.folder)
    })
  if (isBrought || repeatsUnknown(before, after)) return true
  return !isMade(to, before) && mayBeOfImage(to, before, after)
}

/** Whether the new stage runs all commands again of which nobody knows what they make: `curl -fsSL https://bun.sh/install | bash`. */
function repeatsUnknown(before: Facts, after: Facts): boolean {
  const unknown = unknownOf(before)
  const again = new Set(unknownOf(after))
  return unknown.length > 0 && unknown.every((words) => again.has(words))
}

/** Above the sources; what is below them works on those. */
function unknownOf({ final }: Facts): readonly string[] {
  const sources = final.copies.find(({ from, paths }) => from === undefined && paths.length > 0)
  const last = sources?.step.index ?? Infinity
  return final.commands.flatMap((command) =>
    command.step.index > last ||
    effectsOf(command) !== undefined ||
    readInstall(command.argv) !== undefined
      ? []
      : JSON.stringify(command.argv),
  )
}

/** A folder of the system has other things beside those that a COPY brings there. */
const isIn = (path: string, folder: string) =>
  path !== folder && !pathFolders.includes(folder) && isWithin(path, folder)

/** Whether the author's file is seen to make it, or works in a folder around it that no package fills. */
function isMade(path: string, { final, contextPath }: Facts): boolean {
  if (contextPath(path) !== undefined || /^\/(opt|srv|home|root)\//.test(path)) return true
  return final.commands.some((command) => {
    const unpacked = unpackedBy(command)
    return (
      (unpacked !== undefined && isWithin(path, unpacked.folder)) ||
      (effectsOf(command) ?? []).some(
        (effect) => effect.kind === 'creates' && isWithin(path, effect.path),
      )
    )
  })
}

/** An image's own file, or one of its packages, as far as it has any. */
function mayBeOfImage(path: string, before: Facts, after: Facts): boolean {
  const { base, commands } = after.final
  if (base.reference.text === before.final.base.reference.text) return true
  if (pathFolders.includes(folderOf(path)) && base.hasProgram(baseName(path)) === true) return true
  return commands.some(({ argv }) => readInstall(argv)?.action === 'install')
}
