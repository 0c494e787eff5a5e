import { posix } from 'node:path'
import type { Project } from '../project.ts'
import { readBunLock } from './bun.ts'
import type { Dependencies, LockedPackage, LockFile } from './locked-tree.ts'
import { readNpmLock } from './npm.ts'
import { readPnpmLock } from './pnpm.ts'
import { readYarnLock } from './yarn.ts'

/**
 * The packages that a production install of a folder brings, indirect ones included, by its lock file; undefined where there is none that
 * can be read, or that has none of the `wanted`. `dependencies` are the manifest's, with their ranges.
 */
export function lockedPackages(
  project: Project,
  folder: string,
  dependencies: Dependencies,
  wanted: readonly string[],
): readonly LockedPackage[] | undefined {
  return readLock(project, folder, wanted)?.production(dependencies)
}

/** Every version of a package that the lock file of a folder, or of the nearest one above it, holds; empty where none can be read. */
export function lockedVersions(
  project: Project,
  folder: string,
  name: string,
): readonly LockedPackage[] {
  for (let place = folder; ; place = posix.dirname(place)) {
    const at = place === '.' ? '' : place
    const lock = readLock(project, at, [name])
    if (lock !== undefined) return lock.all.filter((item) => item.name === name)
    if (at === '') return []
  }
}

/** Most lock files have none of what is wanted, and are not parsed. */
function readLock(
  project: Project,
  folder: string,
  wanted: readonly string[],
): LockFile | undefined {
  const at = (name: string) => posix.join(folder, name)
  const text = (name: string) => {
    const lock = project.read(at(name))
    return wanted.some((item) => lock?.includes(item)) ? lock : undefined
  }
  return (
    readNpmLock(project.json(at('npm-shrinkwrap.json')) ?? project.json(at('package-lock.json'))) ??
    readPnpmLock(text('pnpm-lock.yaml')) ??
    readYarnLock(text('yarn.lock')) ??
    readBunLock(text('bun.lock') === undefined ? undefined : project.json(at('bun.lock')))
  )
}
