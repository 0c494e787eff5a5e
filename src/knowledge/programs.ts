import type { BaseImage, PackageManagerName } from './images/base-image.ts'
import { packageManagerOf } from './package-managers.ts'
import { otherFiles, otherPackages } from './programs/other-packages.ts'
import { packagedPrograms } from './programs/packaged-programs.ts'

/** The OS package to install for a program, by its name on PATH; undefined where none is known to bring it. */
export function packageOfProgram(manager: PackageManagerName, program: string): string | undefined {
  const column = manager === 'apt' || manager === 'apk' ? manager : 'dnf'
  return packagedPrograms.find(
    (row) => row[column] !== undefined && row.programs.split(' ').includes(program),
  )?.[column]
}

/** Whether a package is there for programs that are known by their names: git, unzip. */
export const isOfPrograms = (manager: PackageManagerName, name: string): boolean =>
  packagedPrograms.some(({ apt, apk, dnf }) => name === apt || name === apk || name === dnf) ||
  otherPackages.some((row) => row.manager === manager && row.others.test(name))

/** Whether an installed package brings the programs of `wanted`, which it need not be: gnupg2 those of gnupg. */
export function bringsProgramsOf(
  manager: PackageManagerName,
  installed: string,
  wanted: string,
): boolean {
  return (
    installed === wanted ||
    otherPackages.some(
      (row) => row.manager === manager && row.wanted === wanted && row.others.test(installed),
    )
  )
}

/** Whether an image's packages, as `installs` writes them with versions or without, have one already, or one that brings the same programs. */
export function isInstalled(
  name: string,
  { packageManager }: Pick<BaseImage, 'packageManager'>,
  installs: readonly string[],
): boolean {
  if (packageManager === undefined) return installs.includes(name)
  const { splitVersion } = packageManagerOf(packageManager)
  return installs.some((text) => {
    const installed = splitVersion(text).name
    return (
      bringsProgramsOf(packageManager, installed, name) ||
      otherFiles.some(
        (row) =>
          row.manager === packageManager && row.wanted === name && row.others.test(installed),
      )
    )
  })
}
