import type { Dockerfile } from '../../dockerfile/instruction.ts'
import type { Evidence } from '../../facts/evidence.ts'
import type { Project } from '../../project/project.ts'

/** Of a line that is longer (a minified file), so much is shown. */
const longest = 200

/**
 * Evidence as a reader finds it in the files before the migration: the line that has its text, and that line's own words where it says others. A
 * line of the Dockerfile that a split or another rule has made is none of the user's file, and has no number.
 */
export function settleEvidence(
  evidence: Evidence,
  { source, instructions }: Dockerfile,
  project: Project,
): Evidence {
  const { path, line, text } = evidence
  if (line === undefined || text === '') return evidence
  const isOfDockerfile = path === 'Dockerfile'
  const lines = (isOfDockerfile ? source : project.read(path))?.split('\n')
  if (lines === undefined) return evidence
  const said = flat(text.split('\n', 1)[0] ?? '')
  const has = (other: string) => flat(other).includes(said)
  const own = isOfDockerfile ? instructions.find((item) => item.line === line) : undefined
  const last = line - 1 + (own?.text.trimEnd().split('\n').length ?? 1)
  const near = lines.slice(line - 1, last).findIndex(has)
  if (near >= 0) return { ...evidence, line: line + near }
  if (!isOfDockerfile)
    return { ...evidence, text: lines[line - 1]?.trim().slice(0, longest) ?? text }
  const far = lines.findIndex(has)
  return { ...evidence, line: far < 0 ? undefined : far + 1 }
}

/** Without the blanks at its ends, doubled ones, and the mark of a line that goes on. */
const flat = (line: string) =>
  line
    .replace(/\\\s*$/, '')
    .replace(/\s+/g, ' ')
    .trim()
