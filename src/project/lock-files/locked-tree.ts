/** A package as a lock file has it, and those that it needs. */
export interface LockedPackage {
  readonly name: string
  readonly version: string
}

/** What a lock file says. */
export interface LockedTree {
  /** The package that a dependency of a given range leads to. */
  readonly find: (name: string, range: string) => LockedEntry | undefined
}

export interface LockedEntry extends LockedPackage {
  /** Names and ranges, as {@link LockedTree.find} takes them. */
  readonly dependencies: readonly (readonly [string, string])[]
}
