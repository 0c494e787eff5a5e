import type { FileReport } from '../../report/file-report.ts'
import { companionsOf, readAnyway } from './companions.ts'
import { type Group, type MigrateJobs, migrateRound } from './migrate-round.ts'
import type { TreeEntry, TreeSource } from './tree.ts'

/** Rounds after which all sources are fetched, however many: long chains of imports would cost a request for each link. */
const patience = 5

/**
 * Migrates groups of Dockerfiles of a commit without a checkout: the core is asked, the files that it misses are fetched, all at once,
 * and it is asked again. Gives a report for each Dockerfile, groups as given. Throws ForgeError.
 */
export async function migrateTree(
  source: TreeSource,
  groups: readonly Group[],
  migrate: MigrateJobs,
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

  const done = new Map<Group, readonly FileReport[]>()
  const failed = new Map<string, FileReport>()
  await fetchAll([...groups.flat().flatMap((path) => byPath.get(path) ?? []), ...readAnyway(tree)])
  for (let round = 0; done.size < groups.length; round++) {
    const open = groups.filter((group) => !done.has(group))
    const found = await migrateRound({ tree, known }, open, migrate, failed)
    for (const { group, reports, missing } of found)
      if (missing.length === 0) done.set(group, reports)
    const asked = eachOnce(found.flatMap(({ missing }) => missing))
    await fetchAll([...asked, ...companionsOf(tree, asked, round >= patience)])
  }
  return groups.map((group) => done.get(group) ?? [])
}

/** A NUL byte: the core takes it for a file that is no text. */
const unreadable = new Uint8Array(1)

function eachOnce(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}
