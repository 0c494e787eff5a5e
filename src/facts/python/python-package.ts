import type { Evidence } from '../evidence.ts'

/** A package of PyPI, or of a place like it, that an install brings. */
export interface PythonPackage {
  /** As names are compared: lower case, `-` between its parts. */
  readonly name: string
  /** The one version that can come; undefined where there may be others. */
  readonly version?: string
  readonly evidence: Evidence
  /** True where a wheel is known to fit the image, false where the build compiles it; undefined where neither is said. */
  readonly isWheel?: boolean
}

/** The packages that an install brings. */
export interface PythonPackages {
  /** Each name once. */
  readonly packages: readonly PythonPackage[]
  /** A lock file or hashes list those that others need, too; else the table of packages alone does (`brings`). */
  readonly isLocked: boolean
  /** Everything that it asks for is listed. */
  readonly isWhole: boolean
  /** Why it isn't: the first of what can't be read. */
  readonly gap?: { readonly why: string; readonly evidence: Evidence }
}
