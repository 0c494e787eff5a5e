import { resolve } from 'node:path'
import type { FileReport } from '../../report/file-report.ts'
import { ForgeError } from '../forge-error.ts'
import type { CommitFiles, TreeEntry } from './tree.ts'

/** Where a commit's files seem to lie. No such folder is ever made. */
export const virtualRoot = resolve('/repository')

/** A Dockerfile of a commit. */
export interface TreeJob {
  readonly path: string
  readonly bytes: Uint8Array
  /** Texts that count as written, by absolute path. */
  readonly written: ReadonlyMap<string, string>
}

/** What came of it, and the files that would have been read. */
export interface TreeReport extends FileReport {
  readonly missing?: readonly TreeEntry[]
}

/** Migrates Dockerfiles of a commit below {@link virtualRoot}; what the command line makes of the core. Interrupted, it answers fewer. */
export type MigrateJobs = (
  commit: CommitFiles,
  jobs: readonly TreeJob[],
) => AsyncIterable<TreeReport>

/** Dockerfiles that share a pull request: each is migrated as if those before it were written. */
export type Group = readonly string[]

/** What a round found out about a group. */
export interface GroupRound {
  readonly group: Group
  readonly reports: FileReport[]
  readonly missing: TreeEntry[]
  readonly written: Map<string, string>
}

/**
 * Migrates groups with the files that are here: the first Dockerfile of each, then the second ones. `failed` holds those that let the core
 * down, in this round or before: that takes long, and asking again changes nothing. Throws ForgeError where it is interrupted.
 */
export async function migrateRound(
  commit: CommitFiles,
  groups: readonly Group[],
  migrate: MigrateJobs,
  failed: Map<string, FileReport>,
): Promise<readonly GroupRound[]> {
  const idOf = new Map(commit.tree.entries.map(({ path, id }) => [path, id]))
  const contentOf = (path: string) => commit.known.get(idOf.get(path) ?? '') ?? new Uint8Array()
  const rounds = groups.map((group): GroupRound => ({
    group,
    reports: [],
    missing: [],
    written: new Map(),
  }))
  for (let place = 0; ; place++) {
    const turn = rounds.flatMap((round) => {
      const path = round.group[place]
      return path === undefined ? [] : [{ path, round }]
    })
    if (turn.length === 0) return rounds
    const asked = turn.filter(({ path }) => !failed.has(path))
    const jobs = asked.map(({ path, round: { written } }) => ({
      ...{ path, written },
      bytes: contentOf(path),
    }))
    const answers: TreeReport[] = []
    if (jobs.length > 0) for await (const answer of migrate(commit, jobs)) answers.push(answer)
    if (answers.length < jobs.length) throw new ForgeError('interrupted', 'Interrupted.')
    for (const { path, round } of turn) take(round, failed.get(path) ?? answers.shift(), failed)
  }
}

function take(
  { reports, missing, written }: GroupRound,
  answer: TreeReport | undefined,
  failed: Map<string, FileReport>,
): void {
  if (answer === undefined) return
  const { missing: lacking = [], ...report } = answer
  const { path, context, result } = report
  reports.push(report)
  if (result.outcome === 'failed') failed.set(path, report)
  else missing.push(...lacking)
  if (result.outcome !== 'migrated') return
  const folder = resolve(virtualRoot, context ?? '.')
  for (const { path: own, after } of result.otherFiles) written.set(resolve(folder, own), after)
  written.set(resolve(virtualRoot, path), result.after)
}
