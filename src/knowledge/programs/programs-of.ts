import { ownValue } from '../../dockerfile/own-value.ts'
import type { FamilyTraits } from '../images/families/image-family.ts'
import { librariesOf } from '../os-packages/image-libraries.ts'
import { alpinePrograms } from './alpine-programs.ts'
import { debianPrograms, programsUntilBookworm, releasesAfterBookworm } from './debian-programs.ts'
import { imagePackages } from './image-packages.ts'
import { packagedPrograms } from './packaged-programs.ts'

/** Answers for one image which programs are on PATH: undefined where neither presence nor absence is known. */
export type HasProgram = (name: string) => boolean | undefined

export function hasProgramOf(traits: FamilyTraits): HasProgram {
  const present = new Set([
    ...distributionPrograms(traits),
    ...(traits.packages ?? []).flatMap(programsOfPackage),
    ...(traits.programs ?? []),
  ])
  const unsure = new Set(unsurePrograms(traits))
  const areAllKnown = traits.system !== undefined && traits.programs !== undefined
  return (name) => {
    if (present.has(name)) return true
    return areAllKnown && !unsure.has(name) ? false : undefined
  }
}

/** Answers for one image which OS packages it has: undefined where neither presence nor absence is known. */
export type HasPackage = (name: string) => boolean | undefined

export function hasPackageOf(traits: FamilyTraits): HasPackage {
  const present = new Set([
    ...(traits.packages ?? []).flatMap((name) => ownValue(imagePackages, name) ?? [name]),
    ...librariesOf(traits),
  ])
  const areAllKnown = traits.system !== undefined && traits.programs !== undefined
  return (name) => {
    if (present.has(name)) return true
    if (name === 'tzdata' && hasZones(traits)) return true
    return areAllKnown ? false : undefined
  }
}

/** Debian's own image has zone data, until trixie. */
const hasZones = ({ system, bare }: FamilyTraits) =>
  bare !== true && system?.distribution === 'debian' && isUntilBookworm(system.release)

/** Programs that an image has by itself and by no package: another build of them is another version. */
export const ownProgramsOf = ({ programs = [] }: FamilyTraits): ReadonlySet<string> =>
  new Set(programs)

function distributionPrograms(traits: FamilyTraits): readonly string[] {
  if (traits.bare === true) return []
  const { system } = traits
  switch (system?.distribution) {
    case 'debian':
      return isUntilBookworm(system.release)
        ? [...debianPrograms, ...programsUntilBookworm]
        : debianPrograms
    case 'ubuntu':
      return debianPrograms
    case 'alpine':
      return alpinePrograms
    default:
      return []
  }
}

function isUntilBookworm(release: string | undefined): boolean {
  return release !== undefined && !releasesAfterBookworm.includes(release)
}

function unsurePrograms({ system }: FamilyTraits): readonly string[] {
  const hasDebianBelow = system?.distribution === 'debian' && system.release === undefined
  return hasDebianBelow ? programsUntilBookworm : []
}

function programsOfPackage(name: string): readonly string[] {
  if (name === 'busybox') return alpinePrograms.filter((program) => program !== 'apk')
  return (ownValue(imagePackages, name) ?? [name]).flatMap((part) =>
    packagedPrograms
      .filter((row) => row.apt === part || row.apk === part)
      .flatMap((row) => row.programs.split(' ').filter((program) => program !== '')),
  )
}
