import { environmentOf } from './work/index.ts'
import type { PackageWork } from './work/package-work.ts'
import { isOldInstall } from './work/pip.ts'

/** Where an install of Python's packages puts them. */
export type PackagePlace =
  /** A virtual environment. */
  | { readonly kind: 'environment'; readonly folder: string }
  /** Among the packages of the image's own Python. */
  | { readonly kind: 'interpreter' }
  /** A folder that the command names, or one below the home folder. */
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'unknown' }

/** Where a command puts packages of Python; undefined where it installs none. */
export function packagePlaceOf(work: PackageWork): PackagePlace | undefined {
  const { command, home, install } = work
  if (install === undefined && !isOldInstall(command)) return undefined
  if (home.kind === 'image') return { kind: 'interpreter' }
  const environment = environmentOf(work)
  if (environment !== undefined) return { kind: 'environment', folder: environment }
  return home.kind === 'elsewhere' && home.folder !== undefined
    ? { kind: 'folder', folder: home.folder }
    : { kind: 'unknown' }
}
