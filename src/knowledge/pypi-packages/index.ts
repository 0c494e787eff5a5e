import type { BaseImage } from '../images/base-image.ts'
import { runtimeCounterparts } from '../os-packages.ts'
import { normalName } from './normal-name.ts'
import type { PypiLibraries, PypiPackage } from './pypi-package.ts'
import { packagesFromSource } from './from-source.ts'
import { packagesWithPrograms } from './programs.ts'
import { purePackages } from './pure.ts'
import { packagesWithWheels } from './wheels.ts'

export { normalName } from './normal-name.ts'
export type { PypiBuild, PypiLibraries, PypiPackage } from './pypi-package.ts'

const byName = new Map<string, PypiPackage>()
const byModule = new Map<string, string[]>()
for (const row of [
  ...packagesFromSource,
  ...packagesWithPrograms,
  ...packagesWithWheels,
  ...purePackages,
])
  for (const name of row.names.split(' ')) {
    // A row of needs has what it is made of in another table.
    byName.set(name, { ...row, ...byName.get(name), names: name })
    for (const module of row.imports?.split(' ') ?? [])
      byModule.set(module, [...(byModule.get(module) ?? []), name])
  }

/** What is known of a package of PyPI, however its name is written; undefined where nothing is. */
export const pypiPackage = (name: string): PypiPackage | undefined => byName.get(normalName(name))

/** The packages that may bring a module, by the first part of its name: `PIL` => `pillow`. */
export const pypiPackagesOfModule = (module: string): readonly string[] =>
  byModule.get(module) ?? [normalName(module)]

/**
 * The OS packages that `libraries` or `linked` of a row stand for in an image; undefined where they are not known for it. Empty where the
 * image needs none.
 */
export function osPackagesOf(
  libraries: PypiLibraries | undefined,
  { packageManager, release }: Pick<BaseImage, 'packageManager' | 'release'>,
): readonly string[] | undefined {
  if (libraries === undefined) return []
  const names = packageManager === undefined ? undefined : libraries[packageManager]
  if (packageManager === undefined || names === undefined) return undefined
  const found = names.map((name) =>
    name.endsWith('-dev') ? runtimeCounterparts(packageManager, release, name) : [name],
  )
  return found.includes(undefined) ? undefined : [...new Set(found.flatMap((list) => list ?? []))]
}
