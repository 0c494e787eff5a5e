/** `feat(api)!: add a route`, https://www.conventionalcommits.org/en/v1.0.0/ */
const conventional = /^([a-z]+)(\([^()]+\))?!?: +(\S)/i

/** Commits that a host or git makes say nothing of how people write. */
const made = /^(Merge|Merged|Revert)\b/

const fewest = 3

/** How a repository's commits are titled, where most are conventional. */
export interface LogForm {
  readonly hasScopes: boolean
  /** Does the text behind the colon begin with a capital? And the type? */
  readonly isUpper: boolean
  readonly isTypeUpper: boolean
}

/** The form that most subjects have; undefined where that is none of conventional commits, or where there are too few to tell. */
export function logForm(subjects: readonly string[]): LogForm | undefined {
  const own = subjects.filter((subject) => !made.test(subject))
  const found = own.flatMap((subject) => {
    const match = conventional.exec(subject)
    return match === null ? [] : [match]
  })
  if (found.length < fewest || found.length * 2 <= own.length) return undefined
  const mostly = (holds: (match: RegExpExecArray) => boolean): boolean =>
    found.filter(holds).length * 2 > found.length
  return {
    hasScopes: mostly(([, , scope]) => scope !== undefined),
    isUpper: mostly(([, , , first = '']) => first !== first.toLowerCase()),
    isTypeUpper: mostly(([, type = '']) => /^[A-Z]/.test(type)),
  }
}
