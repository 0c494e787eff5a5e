import type { PackageManagerName } from '../images/base-image.ts'

/** OS packages by the manager of the image; of a -dev package what run time needs of it is meant: `libpq-dev` stands for `libpq5`. */
export type PypiLibraries = Partial<Readonly<Record<PackageManagerName, readonly string[]>>>

/**
 * How a package gets into an environment. 'pure': it has no compiled part. 'wheels': compiled on PyPI, with all that it links inside of the
 * wheel (`libraries` has what is still missing). 'from-source': PyPI has its sources alone, so that the build compiles it.
 */
export type PypiBuild = 'pure' | 'wheels' | 'from-source'

/** What a package of PyPI needs of its image, beside its own files. */
export interface PypiPackage {
  /** As PEP 503 writes them, separated by blanks. */
  readonly names: string
  /** The modules that it is imported by where those are not its name, separated by blanks: `psycopg2`, `PIL`, `cv2`. */
  readonly imports?: string
  readonly isCompiled?: PypiBuild
  /** Of 'wheels': the first version with wheels for musl, so for Alpine, '0' for all; undefined where there are none. */
  readonly musllinuxSince?: string
  /** Of 'wheels': the first version with wheels for Linux; undefined where all that are in use have them. */
  readonly wheelsSince?: string
  /** Of 'wheels' that are made for one version of Python each: the first version that has them for it and later ones. */
  readonly wheelsFor?: Readonly<Record<string, string>>
  /** Programs that it starts, separated by blanks. */
  readonly programs?: string
  /** What it loads when it runs, however it was installed. */
  readonly libraries?: PypiLibraries
  /** What it links where the build compiles it: 'from-source', `--no-binary`, or no wheel that fits. */
  readonly linked?: PypiLibraries
  /** The package that brings inside of itself what this one needs of the image, where both are installed: `psycopg-binary`. */
  readonly servedBy?: string
  /** It asks `ctypes.util.find_library` where its library is. */
  readonly findsLibrary?: true
  /** Other packages that it needs and that have rows for what they need of the image, separated by blanks. */
  readonly brings?: string
  /** The same for each of its extras. */
  readonly extras?: Readonly<Record<string, string>>
  /** Only the author's own image is known to have what it needs. */
  readonly keepsBase?: string
  /** Files of the project that it reads unasked, relative to the folder it runs in. */
  readonly files?: readonly string[]
  /** It keeps files where only a run shows. */
  readonly writesAnywhere?: boolean
  /** What it keeps by itself wherever it is used, and where: 'settings, in ~/.streamlit'. */
  readonly keeps?: string
  /** What it fetches when it runs, and where that lies unless told otherwise: 'models, in ~/.cache/huggingface'. */
  readonly downloads?: string
  /** Where its own sources or documents say so. */
  readonly source: string
}
