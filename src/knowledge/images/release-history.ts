import { isAtLeast, isLaterThan } from '../version.ts'

/** Which distribution release an image's tags stand on, by version; see {@link releaseHistory}. */
export interface ReleaseHistory {
  readonly steps: readonly { readonly from: string; readonly release: string }[]
  /** The newest version that the history tells of: 26, or 1.27. */
  readonly until: string
}

/**
 * A history written as `VERSION RELEASE` pairs in the order of versions, each holding up to the next.
 * `until` is the newest major (or minor) version that was published when the history was taken.
 */
export function releaseHistory(until: string, text: string): ReleaseHistory {
  const words = text.trim().split(/\s+/)
  const steps = words.flatMap((word, i) =>
    i % 2 === 0 ? [{ from: word, release: words[i + 1] ?? '' }] : [],
  )
  return { steps, until }
}

/**
 * The release that the tag of `version` points to, or pointed to last. A shorter version is the newest of its line: '18' is
 * 18.20. Undefined for what is no plain version, for one with fewer parts than `until` has (`golang:1` moves on with every
 * release), and for a line that is newer than the history.
 */
export function releaseOfVersion(
  history: ReleaseHistory,
  version: string | undefined,
): string | undefined {
  if (version === undefined || !/^v?\d+(\.\d+)*$/.test(version)) return undefined
  if (parts(version) < parts(history.until) || isLaterThan(version, history.until)) return undefined
  return history.steps.findLast(({ from }) => isAtLeast(version, from))?.release
}

const parts = (version: string) => version.split('.').length
