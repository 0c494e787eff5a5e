import type { BaseImage } from './base-image.ts'

/**
 * Debian releases whose packages have moved to archive.debian.org: `apt-get update` in their images fails
 * (https://www.debian.org/distrib/archive).
 */
const archived = new Set(['squeeze', 'wheezy', 'jessie', 'stretch', 'buster'])

/** Whether an image can no longer install packages as it is. */
export function isArchived({ distribution, release }: BaseImage): boolean {
  return distribution === 'debian' && release !== undefined && archived.has(release)
}
