import type { PackageManagerName } from './images/base-image.ts'
import { alpineCounterparts } from './os-packages/alpine-counterparts.ts'
import { debianCounterparts } from './os-packages/debian-counterparts.ts'
import { placeOfName, type PackagePlace } from './os-packages/package-places.ts'

export {
  headersOfCompiler,
  imageMagickExtras,
  needsRecommended,
  recommendedBy,
} from './os-packages/recommended-packages.ts'
export { compilerLibraries, libraryFinder } from './os-packages/compiler-libraries.ts'
export type { PackagePlace } from './os-packages/package-places.ts'

/**
 * What an OS package is for, by its name alone. Undefined where nothing is known: more rather than less, so that callers
 * keep it at run time. Names that differ between the managers do not collide, so that one table serves all.
 */
export function placeOfPackage(
  manager: PackageManagerName,
  name: string,
): PackagePlace | undefined {
  // `openssl-dev` on Alpine, `openssl-devel` on Red Hat.
  const isHeaders = manager !== 'apt' && manager !== 'apk' && name.endsWith('-devel')
  return isHeaders && !name.startsWith('python') ? 'build' : placeOfName(name)
}

/**
 * What run time needs of a -dev package that a program was built with: `libpq-dev` => `libpq5`. Empty where the image has it
 * already; undefined where it is not known for this release of the distribution, as for Ubuntu and Red Hat.
 *
 * @param release 'bookworm' or '3.19'; undefined where the base image does not tell
 */
export function runtimeCounterparts(
  manager: PackageManagerName,
  release: string | undefined,
  name: string,
): readonly string[] | undefined {
  switch (manager) {
    case 'apt':
      return release === undefined ? undefined : debianCounterparts.get(name)?.get(release)
    case 'apk':
      return alpineCounterparts(release, name)
    default:
      return undefined
  }
}

/** Whether a name is that of a library's headers, which bring the library: not the C library's, which every image has, and no tool's. */
export const areHeaders = (name: string): boolean =>
  /-dev(el)?$/.test(name) && !/^(dpkg-dev|(libc6?|musl|glibc|linux-libc)-dev(el)?)$/.test(name)
