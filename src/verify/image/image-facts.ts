import { configChanges } from './config-difference.ts'
import { sizesByFolder } from './folder-sizes.ts'
import type { InspectedImage } from './inspect-image.ts'
import type { ImageFiles } from './image-files.ts'
import { osPackages } from './os-packages.ts'
import type { ImageDifference, ImageFacts } from '../../verification/image-difference.ts'

/** An image with all that is known of it. */
export interface LookedAt {
  readonly config: InspectedImage
  readonly files: ImageFiles
}

/** The numbers of one image. */
export function imageFacts({ config, files }: LookedAt): Omit<ImageFacts, 'languagePackages'> {
  const setuid = [...files.entries]
    .filter(([, { kind, mode }]) => kind === 'file' && (mode & 0o6000) !== 0)
    .map(([path]) => path)
  return {
    size: config.size,
    compressed: files.compressed,
    layers: config.layers,
    user: config.user,
    files: [...files.entries.values()].filter(({ kind }) => kind === 'file').length,
    osPackages: osPackages(files).size,
    setuid: setuid.sort(),
  }
}

/** What went and what came. */
export function imageDifference(
  before: LookedAt,
  after: LookedAt,
): Omit<ImageDifference, 'languagePackagesGone' | 'languagePackagesNew'> {
  const os = [osPackages(before.files), osPackages(after.files)] as const
  return {
    config: configChanges(before.config, after.config),
    osPackagesGone: onlyIn(os[0].keys(), os[1]),
    osPackagesNew: onlyIn(os[1].keys(), os[0]),
    filesGone: sizesByFolder(before.files, after.files),
    filesNew: sizesByFolder(after.files, before.files),
  }
}

/** What only one of two has, sorted. */
export function onlyIn(
  names: Iterable<string>,
  other: { readonly has: (name: string) => boolean },
): readonly string[] {
  return [...names].filter((name) => !other.has(name)).sort()
}
