import {
  commandEvidence,
  installedPackages,
  pythonPackagesOf,
  sourceMentions,
  type RuntimePackage,
} from '../../../src/transform.ts'
import type { PythonApp } from '../app.ts'

/**
 * Libraries of the compilers themselves, which what they compile is linked against: Alpine's images of Python have none of them, Debian's slim
 * ones lack those of Fortran. https://pkgs.alpinelinux.org/package/edge/main/x86_64/gcc, https://packages.debian.org/source/bookworm/gcc-12
 */
const libraries: Readonly<
  Record<string, readonly (readonly [compilers: string, library: string])[]>
> = {
  apk: [
    ['g++ build-base alpine-sdk clang', 'libstdc++'],
    ['cargo rust', 'libgcc'],
    ['gfortran', 'libgfortran'],
  ],
  apt: [['gfortran', 'libgfortran5']],
}

/** Packages that ask `ctypes.util.find_library` where their library is. */
const searching = new Set(
  'pyzbar python-magic filemagic pylibdmtx pyenchant pyusb libusb1 wand mutagen pysoundfile sounddevice'.split(
    ' ',
  ),
)

/** What compiled packages need where they run, by the compilers that the file installs. */
export function compilerLibraries(app: PythonApp): readonly RuntimePackage[] {
  const { commands, base } = app.facts.final
  const isOld =
    base.distribution === 'debian' && /^(wheezy|jessie|stretch)$/.test(base.release ?? '')
  const installed = isOld ? [] : installedPackages(commands)
  const by = (compilers: string) => {
    const names = compilers.split(' ')
    return installed.find((item) => names.includes(item.name))
  }
  const found = (libraries[base.packageManager ?? ''] ?? []).map(
    ([compilers, name]) => [by(compilers), name] as const,
  )
  // Without ldconfig, find_library asks gcc, and then the linker: https://github.com/python/cpython/blob/main/Lib/ctypes/util.py
  const linker =
    base.packageManager === 'apk' ? by('gcc g++ build-base alpine-sdk binutils') : undefined
  return [
    ...found,
    [linker !== undefined && searches(app) ? linker : undefined, 'binutils'] as const,
  ].flatMap(([item, name]) =>
    item === undefined ? [] : { name, evidence: commandEvidence(item.command) },
  )
}

function searches({ works, facts }: PythonApp): boolean {
  const names = works.flatMap(({ install }) =>
    install === undefined ? [] : pythonPackagesOf(install, facts).packages.map(({ name }) => name),
  )
  return (
    names.some((name) => searching.has(name)) ||
    sourceMentions(facts.project)(/\bfind_library\b|django\.contrib\.gis/)
  )
}
