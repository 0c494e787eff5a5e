/** Which distribution release an image's tags stand on, by version; see {@link releaseHistory}. */
export interface ReleaseHistory {
  readonly steps: readonly { readonly from: readonly number[]; readonly release: string }[]
  /** The newest version that the history tells of: 26, or 1.27. */
  readonly until: readonly number[]
}

/**
 * A history written as `VERSION RELEASE` pairs in the order of versions, each holding up to the next.
 * `until` is the newest major (or minor) version that was published when the history was taken.
 */
export function releaseHistory(until: string, text: string): ReleaseHistory {
  const words = text.trim().split(/\s+/)
  const steps = words.flatMap((word, i) =>
    i % 2 === 0 ? [{ from: numbers(word), release: words[i + 1] ?? '' }] : [],
  )
  return { steps, until: numbers(until) }
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
  const wanted = numbers(version)
  const line = wanted.slice(0, history.until.length)
  if (line.length < history.until.length || compare(line, history.until) > 0) return undefined
  const newest = [...wanted, ...Array<number>(3).fill(Infinity)].slice(0, 3)
  return history.steps.findLast((step) => compare(step.from, newest) <= 0)?.release
}

function numbers(version: string): readonly number[] {
  return version.replace(/^v/, '').split('.').map(Number)
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const x = a[i] ?? 0
    const y = b[i] ?? 0
    if (x !== y) return x - y
  }
  return 0
}
