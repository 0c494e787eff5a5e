import type { Project } from '../project.ts'
import { readBunLock } from './bun.ts'
import type { LockedPackage, LockedTree } from './locked-tree.ts'
import { readNpmLock } from './npm.ts'
import { readPnpmLock } from './pnpm.ts'
import { readYarnLock } from './yarn.ts'

type Dependencies = ReadonlyMap<string, string>

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
  const at = (name: string) => (folder === '' ? name : `${folder}/${name}`)
  const json = project.json(at('npm-shrinkwrap.json')) ?? project.json(at('package-lock.json'))
  const npm = readNpmLock(json)
  if (npm !== undefined) return npm
  // Most files have none of them, and are not parsed.
  const text = (name: string) => {
    const lock = project.read(at(name))
    return wanted.some((item) => lock?.includes(item)) ? lock : undefined
  }
  const tree =
    readPnpmLock(text('pnpm-lock.yaml')) ??
    readYarnLock(text('yarn.lock')) ??
    readBunLock(text('bun.lock') === undefined ? undefined : project.json(at('bun.lock')))
  return tree === undefined ? undefined : walk(tree, dependencies)
}

function walk(tree: LockedTree, dependencies: Dependencies): readonly LockedPackage[] {
  const queue: (readonly [string, string])[] = [...dependencies]
  const seen = new Set<string>()
  const found: LockedPackage[] = []
  for (const [name, range] of queue) {
    const entry = tree.find(name, range)
    const key = `${entry?.name ?? ''}@${entry?.version ?? ''}`
    if (entry === undefined || seen.has(key)) continue
    seen.add(key)
    found.push({ name: entry.name, version: entry.version })
    queue.push(...entry.dependencies)
  }
  return found
}
