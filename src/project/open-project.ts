import path from 'node:path'
import { once, remember } from '../dockerfile/remember.ts'
import { usageFrom } from './consumers/build-use.ts'
import { noPreferences } from './config/preferences.ts'
import { contextFilter, WALK_LIMIT } from './context-filter.ts'
import { findBuildUses } from './consumers/find-build-uses.ts'
import { findOldBuilder } from './consumers/old-builders.ts'
import { folderTree } from './folder-tree.ts'
import type { FolderTree, Located } from './folder-tree.ts'
import { parseJsonText } from './formats/json-text.ts'
import { matchingPaths } from './match-paths.ts'
import { findNeighbours } from './neighbours.ts'
import { createProjectCache } from './project-cache.ts'
import type { ProjectCache } from './project-cache.ts'
import type { Project } from './project.ts'
import { isWithin, normalPath, relativeTo } from './relative-path.ts'
import { withWrittenFiles } from './written-files.ts'

/** Folders that a walk leaves out unless it starts in one of them. */
const SKIPPED = new Set(['.git', 'node_modules'])

/**
 * The build context at `root` (absolute) for a Dockerfile (absolute, or relative to `root`; undefined from standard input).
 * Reads nothing before it is asked; what can't be read is as if it were missing. Never throws.
 */
export function openProject(options: {
  readonly root: string
  readonly dockerfilePath: string | undefined
  readonly cache?: ProjectCache
  readonly origin?: object
}): Project {
  const root = path.resolve(options.root)
  const cache = options.cache ?? createProjectCache()
  const { dockerfilePath } = options
  const dockerfile = dockerfilePath === undefined ? undefined : path.resolve(root, dockerfilePath)
  const tree = folderTree(root, cache)
  const ignoreFile = once(() => findIgnoreFile(root, dockerfile, tree, cache))
  const filter = once(() => contextFilter(ignoreFile()?.text, tree))

  const isKept = (found: Located): boolean =>
    !filter().isIgnored(found.path) || (found.kind === 'folder' && filter().keepsBelow(found.path))

  /** What the context has at a path: a link counts where it and what it leads to are both there. */
  const find = remember((wanted): Located | undefined => {
    const found = tree.locate(wanted)
    if (!found || !isKept(found)) return undefined
    const asked = normalPath(wanted)
    if (asked === undefined || asked === found.path) return found
    return filter().isIgnored(asked) ? undefined : found
  })

  const isFile = (wanted: string): boolean => find(wanted)?.kind === 'file'
  const isFolder = (wanted: string): boolean => find(wanted)?.kind === 'folder'

  const list = (folder: string): readonly string[] => {
    const way = normalPath(folder)
    if (way === undefined || !isFolder(way)) return []
    return [...tree.entries(way).keys()].filter((name) => find(below(way, name)) !== undefined)
  }

  const walk = (start: string): readonly string[] => {
    const skipped = new Set([...SKIPPED].filter((name) => !start.split('/').includes(name)))
    const files: string[] = []
    let left = WALK_LIMIT
    // No link on the way: what a listing calls a file is one.
    const isPlain = tree.locate(start)?.path === start
    const visit = (folder: string): void => {
      for (const [name, kind] of tree.entries(folder)) {
        if (left <= 0) return
        left -= 1
        const way = below(folder, name)
        if (kind === 'folder') {
          // A link to a folder is not entered: what it leads to has a path of its own, and links can go in circles.
          const enter = !filter().isIgnored(way) || filter().mayKeepBelow(way)
          if (enter && !skipped.has(name)) visit(way)
        } else if (kind === 'file' && isPlain ? !filter().isIgnored(way) : isFile(way)) {
          files.push(way)
        }
      }
    }
    visit(start)
    return files.sort()
  }

  const files = remember(walk)
  const textAt = remember((place) => cache.readText(place))
  const read = remember((wanted: string) => {
    const found = find(wanted)
    return found?.kind === 'file' ? textAt(found.place) : undefined
  })
  const origin = options.origin ?? {}

  const isUmask = once(() => dockerfile !== undefined && cache.isClosed(dockerfile))

  const written = new Map<string, Project>()
  const project: Project = {
    root,
    dockerfile: dockerfile && isWithin(root, dockerfile) ? relativeTo(root, dockerfile) : undefined,
    isFile,
    isFolder,
    list,
    files: (folder = '') => {
      const way = normalPath(folder)
      return way !== undefined && isFolder(way) ? files(way) : []
    },
    read,
    isClosed: remember((wanted) => {
      const found = find(wanted)
      return found?.kind === 'file' && cache.isClosed(found.place) && !isUmask()
    }),
    isExecutable: remember((wanted) => {
      const found = find(wanted)
      return found?.kind === 'file' && cache.isExecutable(found.place, !isUmask())
    }),
    json: remember((wanted: string) => {
      const text = read(wanted)
      return text === undefined ? undefined : parseJsonText(text)
    }),
    match: (pattern) => matchingPaths(pattern, { exists: (way) => find(way) !== undefined, list }),
    isIgnored: (wanted) => {
      const way = normalPath(wanted)
      if (way === undefined || !filter().isIgnored(way)) return false
      const found = tree.locate(way)
      return !(found?.kind === 'folder' && filter().keepsBelow(way))
    },
    standsAt: (wanted) => {
      const way = normalPath(wanted)
      if (way === undefined) return undefined
      const cut = way.lastIndexOf('/') + 1
      return tree.entries(way.slice(0, Math.max(0, cut - 1))).get(way.slice(cut))
    },
    get ignoreFile() {
      return ignoreFile()
    },
    usages: once(() =>
      dockerfile === undefined
        ? []
        : findBuildUses(dockerfile, cache).map((use) => usageFrom(root, use)),
    ),
    oldBuilder: once(() => {
      const found = dockerfile === undefined ? undefined : findOldBuilder(dockerfile, cache)
      if (found === undefined) return undefined
      const { file, line, text, name } = found
      return { path: relativeTo(root, file), line, text, name }
    }),
    preferences: noPreferences,
    origin,
    neighbours: () => findNeighbours(root, dockerfile, cache),
    withFiles: (files) => {
      if (files.length === 0) return project
      const texts = files.map(({ path: way, after }): [string, string] => [
        path.resolve(root, way),
        after,
      ])
      const key = JSON.stringify(texts)
      // What was read of the disk is not read again.
      const disk = { ...cache, readText: textAt }
      const open = () =>
        openProject({ ...options, origin, cache: withWrittenFiles(disk, new Map(texts)) })
      const found = written.get(key) ?? open()
      written.set(key, found)
      return found
    },
  }
  return project
}

/** https://docs.docker.com/build/concepts/context/#filename-and-location */
function findIgnoreFile(
  root: string,
  dockerfile: string | undefined,
  tree: FolderTree,
  cache: ProjectCache,
): Project['ignoreFile'] {
  const own = dockerfile === undefined ? [] : [`${relativeTo(root, dockerfile)}.dockerignore`]
  for (const wanted of [...own, '.dockerignore']) {
    // The Dockerfile and the ignore file beside it may lie outside the context.
    const place = wanted.startsWith('../') ? path.resolve(root, wanted) : tree.locate(wanted)?.place
    const text = place === undefined ? undefined : cache.readText(place)
    if (text !== undefined) return { path: wanted, text }
  }
  return undefined
}

function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}
