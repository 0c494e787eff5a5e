import type { Command, RunCommand } from '../facts/commands/command.ts'
import type { Evidence } from '../facts/evidence.ts'
import type { StageFacts } from '../facts/stages/stage-facts.ts'
import type { Step } from '../facts/stages/step.ts'
import type { BaseImage } from '../knowledge/images/base-image.ts'
import type { Project } from '../project/project.ts'

/** How a language's packages come into an image, as its ecosystem declares it: rules know no package manager by name. */
export interface Installer {
  /** What a command does for the packages; undefined for a command that is none of the language's package managers. */
  readonly reads: (command: Command, project: Project) => InstallCall | undefined
  /** The files that the installs of a RUN read; undefined where they need the sources, or nobody can tell. Unless given, nobody can. */
  readonly manifests?: (site: InstallSite) => Manifests | Stays | undefined
  /** For a language whose build installs by itself: what brings the packages beforehand. */
  readonly download?: {
    readonly line: string
    /** Whether the RUN builds in a way that the download serves. */
    readonly suits: (site: InstallSite) => boolean
  }
  /** Whether a command of run time finds its program in root's home, where the build has put it, and would fetch it again for another user. Never unless given. */
  readonly isOfRoot?: (command: Command, stage: StageFacts) => boolean
  /** What makes an install go by its lock file alone; for one that does, and one without a lock file, nothing. */
  readonly freeze?: (site: FreezeSite) => Freeze | Stays | undefined
  /** The folder that an install fills, beside its manifest; none where packages go elsewhere. */
  readonly fills?: PackageFolder
}

/** A folder of installed packages. */
export interface PackageFolder {
  /** 'package.json' */
  readonly manifest: string
  /** 'node_modules' */
  readonly name: string
  /** Files in it that only an install writes. */
  readonly marks: readonly string[]
  /** What loads them: a program, and how what brings it is called. */
  readonly loader: { readonly program: string; readonly packages: RegExp }
  /** Whether packages of the project have such folders of their own. */
  readonly isInWorkspaces: (project: Project) => boolean
}

/** One command, as its package manager would understand it. */
export interface InstallCall {
  /** What it reads of the build context: nothing, the manifests of `folder`, or, as far as anyone can tell, everything. */
  readonly needs: 'nothing' | 'manifests' | 'sources'
  /** Where it works; undefined where that can't be known. */
  readonly folder: string | undefined
  /** It installs what the manifests of `folder` list. */
  readonly fills: boolean
  /** It brings packages from elsewhere. */
  readonly fetches: boolean
  /** It writes into folders of the image: packages, manifests, settings. */
  readonly writes: boolean
  /** What it starts: the words behind `npx`. */
  readonly starts?: readonly (string | undefined)[]
  /** The cache that it leaves in the layer. */
  readonly cache?: CacheCleanUp | undefined
  /** What it keeps of this build for the next one, where the builder has a folder for it. */
  readonly keeps?: CacheUse | undefined
}

/** A cache of a package manager or a compiler, as one command uses it. */
export interface CacheUse {
  /** Where it lies for that command; nothing where the command leaves nothing that is worth keeping, or where that can't be told. */
  readonly folders: (place: CachePlace) => readonly string[]
  /** One build at a time: the manager does not lock it by itself. */
  readonly isLocked?: boolean
  /** Whether a command empties it: `npm cache clean`. */
  readonly isEmptiedBy: (command: Command) => boolean
  /** A word of the command that keeps the cache from being used: '--no-cache-dir'. */
  readonly avoidedBy?: string
  /** A variable of the command that suits a folder which is mounted: it says to copy what would be linked. */
  readonly goesWith?: { readonly name: string; readonly value: string }
  /** It takes all from there, and asks no registry: `pnpm install --offline`. */
  readonly isOffline?: (place: CachePlace) => boolean
  /** What runs later reads it by ways of its own: builds by make, the program itself. */
  readonly isReadOn?: boolean
}

/** Where a command of a RUN looks for its cache. */
export interface CachePlace {
  readonly command: RunCommand
  readonly stage: StageFacts
  /** Of the stage and of those that it is built from, settings of the manager among them. */
  readonly commands: readonly RunCommand[]
  readonly project: Project
  /** The home folder of the user; undefined where it is not known. */
  readonly home: string | undefined
  readonly isRoot: boolean
  /** The value of an environment variable: '' where nothing sets it, undefined where it is set and not known. */
  readonly value: (name: string) => string | undefined
}

/** How a package manager's cache is kept out of a layer: by a command behind the install, or by a flag of it. */
export type CacheCleanUp = {
  /** Matches a RUN that sees to it already. */
  readonly isDone: RegExp
} & (
  | {
      readonly command: string
      /** Variables that lead the cache elsewhere, where the command does not reach. None unless given. */
      readonly unless?: readonly string[]
    }
  | {
      readonly flag: string
      /** The word that the flag stands behind: 'install'. */
      readonly behind: string
      /** A variable that does the same. */
      readonly variable: string
      /** Whether the image's package manager is known to understand the flag. */
      readonly suits: (base: BaseImage) => boolean
    }
)

/** The files that an install or a download reads. */
export interface Manifests {
  /** Relative to the sources' folder in the context; one COPY brings them. */
  readonly files: readonly string[]
  /** Folders that the install reads, too; each is a COPY of its own. */
  readonly folders: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly assumption: string | undefined
  /** Where the install works in two steps: the RUN's text for the first, and the command for when the sources are there. */
  readonly later?: { readonly first: (run: string) => string; readonly second: string }
  /** Manifests of workspaces, each copied to its place: 'packages/api/package.json'. */
  readonly nested?: readonly string[]
}

/** A RUN that stands below the COPY of the sources, and what is needed to find its manifests. */
export interface InstallSite {
  readonly stage: StageFacts
  readonly step: Step
  readonly project: Project
  /** The sources' folder, relative to the context; '' is the context itself. */
  readonly source: string
  /** Where the sources go in the image. */
  readonly folder: string
  /** The commands that install or download; none where the RUN only builds. */
  readonly installs: readonly RunCommand[]
}

/** An install of a RUN, and what is needed to compare its manifest with the lock file. */
export interface FreezeSite {
  readonly command: RunCommand
  /** As a sentence begins: 'Line 5'. */
  readonly where: string
  readonly project: Project
  /** The folder of the manifest, relative to the context. */
  readonly source: string
  /** Whether a file of that folder stands beside the manifest in the image by then. */
  readonly has: (name: string) => boolean
  /** What the stage's RUNs have done by then, the last one behind. */
  readonly earlier: readonly RunCommand[]
  readonly stage: StageFacts
}

/** How an install is made to go by its lock file alone. */
export interface Freeze {
  /** Parts of the instruction's text, and what stands there instead. */
  readonly spans: readonly { readonly start: number; readonly end: number; readonly text: string }[]
  /** The lock file, in the context. */
  readonly lock: string
}

/** A path of the sources' folder, relative to the context. */
export const inSource = (source: string, name: string) =>
  source === '' ? name : `${source}/${name}`

/** A rule found something to improve, and leaves it here. */
export interface Stays {
  /** Why, as a whole sentence; the user reads it where nothing else changes. */
  readonly stays: string
}
