import { dockerfileLine, placeOf, type Evidence } from '../../facts/evidence.ts'
import type { Facts } from '../../facts/facts.ts'
import type { FullSplit } from '../split.ts'
import { refuse, type Refusal } from './refuse.ts'

/** What people state of the start command, and the file says otherwise. */
export function refuseContradiction({ start }: Facts): Refusal | undefined {
  const stated = start?.otherwise
  const evidence = stated?.via.at(-1)
  if (start === undefined || stated === undefined || evidence === undefined) return undefined
  const line = start.instruction?.line
  const seen = start.processes.filter(({ follows }) => !follows).map(wordsOf)
  return refuse(
    'contradicted-start',
    `Line ${line} starts ${seen.length === 0 ? 'no program' : seen.join(' and ')}, which can be followed; ${lineOf(evidence)} states that ${wordsOf(stated)} is started. One of the two is wrong.`,
    line,
  )
}

/** A start that is stated stays as it is written. Of a script that nobody has read it can't be told what it calls: only the author's own image surely has it. */
export function refuseUnread(
  { runtimeBases, withoutBuilder, placeInstruction, runtimeRewrites }: FullSplit,
  { start, project, final }: Facts,
): Refusal | undefined {
  if (start?.instruction === undefined || start.stated.lines.length === 0) return undefined
  const { entrypoint, cmd, instruction } = start
  const { line } = instruction
  const isChanged =
    withoutBuilder ||
    placeInstruction(instruction) === 'nowhere' ||
    runtimeRewrites.some((each) => each.instruction === entrypoint || each.instruction === cmd)
  if (isChanged)
    return refuse(
      'unknown-start-command',
      `Line ${line} can't be followed; what it comes to is stated, but nothing can stand in for the line itself.`,
      line,
    )
  const [first] = start.stated.unread
  const isKnown = project.preferences.statements.programs !== undefined
  if (first === undefined || isKnown || runtimeBases.length > 0) return undefined
  return refuse(
    'unknown-start-command',
    `Not all of the start command is read (${first.why}), and no image but ${final.base.reference.text} is sure to have the programs that it calls. State them as \`programs\`.`,
    dockerfileLine(first.evidence),
  )
}

const wordsOf = ({ argv }: { readonly argv: readonly (string | undefined)[] }) =>
  `\`${argv.map((word) => word ?? '…').join(' ')}\``

const lineOf = (evidence: Evidence) =>
  dockerfileLine(evidence) === undefined ? placeOf(evidence) : `line ${evidence.line ?? ''}`
