import {
  commandEvidence,
  installedPackages,
  type Facts,
  type RuntimePackage,
} from '../../../src/transform.ts'

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

/** What compiled packages need where they run, by the compilers that the file installs. */
export function compilerLibraries({ final: { commands, base } }: Facts): readonly RuntimePackage[] {
  const isOld =
    base.distribution === 'debian' && /^(wheezy|jessie|stretch)$/.test(base.release ?? '')
  const installed = isOld ? [] : installedPackages(commands)
  return (libraries[base.packageManager ?? ''] ?? []).flatMap(([compilers, name]) => {
    const names = compilers.split(' ')
    const found = installed.find((item) => names.includes(item.name))
    return found === undefined ? [] : { name, evidence: commandEvidence(found.command) }
  })
}
