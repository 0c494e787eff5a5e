import { assignmentsOf, placeOf, type Facts } from '../../../src/transform.ts'

interface OwnPath {
  /** A sentence without its full stop. */
  readonly why: string
  readonly line: number | undefined
}

/** Folders of the image that have a Python. */
const system = /(^|:)\/usr\/(local\/)?bin(:|$)/

/** A line below the installs, or a service of compose, that makes a PATH on which an environment would not come first; undefined where none does. */
export function ownPath({ final, project }: Facts, firstInstall: number): OwnPath | undefined {
  for (const { instruction, index } of final.steps) {
    if (instruction.keyword !== 'ENV') continue
    const { line } = instruction
    for (const { name, raw = '' } of assignmentsOf(instruction)) {
      if (name === 'PYTHONHOME')
        return {
          why: `Line ${line} sets PYTHONHOME, which leads Python away from an environment`,
          line,
        }
      if (name !== 'PATH' || index < firstInstall) continue
      const [before, after] = raw.split(/\$\{?PATH\b/)
      if (after === undefined || system.test(before?.replaceAll('"', '') ?? ''))
        return {
          why: `Line ${line} sets a PATH on which an environment would not come first`,
          line,
        }
    }
  }
  for (const usage of project.usages())
    if (
      [...usage.environment, ...usage.settings.keys()].some((name) =>
        /^(PATH|PYTHONHOME)(=|$)/.test(name),
      )
    )
      return {
        why: `${placeOf(usage)} sets a PATH of its own, on which an environment would not come first`,
        line: undefined,
      }
  return undefined
}
