import path from 'node:path'
import type { Entries, ProjectCache } from './project-cache.ts'
import { isWithin, normalPath, relativeTo } from './relative-path.ts'

/** What a path of a folder is, links followed. */
export interface Located {
  readonly kind: 'file' | 'folder'
  /** Absolute, without links below the root. */
  readonly place: string
  /** `place` relative to the root: another path than the one asked for where a link was followed. */
  readonly path: string
}

/** A folder on disk with all that is below it; nothing outside can be reached, by `..` or by links. */
export interface FolderTree {
  /** Case-sensitive on every machine. */
  readonly locate: (path: string) => Located | undefined
  /** Empty for what is no folder. */
  readonly entries: (folder: string) => Entries
}

export function folderTree(root: string, cache: ProjectCache): FolderTree {
  const known = new Map<string, Located | undefined>([
    ['', { kind: 'folder', place: root, path: '' }],
  ])

  const locate = (wanted: string): Located | undefined => {
    const way = normalPath(wanted)
    if (way === undefined) return undefined
    if (known.has(way)) return known.get(way)
    // On from the nearest folder that was found before.
    let end = way.lastIndexOf('/')
    while (end > 0 && !known.has(way.slice(0, end))) end = way.lastIndexOf('/', end - 1)
    let found = known.get(way.slice(0, Math.max(end, 0)))
    while (end < way.length) {
      const start = end < 0 ? 0 : end + 1
      const next = way.indexOf('/', start)
      end = next < 0 ? way.length : next
      found = found?.kind === 'folder' ? step(found, way.slice(start, end)) : undefined
      known.set(way.slice(0, end), found)
    }
    return found
  }

  const step = (folder: Located, name: string): Located | undefined => {
    const kind = cache.entries(folder.place).get(name)
    const place = folder.place.endsWith('/') ? `${folder.place}${name}` : `${folder.place}/${name}`
    if (kind === 'link') return follow(place)
    if (kind !== 'file' && kind !== 'folder') return undefined
    return { kind, place, path: folder.path === '' ? name : `${folder.path}/${name}` }
  }

  const follow = (link: string): Located | undefined => {
    const target = cache.followLink(link)
    if (target?.kind !== 'file' && target?.kind !== 'folder') return undefined
    // The root may itself stand behind a link (/tmp on macOS does).
    const realRoot = cache.followLink(root)?.path ?? root
    if (!isWithin(realRoot, target.path)) return undefined
    const way = relativeTo(realRoot, target.path)
    return { kind: target.kind, place: path.join(root, way), path: way }
  }

  const entries = (folder: string): Entries => {
    const found = locate(folder)
    return found?.kind === 'folder' ? cache.entries(found.place) : new Map()
  }

  return { locate, entries }
}
