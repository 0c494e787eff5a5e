import type { BaseImage, PackageManagerName } from '../images/base-image.ts'

/** A library of compilers, which what they compile is linked against, and which leaner images of the same system lack. */
interface CompilerLibrary {
  readonly manager: PackageManagerName
  /** Packages of compilers, any of which brings it. */
  readonly compilers: string
  readonly library: string
  /** Releases that have an older one instead. */
  readonly lacking?: string
}

/**
 * Alpine's own images have none of them, Debian's slim ones lack those of Fortran.
 * https://pkgs.alpinelinux.org/package/edge/main/x86_64/gcc, https://packages.debian.org/source/bookworm/gcc-12
 */
const libraries: readonly CompilerLibrary[] = [
  { manager: 'apk', compilers: 'g++ build-base alpine-sdk clang', library: 'libstdc++' },
  { manager: 'apk', compilers: 'cargo rust', library: 'libgcc' },
  { manager: 'apk', compilers: 'gfortran', library: 'libgfortran' },
  {
    manager: 'apt',
    compilers: 'gfortran',
    library: 'libgfortran5',
    lacking: 'wheezy jessie stretch 14.04 16.04 18.04 trusty xenial bionic',
  },
]

/** The libraries of compilers that an image's packages have, each with the packages that bring it. */
export const compilerLibraries = ({
  packageManager,
  release = '',
}: Pick<BaseImage, 'packageManager' | 'release'>): readonly {
  readonly compilers: readonly string[]
  readonly library: string
}[] =>
  libraries
    .filter(
      ({ manager, lacking }) =>
        manager === packageManager && lacking?.split(' ').includes(release) !== true,
    )
    .map(({ compilers, library }) => ({ compilers: compilers.split(' '), library }))

/**
 * What finds libraries for `ctypes.util.find_library` where there is no cache of them for ldconfig, as on Alpine: it asks gcc, and then the linker
 * of binutils, which all of these bring. https://github.com/python/cpython/blob/main/Lib/ctypes/util.py
 */
export const libraryFinder = ({
  packageManager,
}: Pick<BaseImage, 'packageManager'>):
  { readonly finders: readonly string[]; readonly package: string } | undefined =>
  packageManager === 'apk'
    ? { finders: ['gcc', 'g++', 'build-base', 'alpine-sdk', 'binutils'], package: 'binutils' }
    : undefined
