/** Where packages go. */
export type PackageTarget =
  /** Among those of the Python that runs the manager; of a virtual environment, where one is active. */
  | { readonly kind: 'interpreter' }
  /** `--user`: below the home, or PYTHONUSERBASE. */
  | { readonly kind: 'user' }
  /** `--prefix`: lib/python3.x/site-packages and bin of a folder. */
  | { readonly kind: 'prefix'; readonly folder: string | undefined }
  /** `--target`: a folder of packages. */
  | { readonly kind: 'folder'; readonly folder: string | undefined }
  /** An environment that the manager makes for the project: `.venv`, or one of its own folders. */
  | { readonly kind: 'environment'; readonly folder: string | undefined }

/** What an install of Python's packages does, whatever the manager. */
export interface PythonInstall {
  readonly manager: 'pip' | 'uv' | 'poetry' | 'pipenv' | 'pdm'
  /** The folder of the project's manifest, for managers that have one; else the one that the command runs in. */
  readonly folder: string | undefined
  /** Files of requirements and of constraints, as written. */
  readonly requirements: readonly string[]
  readonly constraints: readonly string[]
  /** Packages by name, with their versions. */
  readonly packages: readonly string[]
  /** Folders and archives of the context that are installed, as written: `.`, `./lib`, `dist/a.whl`. */
  readonly local: readonly string[]
  /** Those of them that stay where they are, and are imported from there: `-e .`. */
  readonly editable: readonly string[]
  /** It installs what the project's manifest or lock file lists. */
  readonly isOfManifest: boolean
  /** Of the project itself, too: its modules, its console scripts. */
  readonly hasProject: boolean
  /** Dev dependencies come along. */
  readonly hasDev: boolean
  /** Groups and extras that are named to come along; `*` for all. */
  readonly named: readonly string[]
  /** The member of a workspace that is installed instead of the project itself; `*` for all. */
  readonly member: string | undefined
  /** Where packages are looked for besides the index: folders, addresses. */
  readonly links: readonly string[]
  /** Packages that are compiled although they may have wheels: names, `:all:`. */
  readonly compiled: readonly string[]
  readonly target: PackageTarget
  /** False where a word of it is not known. */
  readonly isKnown: boolean
}

/** An install of nothing. */
export const noPackages = {
  requirements: [],
  constraints: [],
  packages: [],
  local: [],
  editable: [],
  isOfManifest: false,
  hasProject: false,
  hasDev: false,
  named: [],
  member: undefined,
  links: [],
  compiled: [],
} as const
