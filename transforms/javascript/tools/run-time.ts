import type { StageView } from '../stage-view.ts'

/** Where a server keeps what it stores, by its configuration. */
export interface Stores {
  /** Absolute folders: what is in them is read, and written to. */
  readonly writes: readonly string[]
  /** What can't be told, as the end of a sentence; undefined where all is known. */
  readonly unknown: string | undefined
  /** True where it writes beside the server's own files. */
  readonly ownsServer: boolean
}

/** What a framework's or tool's start command needs beside its packages. */
export interface RunTime {
  readonly name: string
  /** Programs at the start: `next start`. */
  readonly programs?: readonly string[]
  /** Their first word; undefined for any, '' for none. */
  readonly subcommands?: readonly string[]
  /** Folders whose servers are started with node: `.next/standalone/server.js`. Ends of a path's folders. */
  readonly servers?: readonly string[]
  /** The programs that build those. */
  readonly builtBy?: readonly string[]
  /** Files and folders of the sources that are read at run time, where they are there. */
  readonly files?: readonly string[]
  /** Its configuration, without ending, where that is read again at the start: what it imports must be there. */
  readonly config?: string
  /** True where any module of the sources may read files when a request comes. */
  readonly readsApp?: boolean
  /** True where the build output holds all packages that it runs. */
  readonly bundlesPackages?: boolean
  /** Folders of the app that it writes to at run time. */
  readonly writes?: readonly string[]
  /** Where its configuration in a folder says that it keeps what it stores. */
  readonly stores?: (cwd: string, view: StageView) => Stores
  /** True where the server writes beside its own files: they belong to the image's user. */
  readonly ownsServer?: boolean
  /** Why nobody knows where it writes. */
  readonly writesElsewhere?: string
  readonly source: string
}
