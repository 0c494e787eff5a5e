/** A package as a lock file has it. */
export interface LockedPackage {
  readonly name: string
  readonly version: string
  /** `engines.node`, '*' where the package names none; undefined where the lock file does not repeat it. */
  readonly node: string | undefined
}

export interface LockedEntry extends LockedPackage {
  /** Names and ranges of what it needs. */
  readonly dependencies: readonly (readonly [string, string])[]
}

/** Of a manifest: names and ranges. */
export type Dependencies = ReadonlyMap<string, string>

/** What a lock file says. */
export interface LockFile {
  /** Every package, those for development included. */
  readonly all: readonly LockedPackage[]
  /** Those that a production install of these dependencies brings, indirect ones included. */
  readonly production: (dependencies: Dependencies) => readonly LockedPackage[]
}

/** What a lock file has for a range. */
export type FindEntry = (name: string, range: string) => LockedEntry | undefined

/** Follows dependencies from package to package. */
export function follow(find: FindEntry): LockFile['production'] {
  return (dependencies) => {
    const queue: (readonly [string, string])[] = [...dependencies]
    const found = new Map<string, LockedPackage>()
    for (const [name, range] of queue) {
      const entry = find(name, range)
      const key = `${entry?.name ?? ''}@${entry?.version ?? ''}`
      if (entry === undefined || found.has(key)) continue
      found.set(key, entry)
      queue.push(...entry.dependencies)
    }
    return [...found.values()]
  }
}
