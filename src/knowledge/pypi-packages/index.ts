import { once } from '../../dockerfile/remember.ts'
import type { BaseImage } from '../images/base-image.ts'
import { runtimeCounterparts } from '../os-packages.ts'
import { normalName } from './normal-name.ts'
import type { PypiLibraries, PypiPackage } from './pypi-package.ts'
import { packagesOfBases } from './bases.ts'
import { packagesThatBring } from './brings.ts'
import { packagesWithData } from './data.ts'
import { packagesWithFiles } from './files.ts'
import { packagesFromSource } from './from-source.ts'
import { packagesWithLibraries } from './libraries.ts'
import { packagesWithPrograms } from './programs.ts'
import { pureFamilies, purePackages } from './pure.ts'
import { isSince, orderOf, releaseOf } from './release-order.ts'
import { packagesThatKeepFiles } from './stores.ts'
import { packagesWithWheels } from './wheels.ts'

export { normalName } from './normal-name.ts'
export type { PypiBuild, PypiLibraries, PypiPackage } from './pypi-package.ts'

/** The rows of all tables. What is known of a name in several is one row: what comes first counts. */
export const pypiRows = (): readonly PypiPackage[] => [
  ...packagesFromSource,
  ...packagesWithWheels(),
  ...packagesWithLibraries,
  ...packagesOfBases,
  ...packagesWithData,
  ...packagesWithPrograms,
  ...packagesThatBring,
  ...packagesWithFiles,
  ...packagesThatKeepFiles,
  ...purePackages,
]

/** Put together when a program of Python asks for it: that takes some milliseconds. */
const known = once(() => {
  const byName = new Map<string, PypiPackage>()
  const byModule = new Map<string, Set<string>>()
  for (const row of pypiRows())
    for (const name of row.names.split(' ')) {
      byName.set(name, { ...row, ...byName.get(name), names: name })
      for (const module of modulesOf(row, name)) {
        const names = byModule.get(module) ?? new Set()
        byModule.set(module, names.add(name))
      }
    }
  return { byName, byModule }
})

/** Rows of several names give their modules in the same order; one of a single name may have several. Without any it is the name. */
function modulesOf({ names, imports }: PypiPackage, name: string): readonly string[] {
  const modules = imports?.split(' ') ?? [name.replaceAll('-', '_')]
  const all = names.split(' ')
  if (all.length === 1 || modules.length !== all.length) return modules
  return [modules[all.indexOf(name)] ?? '']
}

/** What is known of a package of PyPI, however its name is written; undefined where nothing is. */
export function pypiPackage(name: string): PypiPackage | undefined {
  const own = normalName(name)
  const found = known().byName.get(own)
  if (found !== undefined) return found
  const family = pureFamilies.find((beginning) => own.startsWith(beginning))
  return family === undefined ? undefined : { names: own, isCompiled: 'pure', source: familySource }
}

const familySource = 'https://packaging.python.org/en/latest/discussions/package-formats/'

/** What is known of the image that a package is installed in. */
type Image = Pick<BaseImage, 'family' | 'version' | 'libc' | 'release' | 'packageManager'>

/**
 * Whether a version of a package has a wheel for an image, with all that it links inside, or is pure; undefined where that is not known. A
 * version that is not given is a current one.
 */
export function hasWheel(
  { isCompiled, wheelsSince, wheelsFor, musllinuxSince }: PypiPackage,
  version: string | undefined,
  { family, version: python, libc }: Pick<Image, 'family' | 'version' | 'libc'>,
): boolean | undefined {
  if (isCompiled !== 'wheels') return isCompiled === undefined ? undefined : isCompiled === 'pure'
  if (libc === undefined || libc === 'none') return undefined
  const since = libc === 'musl' ? musllinuxSince : (wheelsSince ?? '0')
  if (since === undefined) return false
  if (version === undefined) return true
  const ofPython = firstFor(wheelsFor, family === 'python' ? python : undefined)
  return isSince(version, since) === true && ofPython !== undefined
    ? isSince(version, ofPython)
    : isSince(version, since)
}

/** The entry of the newest Python up to this one; that of the newest of all where it is not known, or moves. */
function firstFor(
  wheelsFor: PypiPackage['wheelsFor'],
  python: string | undefined,
): string | undefined {
  const own = releaseOf(python ?? '')
  const isWhole = own !== undefined && own.length > 1
  return Object.entries(wheelsFor ?? {}).findLast(
    ([named]) => !isWhole || orderOf(own, releaseOf(named) ?? []) >= 0,
  )?.[1]
}

/**
 * The OS packages that a package of PyPI needs in an image when it runs; undefined where that is not known. `isWheel` is what a lock file
 * says, before what the tables do.
 */
export function librariesNeeded(
  row: PypiPackage,
  { version, isWheel }: { readonly version?: string; readonly isWheel?: boolean },
  image: Image,
): readonly string[] | undefined {
  const loaded = osPackagesOf(row.libraries, image)
  const isBuilt = row.isCompiled !== 'pure' && (isWheel ?? hasWheel(row, version, image)) !== true
  if (!isBuilt) return loaded
  const linked = row.linked === undefined ? undefined : osPackagesOf(row.linked, image)
  return loaded === undefined || linked === undefined
    ? undefined
    : [...new Set([...loaded, ...linked])]
}

/** Whether another of the packages that are installed brings inside of itself what this one needs. */
export const isServed = ({ servedBy }: PypiPackage, names: ReadonlySet<string>): boolean =>
  servedBy !== undefined && names.has(servedBy)

/** Whether one of the packages that are installed asks for libraries of the image by `ctypes.util.find_library`. */
export function findsLibraries(names: readonly string[]): boolean {
  const all = new Set(names)
  return names.some((name) => {
    const row = pypiPackage(name)
    return row?.findsLibrary === true && !isServed(row, all)
  })
}

/** The packages that may bring a module, by the first part of its name: `PIL` => `pillow`. */
export const pypiPackagesOfModule = (module: string): readonly string[] => [
  ...(known().byModule.get(module) ?? [normalName(module)]),
]

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
