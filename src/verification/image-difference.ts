/** What can be told of both images side by side, for reports. */
export interface ImageFacts {
  /** In bytes. */
  readonly size: number
  /** As one gzip, in bytes. */
  readonly compressed: number
  readonly layers: number
  /** '' is root. */
  readonly user: string
  readonly files: number
  readonly osPackages: number
  readonly languagePackages: number
  readonly setuid: readonly string[]
}

/** What is not the same in both images. */
export interface ImageDifference {
  readonly config: readonly ConfigChange[]
  readonly osPackagesGone: readonly string[]
  readonly osPackagesNew: readonly string[]
  readonly languagePackagesGone: readonly string[]
  readonly languagePackagesNew: readonly string[]
  readonly filesGone: readonly FolderSize[]
  readonly filesNew: readonly FolderSize[]
}

/** A field of the images' configs that is not the same, named as a migration's contract names it: 'User', 'Env.PORT'. */
export interface ConfigChange {
  readonly field: string
  /** As Docker's image config has it; null where there is none. */
  readonly before: ConfigValue
  readonly after: ConfigValue
}

export type ConfigValue = string | readonly string[] | boolean | null

/** Files below a folder that the other image does not have. */
export interface FolderSize {
  readonly folder: string
  readonly files: number
  /** In bytes. */
  readonly size: number
}
