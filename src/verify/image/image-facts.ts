import { configChanges } from './config-difference.ts'
import { sizesByFolder } from './folder-sizes.ts'
import type { ImageConfig } from './image-config.ts'
import type { ImageFiles } from './image-files.ts'
import { languagePackages, osPackages } from './packages.ts'
import type {
  ConfigChange,
  FolderSize,
  ImageDifference,
  ImageFacts,
} from '../../verification/image-difference.ts'

/** An image with all that is known of it. */
export interface LookedAt {
  readonly config: ImageConfig
  readonly files: ImageFiles
}

/** The numbers of one image. */
export function imageFacts({ config, files }: LookedAt): ImageFacts {
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
    languagePackages: languagePackages(files).size,
    setuid: setuid.sort(),
  }
}

/** What went and what came. */
export function imageDifference(before: LookedAt, after: LookedAt): ImageDifference {
  const os = [osPackages(before.files), osPackages(after.files)] as const
  const language = [languagePackages(before.files), languagePackages(after.files)] as const
  return {
    config: configChanges(before.config, after.config),
    osPackagesGone: onlyIn(os[0].keys(), os[1]),
    osPackagesNew: onlyIn(os[1].keys(), os[0]),
    languagePackagesGone: onlyIn(language[0], language[1]),
    languagePackagesNew: onlyIn(language[1], language[0]),
    filesGone: sizesByFolder(before.files, after.files),
    filesNew: sizesByFolder(after.files, before.files),
  }
}

function onlyIn(
  names: Iterable<string>,
  other: { readonly has: (name: string) => boolean },
): readonly string[] {
  return [...names].filter((name) => !other.has(name)).sort()
}
