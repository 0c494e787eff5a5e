import type { Dockerfile, Instruction, Stage } from '../../dockerfile/instruction.ts'
import { assignmentsOf } from '../../dockerfile/words/variables.ts'

/** What one of BuildKit's checks finds: https://docs.docker.com/reference/build-checks/. */
export interface Finding {
  readonly rule: string
  readonly line: number
}

/**
 * What the checks find in the author's own lines, which stay as they are: such a file does not build, and neither would the new one.
 * By frontend/dockerfile of v0.23.2, dockerfile2llb/convert.go.
 */
export function* findingsOfOwnLines({
  stages,
  instructions,
  escape,
}: Dockerfile): Generator<Finding> {
  for (const instruction of instructions) {
    const { keyword, line } = instruction
    if (keyword === 'MAINTAINER') yield { rule: 'MaintainerDeprecated', line }
    if (isLegacy(instruction)) yield { rule: 'LegacyKeyValueFormat', line }
    if (hasEmptyContinuation(instruction, escape)) yield { rule: 'NoEmptyContinuation', line }
    if (/^(ARG|ENV)$/.test(keyword) && assignmentsOf(instruction, escape).some(isSecret))
      yield { rule: 'SecretsUsedInArgOrEnv', line }
  }
  yield* findingsOfNames(stages)
  for (const stage of stages) yield* findingsOfDoubles(stage)
}

/** `ENV name value` */
const isLegacy = ({ keyword, words: [first, second] }: Instruction) =>
  (keyword === 'ENV' || keyword === 'LABEL') &&
  second !== undefined &&
  first?.raw.includes('=') === false

/** A blank line between two that belong together; comments may stand there. */
function hasEmptyContinuation({ text }: Instruction, escape: string): boolean {
  let goesOn = true
  const lines = text.split('\n')
  for (const [i, line] of lines.entries()) {
    if (!goesOn) return false
    const words = line.trim()
    if (i > 0 && words.startsWith('#')) continue
    // Behind the file's last line end there is no line, unless blanks stand there.
    if (i > 0 && words === '') return i < lines.length - 1 || line !== ''
    goesOn = words.endsWith(escape)
  }
  return false
}

const secret = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i
const open = /(?:_|^)public(?:_|$)/i
const isSecret = ({ name }: { readonly name: string }) => secret.test(name) && !open.test(name)

function* findingsOfNames(stages: readonly Stage[]): Generator<Finding> {
  const seen = new Set<string>()
  for (const { name, from } of stages) {
    if (name === undefined) continue
    if (name === 'context' || name === 'scratch')
      yield { rule: 'ReservedStageName', line: from.line }
    if (seen.has(name)) yield { rule: 'DuplicateStageName', line: from.line }
    seen.add(name)
  }
}

/** The last of them alone counts; the check names the one above. */
function* findingsOfDoubles({ instructions }: Stage): Generator<Finding> {
  const seen = new Map<string, number>()
  for (const { keyword, line } of instructions) {
    if (!/^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)) continue
    const above = seen.get(keyword)
    if (above !== undefined) yield { rule: 'MultipleInstructionsDisallowed', line: above }
    seen.set(keyword, line)
  }
}
