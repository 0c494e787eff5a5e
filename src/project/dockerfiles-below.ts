import path from 'node:path'
import { isDockerfileName } from './dockerfile-name.ts'
import type { ProjectCache } from './project-cache.ts'
import { relativeTo } from './relative-path.ts'

/** Entries looked at, and folders down from the first, at most. */
const ENTRIES = 20_000
const DEPTH = 6

const SKIPPED = new Set(['.git', 'node_modules', 'vendor'])

/** The Dockerfiles in a folder (absolute) and below it, relative to it. */
export function dockerfilesBelow(root: string, cache: ProjectCache): string[] {
  const found: string[] = []
  let left = ENTRIES
  const visit = (folder: string, depth: number): void => {
    for (const [name, kind] of cache.entries(folder)) {
      if (left-- <= 0) return
      const place = path.join(folder, name)
      if (kind === 'file' && isDockerfileName(name)) found.push(relativeTo(root, place))
      if (kind === 'folder' && depth < DEPTH && !SKIPPED.has(name)) visit(place, depth + 1)
    }
  }
  visit(root, 1)
  return found
}
