import { posix } from 'node:path'
import type { Copy } from '../../../facts/stages/copy.ts'
import type { Facts } from '../../../facts/facts.ts'
import { resolvePath } from '../../../facts/image-path.ts'
import { viewOf } from '../../view/stage-view.ts'
import { startsTheSame } from '../seen/entries.ts'
import { dataNeeds } from '../files/data-files.ts'
import { manifestNeeds } from '../files/beside-modules.ts'
import { environmentNeeds } from '../python/lost-packages.ts'
import { pythonCopies } from '../python/sources.ts'
import { pythonFileNeeds } from './lacking-installs.ts'
import { linkedNeeds } from './lost-links.ts'
import { aliasNeeds } from '../files/alias-folders.ts'
import { volumeNeeds } from '../files/volume-files.ts'
import { homeNeeds } from '../files/home-files.ts'
import { localPackageNeeds } from '../files/local-packages.ts'
import { madeNeeds } from '../files/made-files.ts'
import { composerNeeds, phpCopies } from '../seen/php-programs.ts'
import { configurationNeeds, namedNeeds } from '../files/named-files.ts'
import { moduleDataNeeds } from '../files/module-data.ts'
import type { FileGap } from '../files/file-gaps.ts'
import type { FileNeed } from '../seen/file-need.ts'
import { fileNeedsOf } from '../files/file-needs.ts'
import { loadedNeeds } from '../files/loaded-files.ts'
import { seePrograms } from '../seen/see-programs.ts'
import type { Seen } from '../seen/seen-program.ts'
import { statedNeeds } from '../seen/stated-needs.ts'

/** The program of the new file, in the author's image: a start command that the split changes is the new one. */
export const seeAgain = (before: Facts, after: Facts): Seen => seePrograms(asStarted(before, after))

const restarted = new WeakMap<Facts, Map<string, Facts>>()

/** One object for one start command: what is seen of it is remembered by it. */
function asStarted(before: Facts, after: Facts): Facts {
  if (startsTheSame(before, after)) return before
  const key = JSON.stringify(after.start?.argv ?? [])
  const known = restarted.get(before) ?? new Map<string, Facts>()
  const facts = known.get(key) ?? { ...before, start: after.start }
  restarted.set(before, known.set(key, facts))
  return facts
}

/** The files that the program needs, and that the new image does not have where the author's has them. */
export function lackingFiles(seen: Seen, before: Facts, after: Facts): readonly FileNeed[] {
  const view = viewOf(after.final, after)
  const facts = asStarted(before, after)
  const needs = [
    ...fileNeedsOf(seen, before),
    ...namedNeeds(facts),
    ...localPackageNeeds(seen, before),
    ...manifestNeeds(seen, before),
    ...pythonFileNeeds(before, after),
    ...madeNeeds(seen, facts, view),
    ...composerNeeds(before),
    ...configurationNeeds(before, after),
    ...aliasNeeds(seen, before),
    ...homeNeeds(before),
    ...volumeNeeds(before),
    ...moduleDataNeeds(seen, before),
    ...statedNeeds(before),
    ...seen.repositories,
  ]
  const loaded = [...needs, ...loadedNeeds(needs, seen, before, after)]
  const all = [...loaded, ...dataNeeds(loaded, seen, before)]
  const lacking = [...new Map(all.map((need) => [need.path, need])).values()].filter(
    ({ contextPath, path }) => {
      if (contextPath === undefined) return view.has(path) === 'no'
      // Into a folder of the image only some of a folder's files may be copied.
      const files = before.project.isFolder(contextPath) ? before.filesIn(path) : []
      const copied = files.length > 0 ? files : [{ source: contextPath, path }]
      return copied.some((file) => view.hasCopyOf(file.source, file.path) === 'no')
    },
  )
  // Behind a link that the new image has, too, the file goes to where that leads.
  const placed = lacking.map((need) => ({ ...need, path: after.realPath(need.path) }))
  return [...placed, ...linkedNeeds(before, after), ...environmentNeeds(before, after)]
}

/** The author's copies of which the new image lacks something; of an interpreter, those that bring its sources. What the author deletes again is no part of them. */
export function lackingCopies({ what }: FileGap, before: Facts, after: Facts): readonly Copy[] {
  const view = viewOf(after.final, after)
  const author = viewOf(before.final, before)
  const copies =
    what === 'interprets' ? [...phpCopies(before), ...pythonCopies(before)] : before.final.copies
  return copies.filter(({ paths }) =>
    paths.some(({ source, target }) =>
      filesOf(source, target, before).some(
        ([file, path]) =>
          view.hasCopyOf(file, path) === 'no' && author.hasCopyOf(file, path) !== 'no',
      ),
    ),
  )
}

/** The files of a copied folder with their places, or the one that is copied. */
const filesOf = (source: string, target: string, { project }: Facts) =>
  project.isFolder(source)
    ? project
        .files(source)
        .map((file) => [file, resolvePath(target, posix.relative(source, file)) ?? file] as const)
    : [[source, target] as const]
