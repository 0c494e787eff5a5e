import type { Project } from '../../../project/project.ts'
import type { RunCommand } from '../../commands/command.ts'
import type { StageFacts } from '../../stages/stage-facts.ts'
import type { PythonInstall } from '../python-install.ts'

/** Where a command puts packages, or where it makes place for them. */
export type Home =
  /** Among those of the image's own Python. */
  | { readonly kind: 'image' }
  /** A folder that can be copied as it is: a virtual environment. */
  | { readonly kind: 'environment'; readonly folder: string }
  /** An environment in a folder of the manager's own, which it alone finds again: `poetry run`. */
  | { readonly kind: 'own' }
  /** Where they can't be taken from as one environment; why, as a clause. The folder, where it is known, and whether that is an environment all the same. */
  | {
      readonly kind: 'elsewhere'
      readonly why: string
      readonly folder?: string | undefined
      readonly isEnvironment?: boolean
    }
  /** It tends a manager alone: its cache, its settings. */
  | { readonly kind: 'nowhere' }

/** What a command of a RUN does to packages of Python. */
export interface PackageWork {
  readonly command: RunCommand
  /** The stage whose command it is. */
  readonly stage: StageFacts
  readonly home: Home
  /** What it installs; undefined where it makes the environment, or tends it. */
  readonly install: PythonInstall | undefined
}

/** What is known where a command runs. */
export interface WorkPlace {
  /** The stage that it is of. */
  readonly final: StageFacts
  readonly project: Project
  /** The commands that are carried out before it. */
  readonly above: readonly RunCommand[]
  /** The environments that they have made. */
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

/** @param why goes on behind 'Line 7' */
export const elsewhere = (why: string, folder?: string, isEnvironment = false): Home => ({
  kind: 'elsewhere',
  why,
  folder,
  isEnvironment,
})

/** It tends a manager, and installs nothing. */
export const tends = { home: { kind: 'nowhere' }, install: undefined } as const
