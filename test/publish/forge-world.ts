import type { Forge, Pull, Repository } from '../../src/publish/forge.ts'

/** A host to try a forge's program on, and people who use it meanwhile. */
export interface ForgeWorld {
  /** 'Gitea 1.26', 'GitHub (emulated)' */
  readonly name: string
  readonly forge: Forge
  /** Makes a repository with these files (path -> text; a path that ends in `*` is executable) in one commit on `main`. */
  readonly makeRepository: (files: Readonly<Record<string, string>>) => Promise<Repository>
  /** A person's commit on a branch; gives its id. */
  readonly personCommits: (
    repository: Repository,
    branch: string,
    files: Readonly<Record<string, string>>,
  ) => Promise<string>
  readonly personCloses: (repository: Repository, pull: Pull) => Promise<void>
  readonly personMerges: (repository: Repository, pull: Pull) => Promise<void>
  /** What a file holds on a branch, and its mode, asked without the forge's program. Undefined where it is not there. */
  readonly fileAt: (
    repository: Repository,
    branch: string,
    path: string,
  ) => Promise<{ readonly text: string; readonly mode: string } | undefined>
  /** Everything that was sent since the last call: request lines, headers but Authorization, bodies. */
  readonly sent: () => readonly {
    readonly method: string
    readonly url: string
    readonly text: string
  }[]
  readonly stop: () => Promise<void>
}
