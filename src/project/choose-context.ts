import path from 'node:path'
import { usageFrom } from './consumers/build-use.ts'
import type { BuildUse } from './consumers/build-use.ts'
import { findBuildUses, searchedFolders } from './consumers/find-build-uses.ts'
import { folderTree } from './folder-tree.ts'
import { hasWildcard, matchingPaths } from './match-paths.ts'
import { createProjectCache } from './project-cache.ts'
import type { ProjectCache } from './project-cache.ts'
import type { Usage } from './project.ts'
import { relativeTo } from './relative-path.ts'

/** Which folder is the build context, and who says so. */
export interface ContextChoice {
  /** Absolute. */
  readonly root: string
  /** Who says so: `--context`, a file that builds the Dockerfile, the Dockerfile's place, or its COPY sources. */
  readonly by: Usage['kind'] | 'option' | 'folder' | 'sources'
  /** The same as half a sentence for the user: 'docker-compose.yml:4 builds it from there'. */
  readonly why: string
  /** Of all that builds the Dockerfile, whatever its context; paths relative to `root`. */
  readonly usages: readonly Usage[]
}

/**
 * Chooses the build context of a Dockerfile (absolute path). In this order: `explicit` (absolute); the first compose file, bake
 * file or workflow that builds it; its own folder; a folder above it. Of these it takes the first that has what COPY and ADD
 * name (`sources`, as written; '.', URLs and variables say nothing), and where none has, the first; a folder above never
 * without such evidence, never above the git repository, and not more than four levels up where there is none.
 */
export function chooseContext(options: {
  readonly dockerfilePath: string
  readonly explicit?: string | undefined
  readonly sources?: readonly string[]
  readonly cache?: ProjectCache
}): ContextChoice {
  const cache = options.cache ?? createProjectCache()
  const dockerfile = path.resolve(options.dockerfilePath)
  const own = path.dirname(dockerfile)
  const uses = findBuildUses(dockerfile, cache)
  const building = uses.filter(({ kind }) => kind !== 'kubernetes' && kind !== 'dockerfile')
  const choice = (root: string, by: ContextChoice['by'], why: string): ContextChoice => ({
    root,
    by,
    why,
    usages: uses.map((use) => usageFrom(root, use)),
  })
  if (options.explicit !== undefined) {
    return choice(path.resolve(options.explicit), 'option', '--context says so')
  }

  const sources = (options.sources ?? []).filter(isTelling)
  const stated = building.find((use) => hasSources(use.context, sources, cache))
  if (stated) return choice(stated.context, stated.kind, whyStated(stated, own))
  if (sources.length > 0) {
    if (hasSources(own, sources, cache)) return choice(own, 'folder', whyOwn(sources))
    const above = searchedFolders(own, cache).find((folder) => hasSources(folder, sources, cache))
    if (above !== undefined) return choice(above, 'sources', whyAbove(sources))
  }
  const [first] = building
  if (first) return choice(first.context, first.kind, whyStated(first, own))
  // Files that a build makes are in no folder. Where the Dockerfile's own folder has nothing at all, the rest decides.
  const found = (folder: string): number => foundSources(folder, sources, cache)
  const above = searchedFolders(own, cache).find((folder) => found(folder) > sources.length / 2)
  if (above !== undefined && found(own) === 0) return choice(above, 'sources', whyAbove(sources))
  return choice(own, 'folder', whyOwn([]))
}

/** False for what every folder has, and for what can't be looked up. */
function isTelling(source: string): boolean {
  return !/^[./]*$|\$|^[a-z]+:\/\/|^git@/.test(source)
}

/** As a build would: every source is there, but of several those with wildcards (`package-lock.json*`) may match nothing. */
function hasSources(folder: string, sources: readonly string[], cache: ProjectCache): boolean {
  const needed = sources.filter((source) => !hasWildcard(source))
  if (foundSources(folder, needed, cache) < needed.length) return false
  return sources.length === 0 || foundSources(folder, sources, cache) > 0
}

function foundSources(folder: string, sources: readonly string[], cache: ProjectCache): number {
  const tree = folderTree(folder, cache)
  const paths = {
    exists: (wanted: string) => tree.locate(wanted) !== undefined,
    list: (wanted: string) => [...tree.entries(wanted).keys()],
  }
  return sources.filter((source) => matchingPaths(source, paths).length > 0).length
}

function whyStated(use: BuildUse, own: string): string {
  return `${relativeTo(own, use.file)}:${use.line} builds it with this context`
}

function whyOwn(sources: readonly string[]): string {
  return sources.length === 0
    ? 'the folder of the Dockerfile'
    : 'the folder of the Dockerfile, which has what it copies'
}

function whyAbove(sources: readonly string[]): string {
  return `the nearest folder above the Dockerfile that has what it copies (${sources.slice(0, 3).join(', ')})`
}
