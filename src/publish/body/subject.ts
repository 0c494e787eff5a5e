import { splitRule } from '../../plan/rule-names.ts'
import type { Change } from '../../plan/change.ts'
import type { Migrated } from '../../plan/outcome.ts'
import type { FileReport } from '../../report/file-report.ts'

/** All that the words of a pull request are made from. */
export interface TextSubject {
  /** The files that are changed, with what came of them. Paths from the root of the repository. */
  readonly reports: readonly FileReport[]
  /** Dockerfiles of the repository that are refused. */
  readonly leftAlone: readonly FileReport[]
  /** 'services/api', or a group's name. */
  readonly serviceTitle: string
  readonly branch: string
  readonly baseBranch: string
  /** The commit that was read. */
  readonly base: string
  /** The page of a file at that commit. */
  readonly fileUrl: (path: string, line: number | undefined) => string
  /** Where the branch is fetched from, where that is no remote of the reader's clone: a fork's URL. */
  readonly cloneRemote: string | undefined
  readonly markdown: { readonly folds: boolean; readonly mermaid: boolean }
  /** In characters. */
  readonly bodyLimit: number
  /** The text of the repository's own template. */
  readonly template: string | undefined
  readonly bodyTemplate: string | undefined
  readonly titleTemplate: string | undefined
  /** Subjects of the base branch's newest commits. */
  readonly subjects: readonly string[]
  /** What verification said, where it is opened all the same. */
  readonly isDraftBecause: string | undefined
  readonly version: string
}

/** A file that is changed. */
export interface MigratedFile {
  readonly report: FileReport
  readonly path: string
  readonly context: string
  readonly result: Migrated
}

export function migratedFiles({ reports }: Pick<TextSubject, 'reports'>): readonly MigratedFile[] {
  return reports.flatMap((report) =>
    report.result.outcome === 'migrated'
      ? [{ report, path: report.path, context: report.context ?? '.', result: report.result }]
      : [],
  )
}

/** The change that splits a file into stages, of several the one that makes the runtime stage; undefined where it only betters what is there. */
export function splitChange({ result }: MigratedFile): Change | undefined {
  return result.changes.findLast(({ rule }) => rule === splitRule)
}

export function isSplit(file: MigratedFile): boolean {
  return splitChange(file) !== undefined
}
