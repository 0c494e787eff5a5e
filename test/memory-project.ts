import path from 'node:path'
import type { EntryKind } from '../src/project/entry-kind.ts'
import { openProject } from '../src/project/open-project.ts'
import type { ProjectCache } from '../src/project/project-cache.ts'
import type { Project } from '../src/project/project.ts'

const root = '/context'

/** Text by path, relative to the build context: `{ 'src/main.go': 'package main' }`. */
export type Files = Readonly<Record<string, string>>

/**
 * A build context that is on no disk, read by the same code as one that is: `.dockerignore`, wildcards and compose files included.
 * A path that ends in `/` is an empty folder; `closed` are files that their owner alone may read.
 */
export function memoryProject(
  files: Files = {},
  dockerfile = 'Dockerfile',
  closed: readonly string[] = [],
): Project {
  const disk = memoryDisk(files)
  const cache = {
    ...disk,
    isClosed: (file: string) => closed.includes(path.posix.relative(root, file)),
  }
  return openProject({ root, dockerfilePath: `${root}/${dockerfile}`, cache })
}

function memoryDisk(files: Files): ProjectCache {
  const folders = new Map<string, Map<string, EntryKind>>([[root, new Map()]])
  const texts = new Map<string, string>()
  for (const [name, text] of Object.entries(files)) {
    const place = path.posix.join(root, name)
    if (!name.endsWith('/')) texts.set(place, text)
    let kind: EntryKind = name.endsWith('/') ? 'folder' : 'file'
    for (let at = place.replace(/\/$/, ''); at !== root; at = path.posix.dirname(at)) {
      const above = path.posix.dirname(at)
      const entries = folders.get(above) ?? new Map<string, EntryKind>()
      if (entries.get(path.posix.basename(at)) !== 'folder')
        entries.set(path.posix.basename(at), kind)
      folders.set(above, entries)
      kind = 'folder'
    }
  }
  for (const [folder, entries] of folders)
    folders.set(folder, new Map([...entries].sort(([a], [b]) => (a < b ? -1 : 1))))
  return {
    entries: (folder) => folders.get(folder) ?? new Map(),
    followLink: (link) => ({ path: link, kind: 'folder' }),
    gitRoot: () => root,
    readText: (file) => texts.get(file),
    isClosed: () => false,
    isExecutable: () => false,
    usesByFolder: new Map(),
    manifestsByFolder: new Map(),
  }
}
