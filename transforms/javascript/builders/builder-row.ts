/** A program that writes a folder or file, and how it is told where. */
export interface BuilderRow {
  readonly programs: readonly string[]
  /** Only with this first word: `vite build`. */
  readonly subcommand?: string
  readonly folderFlags?: readonly string[]
  readonly fileFlags?: readonly string[]
  /** Its configuration file, without ending, and the option that names the folder or file. */
  readonly config?: {
    readonly name: string
    readonly folder?: readonly string[]
    readonly file?: readonly string[]
  }
  /** Where it writes when nothing is said; undefined: nothing but what flags name. */
  readonly fallback?: string | undefined
  /** Writes here in any case. */
  readonly also?: readonly string[]
  /** The tree of the sources is mirrored into the folder. */
  readonly mirrors?: boolean
  readonly source: string
}
