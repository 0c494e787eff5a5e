import { parseImageReference, withoutQuotes } from '../../dockerfile/image-reference.ts'
import type { BaseImage, Libc, PackageManagerName } from './base-image.ts'
import { imageFamilies } from './families/families.ts'
import { imageConfig, type FamilyTraits, type System } from './families/image-family.ts'
import { knownName } from './image-mirror.ts'
import { publicName, type ImageName } from './image-names.ts'
import { readImageTag } from './image-tag.ts'
import { hasPackageOf, hasProgramOf, ownProgramsOf } from '../programs/programs-of.ts'

/**
 * What is known of the image that `reference` names, variables filled in where they can be. Mirrors of the official images and
 * their one-architecture accounts are seen through. An image that no row is about has the family 'unknown', an empty config and
 * undefined for the rest; {@link isKnownImage} tells them apart. `names` are those of a company's own registry. Never fails.
 */
export function describeBaseImage(reference: string, names: readonly ImageName[] = []): BaseImage {
  const image = withoutQuotes(reference)
  return { ...describeOpen(publicName(image, names)), reference: parseImageReference(image) }
}

/** By public name. A file's few images are asked for again and again, and those of many files are the same. */
const described = new Map<string, BaseImage>()
const mostDescribed = 500

function describeOpen(name: string): BaseImage {
  const before = described.get(name)
  if (before !== undefined) return before
  if (described.size >= mostDescribed) described.clear()
  const image = describe(name)
  described.set(name, image)
  return image
}

function describe(name: string): BaseImage {
  const open = parseImageReference(name)
  const known = knownName(open)
  const family = known && imageFamilies.find((row) => row.matches(known.name))
  if (known === undefined || family === undefined) return unknownImage(open)

  const tag = readImageTag(open.tag)
  const traits = family.describe(tag, known.name)
  const { system } = traits
  return {
    reference: open,
    family: traits.name ?? family.name,
    version: 'version' in traits ? traits.version : tag.version,
    variant: traits.variant,
    distribution: system?.distribution,
    release: system === undefined || system.distribution === 'none' ? undefined : system.release,
    libc: libcOf(system),
    packageManager: packageManagerOf(traits),
    config: traits.config,
    user: tag.windows ? undefined : traits.user,
    // Of /bin/sh, which the shell form needs; the shell of distroless :debug images is elsewhere, under /busybox.
    hasShell: system === undefined ? undefined : traits.bare !== true,
    hasProgram: hasProgramOf(traits),
    ownPrograms: ownProgramsOf(traits),
    hasPackage: hasPackageOf(traits),
  }
}

/** False where nothing is known of the image: its empty config then says nothing. */
export function isKnownImage(image: BaseImage): boolean {
  return image.family !== 'unknown'
}

function unknownImage(reference: BaseImage['reference']): BaseImage {
  return {
    reference,
    family: 'unknown',
    version: undefined,
    variant: undefined,
    distribution: undefined,
    release: undefined,
    libc: undefined,
    packageManager: undefined,
    config: imageConfig({}),
    user: undefined,
    hasShell: undefined,
    hasProgram: () => undefined,
    ownPrograms: new Set(),
    hasPackage: () => undefined,
  }
}

function libcOf(system: System): Libc | undefined {
  switch (system?.distribution) {
    case undefined:
      return undefined
    case 'none':
      return system.libc
    case 'alpine':
      return 'musl'
    default:
      return 'glibc'
  }
}

function packageManagerOf(traits: FamilyTraits): PackageManagerName | undefined {
  if (traits.bare === true) return undefined
  switch (traits.system?.distribution) {
    case 'debian':
    case 'ubuntu':
      return 'apt'
    case 'alpine':
      return 'apk'
    case 'rhel':
      return traits.system.packageManager
    default:
      return undefined
  }
}
