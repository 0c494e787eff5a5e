import type { Migrated } from '../../plan/outcome.ts'
import { checkStatically } from './static-checks.ts'
import { unplannedChanges } from './config-difference.ts'
import { imageDifference, imageFacts, type LookedAt } from './image-facts.ts'
import type { Verification } from '../../verification/verification.ts'
import type { Finding } from '../../verification/finding.ts'

/** What two images show without being run. */
export interface ImageComparison {
  readonly images: NonNullable<Verification['images']>
  readonly differences: readonly Finding[]
  readonly notes: readonly Finding[]
}

/** Compares two images by their configs and files; `contract` says what the migration means to change. */
export function compareImages(
  before: LookedAt,
  after: LookedAt,
  { contract }: Pick<Migrated, 'contract'>,
): ImageComparison {
  const difference = imageDifference(before, after)
  const { differences, notes } = checkStatically(before, after)
  return {
    images: { before: imageFacts(before), after: imageFacts(after), difference },
    differences: [...unplannedChanges(difference.config, contract), ...differences],
    notes,
  }
}
