import type { PackageManagerName } from '../images/base-image.ts'

/** What a package manager is asked to do; 'query' changes nothing. */
export type PackageAction = 'install' | 'update' | 'upgrade' | 'remove' | 'clean' | 'query'

/** A package manager's command line: one row of the table. */
export interface PackageManager {
  readonly name: PackageManagerName
  /** The programs that speak this dialect. */
  readonly programs: readonly string[]
  /** Its subcommands; one that is not here is not understood. */
  readonly actions: Readonly<Record<string, PackageAction>>
  /** Flags whose value is the next word. */
  readonly valueFlags: readonly string[]
  /** Flags that give the installed packages a common name, to be removed together. */
  readonly virtualFlags: readonly string[]
  /** Splits 'pkg=1.2' and the like. */
  readonly splitVersion: (text: string) => {
    readonly name: string
    readonly version: string | undefined
  }
  /** The RUN that installs packages and leaves no cache behind. */
  readonly write: (names: string) => string
  /** What to append to an install so that its layer holds no cache; undefined where a flag of the install does it. */
  readonly cleanUp: string | undefined
  /** The flag of an install that leaves no cache. */
  readonly noCacheFlag: string | undefined
  /** The flag of an install that leaves out what is only recommended. */
  readonly onlyRequiredFlag: string | undefined
  /** What holds the cache. */
  readonly cacheFolders: readonly string[]
  readonly source: string
}
