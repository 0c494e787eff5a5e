import type { PythonInstall } from '../../../src/transform.ts'

/** A table of a document, by its keys. */
export type Table = Readonly<Record<string, unknown>>

/** What a manager's install reads of a project, without the project itself. */
export interface ManifestRow {
  readonly manager: PythonInstall['manager']
  /** The manifest and the lock file: both have to be there. */
  readonly files: readonly [string, string]
  /** Settings that come along where they are there. */
  readonly settings: readonly string[]
  /** Leaves the project out; undefined where the manager never installs it by itself. */
  readonly flag: string | undefined
  /** Why the sources stay above the install, as a clause; undefined where it needs none of them. */
  readonly holds: (files: ManifestFiles) => string | undefined
}

/** The manifest and the lock file, read. */
export interface ManifestFiles {
  readonly manifest: Table
  readonly lock: Table
  /** The words of the install. */
  readonly words: readonly (string | undefined)[]
  /** Whether a file stands beside them. */
  readonly has: (name: string) => boolean
}
