import {
  baseName,
  isWithin,
  resolvePath,
  type Copy,
  type CopiedPath,
  type Placement,
} from '../../../src/transform.ts'
import type { AppFiles } from '../app/app-files.ts'
import { bringsComposer } from '../composer/obtaining.ts'

/** The stage of a copy that brings composer or the application's sources; undefined for others. `needsComposer`: run time calls it. */
export function placeSourceCopy(
  copy: Copy,
  files: AppFiles,
  lastBuild: number,
  needsComposer: boolean,
): Placement | undefined {
  if (bringsComposer(copy)) return needsComposer ? 'both' : 'build'
  if (copy.from !== undefined || copy.paths.length === 0) return undefined
  const folders = [
    ...files.projects.map(({ folder }) => folder),
    ...(files.app.folder === undefined ? [] : [files.app.folder]),
  ]
  const isOfApp = copy.paths.every(({ target }) =>
    folders.some((folder) => isWithin(target, folder) || isWithin(folder, target)),
  )
  const comesWhole = copy.paths.every(({ target }) =>
    files.whole.some(({ path }) => isWithin(target, path)),
  )
  // `COPY . /tmp/src`, of which a command makes the application's folder.
  const feeds = files.whole.length > 0 && copy.paths.every(({ target }) => isWithin(target, '/tmp'))
  if (comesWhole || feeds) return 'build'
  if (!isOfApp) return undefined
  const isRead = copy.step.index < lastBuild
  const isAgain = isRead && (isCredential(copy) || isReplaced(copy, files))
  return isAgain ? 'build' : isRead ? 'both' : 'run'
}

/** Tokens of package servers are for composer alone. */
const isCredential = ({ paths }: Copy) =>
  paths.every(({ source }) => baseName(source) === 'auth.json')

/** Whether copies behind it bring all of it again: manifests that stand first for the sake of the cache. */
function isReplaced(copy: Copy, { app }: AppFiles): boolean {
  const later = app.stage.copies
    .filter((other) => other.from === undefined && other.step.index > copy.step.index)
    .flatMap(({ paths }) => paths)
  return copy.paths.every((path) => later.some((other) => brings(other, path)))
}

function brings(other: CopiedPath, { source, target }: CopiedPath): boolean {
  if (other.source === source) return other.target === target
  const base = other.source === '' ? '' : `${other.source}/`
  if (!other.isFolder || !source.startsWith(base)) return false
  const to = resolvePath(other.target, source.slice(base.length))
  return to === target
}
