import semver from 'semver'

/**
 * Whether a version as a tag writes it ('1', '1.22', 'v3.19.1', '1.23rc1') is that of `least` or a later one. A shorter one is the newest of
 * its line, so '1' is later than any 1.x; one that is not known, or no number at all ('edge'), moves with the newest.
 */
export function isAtLeast(version: string | undefined, least: string): boolean {
  if (version === undefined) return true
  const range = semver.validRange(version) ?? semver.coerce(version)?.version
  return range === undefined || semver.intersects(range, `>=${least}`, { includePrerelease: true })
}

/** Whether a version is later than all of a line: '27' and '26.1' are, of '25'; '25.3' is not. */
export function isLaterThan(version: string, line: string): boolean {
  const whole = semver.coerce(version)
  return whole !== null && semver.gtr(whole, line)
}

/** The major version that a range of package.json starts at; undefined for tags, links, and ranges without a start ('*'). */
export function majorOfRange(range: string | undefined): number | undefined {
  if (range === undefined || semver.validRange(range) === null) return undefined
  const lowest = semver.minVersion(range)
  return lowest === null || lowest.version === '0.0.0' ? undefined : lowest.major
}

/** Whether the newest version of a tag's line ('20', '20.11', '20.11.1') is in a range of package.json; true where the tag moves with the newest. */
export function isInRange(version: string | undefined, range: string): boolean {
  const line = semver.validRange(version ?? '*') ?? '*'
  return semver.validRange(range) === null || semver.intersects(line, range)
}

/** '3.12' of 3.12.4 and 3.12; what a tag says that names no minor version: '3', undefined for the latest. */
export function minorOf(version: string | undefined): string | undefined {
  const [major, minor] = version?.split('.') ?? []
  return minor === undefined ? major : `${major ?? ''}.${minor}`
}
