import path from 'node:path'
import { chooseContext } from './choose-context.ts'
import { compareDockerfiles } from './dockerfile-name.ts'
import { dockerfilesBelow } from './dockerfiles-below.ts'
import { findBuildUses } from './consumers/find-build-uses.ts'
import type { Neighbour } from './project.ts'
import type { ProjectCache } from './project-cache.ts'
import { writtenSources } from './written-sources.ts'

/**
 * The neighbours of a Dockerfile (absolute) in the context at `root` (absolute), those that the ignore file hides included, in the order
 * of `compareDockerfiles`. Read one by one, as they are asked for. One with an ignore file of its own is no neighbour.
 */
export function* findNeighbours(
  root: string,
  dockerfile: string | undefined,
  cache: ProjectCache,
): Generator<Neighbour> {
  for (const way of dockerfilesBelow(root, cache).sort(compareDockerfiles)) {
    const file = path.join(root, way)
    if (file === dockerfile) continue
    if (cache.entries(path.dirname(file)).has(`${path.basename(file)}.dockerignore`)) continue
    const text = cache.readText(file)
    if (text !== undefined && isBuiltWith(root, file, text, cache)) yield { path: way, text }
  }
}

function isBuiltWith(root: string, file: string, text: string, cache: ProjectCache): boolean {
  // Beside the sources, whatever else it may be built with.
  if (path.dirname(file) === root) return true
  if (findBuildUses(file, cache).some(({ context }) => context === root)) return true
  const sources = writtenSources(text)
  return chooseContext({ dockerfilePath: file, sources, cache }).root === root
}
