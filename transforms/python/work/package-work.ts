import type { Facts, PythonInstall, RunCommand } from '../../../src/transform.ts'

/** Where a command puts packages, or where it makes place for them. */
export type Home =
  /** Among those of the image's own Python. */
  | { readonly kind: 'image' }
  /** A folder that is copied as it is: a virtual environment. */
  | { readonly kind: 'environment'; readonly folder: string }
  /** An environment in a folder of the manager's own, which it alone finds again: `poetry run`. */
  | { readonly kind: 'own' }
  /** Where they can't be taken from; why, as a clause. */
  | { readonly kind: 'elsewhere'; readonly why: string }
  /** It tends a manager alone: its cache, its settings. */
  | { readonly kind: 'nowhere' }

/** What a command of a RUN does to packages of Python. */
export interface PackageWork {
  readonly command: RunCommand
  readonly home: Home
  /** What it installs; undefined where it makes the environment, or tends it. */
  readonly install: PythonInstall | undefined
}

/** What is known where a command runs. */
export interface WorkPlace {
  readonly facts: Facts
  /** The environments that the commands above it have made. */
  readonly made: readonly string[]
  /** That of them whose programs are found first, by PATH or because the RUN activates it. */
  readonly active: string | undefined
}

/** One manager, or one way to make an environment. */
export interface WorkRow {
  /** What a command does; undefined for one of others. */
  readonly reads: (
    command: RunCommand,
    place: WorkPlace,
  ) => Pick<PackageWork, 'home' | 'install'> | undefined
}
