import type { Statements } from '../../../project/config/preferences.ts'
import type { Evidence } from '../../../facts/evidence.ts'
import type { OpenEnd } from '../../../facts/follow/process.ts'
import type { ProgramSources } from '../../../facts/go/program-sources.ts'
import type { ModuleGraph } from '../../../programs/module-graph.ts'
import type { PythonNeeds } from '../python/python-need.ts'
import type { Entry } from './entries.ts'
import type { FileNeed } from './file-need.ts'
import type { PackageNeed } from './package-needs.ts'

/** A program that runs in the container, as its sources show it to somebody who has only the Dockerfile and the context. */
export interface SeenProgram {
  readonly entry: Entry
  readonly graph: ModuleGraph
  /** The folder that its sources are built from, and the one that the build fills; undefined where they run as they are. */
  readonly built: Built | undefined
  /** Folders of the image in which a module can stand when it runs. */
  readonly foldersOf: (modulePath: string) => readonly string[]
  /** Of a program of Go, whose modules are in one binary. */
  readonly go?: ProgramSources
  /** Any file beside its sources may be loaded: by an autoloader, by a name that a request gives. */
  readonly isWhole?: boolean
  /** A package loads it as its configuration: the folders that it names are read, too. */
  readonly isConfiguration?: boolean
}

/** Imports of what only the bundler knows: no package of npm has such a name, and what stands behind it is not seen. */
export const hasVirtual = ({ graph, built }: Pick<SeenProgram, 'graph' | 'built'>): boolean =>
  built !== undefined && graph.packages.some(({ name }) => /^(virtual:|~|@[^/]*$)/.test(name))

/** Absolute paths of the image. */
export interface Built {
  readonly from: string
  readonly to: string
}

/** A path that a tool uses which the container starts: what it serves, its configuration, its logs. */
export interface SeenUse {
  readonly use: 'reads' | 'writes'
  readonly path: string
  readonly evidence: Evidence
}

/** A program of Python, by what is installed for it; with no packages and no start where the container runs none. */
export interface PythonSeen extends PythonNeeds {
  /** The line that starts it: modules, settings and plug-ins are found by their names. */
  readonly start: Evidence | undefined
  /** What it names and a package may write, as a sentence. */
  readonly unseenWrites: string | undefined
}

/** The programs that run, and what of them can't be seen. */
export interface Seen {
  readonly programs: readonly SeenProgram[]
  /** The packages beside it, with what they need. */
  readonly packages: readonly PackageNeed[]
  readonly uses: readonly SeenUse[]
  readonly gaps: readonly { readonly what: string; readonly evidence: Evidence }[]
  /** What nobody has read on the way to a start that people state: 'what `just run` runs is not read'. */
  readonly unread: readonly OpenEnd[]
  /** What a program of Python imports, which the container starts. */
  readonly python: PythonSeen
  /** git's own data, of the folders in which it is asked about the sources. */
  readonly repositories: readonly FileNeed[]
  /** What people say of them. */
  readonly statements: Statements
}
