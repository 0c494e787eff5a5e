import type { Command } from '../facts/commands/command.ts'
import type { Launcher } from '../facts/follow/launcher.ts'
import type { Lookup } from '../facts/stages/step.ts'
import type { Builder, ToolRows } from '../facts/tool-rows.ts'
import type { Project } from '../project/project.ts'
import type { ImageInspection } from '../verification/image-inspection.ts'
import type { InstallCall, Installer } from './installs.ts'

/** What a program that is started says of its image: that it is made for the tests or for development, or that it installs its packages first. */
export interface Purpose {
  readonly kind: 'tests' | 'development' | 'installs'
  /** 'nodemon, a development server' */
  readonly what: string
}

/**
 * What is known of a language's tools, for files of any ecosystem: a Go file calls npm, an image that no transform covers calls pip.
 * An ecosystem has it beside its split; of a language without one it stands alone.
 */
export interface Tooling {
  /** As in reports: 'node'. */
  readonly name: string
  /** What the language's package managers do in a RUN. */
  readonly installs?: readonly Installer[]
  /** Rows of the programs that start others: its package manager's scripts, its runners. */
  readonly launchers?: readonly Launcher[]
  /** What its tools make of sources, and what they use where the container runs. */
  readonly builder?: Builder
  /** Whether a program writes into the project's folders, or into a home, whenever it runs: compilers, bundlers. Installs are known by `installs`. */
  readonly isBuild?: (command: Command, project: Project) => boolean
  /**
   * What a started program says of its image, where that is not to serve; installs are known by `installs`. `variable` has what ENV sets, and
   * the command's own words go before it.
   */
  readonly purposeOf?: (command: Command, variable: Lookup) => Purpose | undefined
  /** What it looks at in images that `verify` has built. */
  readonly inspection?: ImageInspection
}

/** The rows of all, each once. */
export const toolRowsOf = (tooling: readonly Tooling[]): ToolRows => ({
  launchers: [...new Set(tooling.flatMap(({ launchers = [] }) => launchers))],
  builders: [...new Set(tooling.flatMap(({ builder }) => builder ?? []))],
})

/** What the commands of package managers and builds do, for rules to ask. */
export interface Installs {
  readonly installers: readonly Installer[]
  /** The first installer that reads a command, and what it says; undefined where none does. */
  readonly read: (command: Command) => (InstallCall & { readonly installer: Installer }) | undefined
  readonly isBuild: (command: Command) => boolean
}

/** Reads commands by what all ecosystems declare. */
export function installsOf(tooling: readonly Tooling[], project: Project): Installs {
  const installers = tooling.flatMap(({ installs = [] }) => installs)
  return {
    installers,
    isBuild: (command) => tooling.some(({ isBuild }) => isBuild?.(command, project) === true),
    read: (command) => {
      for (const installer of installers) {
        const call = installer.reads(command, project)
        if (call !== undefined) return { ...call, installer }
      }
      return undefined
    },
  }
}
