import type { Import, PathUse, SourceFacts } from './source-facts.ts'

/** Where an import leads. */
export type Resolved =
  /** Several where a package is a folder of files. */
  | { readonly kind: 'files'; readonly paths: readonly string[] }
  | { readonly kind: 'package'; readonly name: string }
  /** What the language brings. */
  | { readonly kind: 'builtin' }
  | { readonly kind: 'nowhere' }

/** How the sources of a language are read and where their imports lead. Paths are the context's. */
export interface Language {
  /** '.ts', '.php' */
  readonly endings: readonly string[]
  /** Programs that run a source of it: 'node', 'php'. */
  readonly interpreters: readonly string[]
  /** Undefined where it does not parse. `env` is what the image's ENV says. */
  readonly read: (
    path: string,
    text: string,
    env: (name: string) => string | undefined,
  ) => SourceFacts | undefined
  /** What a file of settings that a source imports says of files that are written, a part of the source then. */
  readonly readSettings?: (path: string, text: string) => readonly Pick<PathUse, 'value' | 'use'>[]
  readonly resolve: (item: Import, from: string) => Resolved
  /** The file that a path means, endings left out and all: `job` => `job.js`. */
  readonly fileOf: (path: string) => string | undefined
}
