import path from 'node:path'
import type { EntryKind } from './entry-kind.ts'
import type { Entries, ProjectCache } from './project-cache.ts'

/** The disk as it is once files are written that nobody has written yet: text by absolute path. */
export function withWrittenFiles(
  disk: ProjectCache,
  texts: ReadonlyMap<string, string>,
): ProjectCache {
  const made = new Map<string, Map<string, EntryKind>>()
  for (const file of texts.keys()) {
    let kind: EntryKind = 'file'
    let at = file
    for (;;) {
      const folder = path.dirname(at)
      if (folder === at) break
      const names = made.get(folder) ?? new Map<string, EntryKind>()
      made.set(folder, names.set(path.basename(at), kind))
      kind = 'folder'
      at = folder
    }
  }
  return {
    entries: (folder) => withNames(disk.entries(folder), made.get(folder)),
    followLink: disk.followLink,
    gitRoot: disk.gitRoot,
    readText: (file) => texts.get(file) ?? disk.readText(file),
    isClosed: (file) => !texts.has(file) && disk.isClosed(file),
    isExecutable: (file, others) => !texts.has(file) && disk.isExecutable(file, others),
    usesByFolder: disk.usesByFolder,
    manifestsByFolder: disk.manifestsByFolder,
  }
}

/** What is on disk keeps its kind: a link to a folder stays one. */
function withNames(entries: Entries, made: Entries | undefined): Entries {
  if (made === undefined) return entries
  const all = [...entries, ...[...made].filter(([name]) => !entries.has(name))]
  return new Map(all.sort(([a], [b]) => (a < b ? -1 : 1)))
}
