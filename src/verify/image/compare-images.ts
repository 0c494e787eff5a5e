import type { Migrated } from '../../library.ts'
import type { ImageInspection, ImageView } from '../../verification/image-inspection.ts'
import { checkStatically } from './static-checks.ts'
import { unplannedChanges } from './config-difference.ts'
import { imageDifference, imageFacts, type LookedAt, onlyIn } from './image-facts.ts'
import { inspectBoth, viewOf } from './image-view.ts'
import type { Verification } from '../../verification/verification.ts'
import type { Finding } from '../../verification/finding.ts'

/** What two images show without being run. */
export interface ImageComparison {
  readonly images: NonNullable<Verification['images']>
  readonly differences: readonly Finding[]
  readonly notes: readonly Finding[]
}

/**
 * Compares two images by their configs and files; `contract` says what the migration means to change. `ask` makes what runs a program in
 * one of them; without it nothing is run.
 */
export async function compareImages(
  before: LookedAt,
  after: LookedAt,
  { contract }: Pick<Migrated, 'contract'>,
  inspections: readonly ImageInspection[],
  ask?: (image: LookedAt) => ImageView['ask'],
): Promise<ImageComparison> {
  const views = { before: viewOf(before, ask?.(before)), after: viewOf(after, ask?.(after)) }
  const languages = {
    before: packagesOf(views.before, inspections),
    after: packagesOf(views.after, inspections),
  }
  const difference = {
    ...imageDifference(before, after),
    languagePackagesGone: onlyIn(languages.before, languages.after),
    languagePackagesNew: onlyIn(languages.after, languages.before),
  }
  const packageFolders = inspections.flatMap(({ packageFolders: names = [] }) => names)
  const found = checkStatically(before, after, packageFolders)
  const inspected = await inspectBoth(inspections, views.before, views.after)
  return {
    images: {
      before: { ...imageFacts(before), languagePackages: languages.before.size },
      after: { ...imageFacts(after), languagePackages: languages.after.size },
      difference,
    },
    differences: [
      ...unplannedChanges(difference.config, contract),
      ...found.differences,
      ...inspected.differences,
    ],
    notes: [...found.notes, ...inspected.notes],
  }
}

function packagesOf(view: ImageView, inspections: readonly ImageInspection[]): ReadonlySet<string> {
  return new Set(inspections.flatMap(({ packages }) => [...(packages?.(view) ?? [])]))
}
