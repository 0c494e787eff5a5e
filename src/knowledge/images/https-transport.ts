import type { BaseImage } from './base-image.ts'

/**
 * Releases whose apt reads sources by https with a package alone: it does by itself since 1.5.
 * https://salsa.debian.org/apt-team/apt/-/blob/main/debian/NEWS
 */
const without = new Set(
  'squeeze wheezy jessie stretch precise trusty xenial 12.04 14.04 16.04'.split(' '),
)

/** Whether apt of the image needs apt-transport-https for sources with such an address. */
export const needsHttpsTransport = ({ release }: BaseImage): boolean =>
  release !== undefined && without.has(release)
