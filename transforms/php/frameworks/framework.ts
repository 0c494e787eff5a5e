import type { StageView } from '../../javascript/stage-view.ts'
import type { ComposerManifest } from '../composer/manifest.ts'

/** Something that a command leaves in the application's folder, relative to it. */
export interface Left {
  readonly path: string
  readonly isFolder: boolean
}

/** What the transform knows of a framework. One row each. */
export interface Framework {
  /** As people write it: 'Laravel'. */
  readonly title: string
  /** Composer packages any of which shows it. */
  readonly packages: readonly string[]
  /** Files, relative to the application's folder, all of one line of which show it where composer.json does not. */
  readonly files: readonly (readonly string[])[]
  /** Its program for the command line, relative to the application's folder. */
  readonly console: string | undefined
  /** Folders that it writes to while it serves, relative to the application's folder. */
  readonly writes: readonly string[]
  /** What the console's commands leave in the application's folder, by the command's name. What is not here is not known. */
  readonly commands: Readonly<Record<string, readonly Left[]>>
  /** Other commands whose name says that they leave nothing there: a pattern. */
  readonly idle: RegExp | undefined
  /**
   * Commands of a running application, some with an option, that write to its database and where it writes while it serves; undefined where nothing is
   * said of them.
   */
  readonly running: ReadonlySet<string> | undefined
  /** Where it puts the folders of `writes` if the application says otherwise. */
  readonly place?: (app: FrameworkView) => readonly string[]
}

/** An application as a framework's row asks for it. */
export interface FrameworkView {
  readonly view: StageView
  /** In the image. */
  readonly folder: string
  readonly manifest: ComposerManifest | undefined
}

export const folder = (path: string): Left => ({ path, isFolder: true })
export const file = (path: string): Left => ({ path, isFolder: false })

/** The names of commands, parted by blanks or line ends. */
export const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
