import { resolve } from 'node:path'
import type { ProjectCache } from '../../project/project-cache.ts'
import { withWrittenFiles } from '../../project/written-files.ts'
import type { FileReport } from '../../report/file-report.ts'
import { companionsOf, readAnyway } from './companions.ts'
import { treeCache } from './tree-cache.ts'
import type { Tree, TreeEntry, TreeSource } from './tree.ts'

/** Migrates one Dockerfile of a folder; what the command line makes of the core. */
export type MigrateJob = (
  job: { readonly path: string; readonly bytes: Uint8Array },
  cwd: string,
  cache: ProjectCache,
) => FileReport

/** Dockerfiles that share a pull request: each is migrated as if those before it were written. */
export type Group = readonly string[]

/** Rounds after which all sources are fetched, however many: long chains of imports would cost a request for each link. */
const patience = 5

/** Where a commit's files seem to lie. No such folder is ever made. */
export const virtualRoot = resolve('/repository')

/**
 * Migrates groups of Dockerfiles of a commit without a checkout: the core is asked, the files that it misses are fetched, all at once,
 * and it is asked again. Gives a report for each Dockerfile, groups as given. Throws ForgeError.
 */
export async function migrateTree(
  source: TreeSource,
  groups: readonly Group[],
  migrate: MigrateJob,
): Promise<readonly (readonly FileReport[])[]> {
  const tree = await source.tree()
  const byPath = new Map(tree.entries.map((entry) => [entry.path, entry]))
  const known = new Map<string, Uint8Array>()
  const fetchAll = async (entries: readonly TreeEntry[]): Promise<void> => {
    const open = eachOnce(entries.filter(({ id }) => !known.has(id)))
    if (open.length === 0) return
    for (const [id, content] of await source.blobs(open)) known.set(id, content)
    // What can't be had is as if it were empty; it must not be asked for again.
    for (const { id } of open) if (!known.has(id)) known.set(id, unreadable)
  }

  const done = new Map<number, readonly FileReport[]>()
  await fetchAll([...groups.flat().flatMap((path) => byPath.get(path) ?? []), ...readAnyway(tree)])
  for (let round = 0; done.size < groups.length; round++) {
    const missing = new Map<string, TreeEntry>()
    for (const [index, group] of groups.entries()) {
      if (done.has(index)) continue
      const found = migrateGroup(group, tree, byPath, known, migrate)
      if (found.missing.length === 0) done.set(index, found.reports)
      for (const entry of found.missing) missing.set(entry.id, entry)
    }
    const asked = [...missing.values()]
    await fetchAll([...asked, ...companionsOf(tree, asked, round >= patience)])
  }
  return groups.map((_, index) => done.get(index) ?? [])
}

/** A NUL byte: the core takes it for a file that is no text. */
const unreadable = new Uint8Array(1)

function migrateGroup(
  group: Group,
  tree: Tree,
  byPath: ReadonlyMap<string, TreeEntry>,
  known: ReadonlyMap<string, Uint8Array>,
  migrate: MigrateJob,
): { readonly reports: readonly FileReport[]; readonly missing: readonly TreeEntry[] } {
  const files = treeCache(virtualRoot, tree, known)
  const written = new Map<string, string>()
  const reports = group.map((path) => {
    const entry = byPath.get(path)
    const bytes = (entry && known.get(entry.id)) ?? new Uint8Array()
    const cache = written.size === 0 ? files : withWrittenFiles(files, written)
    const report = migrate({ path, bytes }, virtualRoot, cache)
    if (report.result.outcome === 'migrated') {
      const context = resolve(virtualRoot, report.context ?? '.')
      for (const { path: own, after } of report.result.otherFiles)
        written.set(resolve(context, own), after)
      written.set(resolve(virtualRoot, path), report.result.after)
    }
    return report
  })
  return { reports, missing: [...files.missing.values()] }
}

function eachOnce(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}
