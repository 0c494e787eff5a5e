import type { Instruction } from '../dockerfile/instruction.ts'
import { isParseFailure, parseDockerfile } from '../dockerfile/parse/parse.ts'
import { trimmedText } from '../dockerfile/trimmed-text.ts'
import { type Facts, gatherFacts } from '../facts/facts.ts'
import type { ToolRows } from '../facts/tool-rows.ts'
import type { Project } from '../project/project.ts'
import { authoredEnv, compareConfigs } from './contract.ts'
import { absentSource } from './needs/lost/absent-source.ts'
import { lostArtifact } from './needs/lost/lost-artifact.ts'
import type { Migrated, Origin, Replaced } from './outcome.ts'
import { editedRule } from './rule-names.ts'
import { brokenByHand, type BrokenPromise } from './promises/index.ts'
import { refuseBuildChecks } from './refusals/build-checks.ts'
import { refuseUnsetValues } from './refusals/unset-values.ts'

/** What is wrong with a text that a person wrote. */
export interface Fault {
  /** Of that text; undefined where no line of it is to blame. */
  readonly line: number | undefined
  /** A sentence. */
  readonly problem: string
}

/** A migration with the text that a person made of it; or all that speaks against that text. */
export function judgeEdited(
  migrated: Migrated,
  edited: string,
  project: Project,
  tools: ToolRows,
): Migrated | readonly Fault[] {
  const input = parseDockerfile(migrated.before)
  const output = parseDockerfile(edited)
  if (isParseFailure(output)) return [{ line: output.line, problem: output.reason }]
  if (isParseFailure(input)) return [{ line: undefined, problem: input.reason }]
  const before = gatherFacts(input, project, tools)
  const after = gatherFacts(output, project.withFiles(migrated.otherFiles), tools)
  const unset = refuseUnsetValues(after) ?? refuseBuildChecks(output, 'it')
  if (unset !== undefined) return [{ line: unset.line, problem: unset.reason }]
  const isSplit = before.stages.length === 1 && after.stages.length > 1
  const broken = brokenByHand({ before, after, isSplit, replaced: [], unnamed: [] })
  if (broken.length > 0) return broken.map((each) => faultOf(each, before, after))
  const proposal = parseDockerfile(migrated.after)
  const lost = isParseFailure(proposal)
    ? undefined
    : lostArtifact(gatherFacts(proposal, after.project, tools), after)
  if (lost !== undefined)
    return [
      {
        line: output.stages.at(-1)?.from.line,
        problem: `The proposal brings ${lost} by its evidence, and this stage would not have it.`,
      },
    ]
  const byRules = new Map(migrated.contract.map((item) => [item.field, item]))
  const differences = compareConfigs(
    before.final.config,
    after.final.config,
    authoredEnv([input, output]),
  )
  return {
    ...migrated,
    after: edited,
    changes: [...migrated.changes, byPerson],
    contract: differences.map((item) => {
      const known = byRules.get(item.field)
      const isSame = JSON.stringify(known?.after) === JSON.stringify(item.after)
      return { ...item, by: isSame && known !== undefined ? known.by : editedRule }
    }),
    replaced: replacedBy(input.instructions, output.instructions, migrated.replaced),
    origins: originsOf(output.instructions, migrated),
  }
}

const byPerson = {
  rule: editedRule,
  title: 'Edited by hand',
  why: 'You changed the proposal in your editor; it was read and checked again.',
  risk: 'review',
  assumption: 'What was changed by hand is as you want it.',
  evidence: [],
} as const

function faultOf({ code, problem }: BrokenPromise, before: Facts, after: Facts): Fault {
  const { instructions, stages } = after.dockerfile
  const sentence = `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`
  const lineOf = (is: (instruction: Instruction) => boolean): number | undefined =>
    instructions.findLast(is)?.line
  const runtime = stages.at(-1)?.from.line
  switch (code) {
    case 'promise-copy-source': {
      const path = absentSource(before, after)?.path ?? ''
      const line = lineOf(({ keyword, text }) => keyword === 'COPY' && text.includes(path))
      return { line: line ?? runtime, problem: sentence }
    }
    case 'promise-writes':
      return { line: lineOf(({ keyword }) => keyword === 'USER') ?? runtime, problem: sentence }
    case 'promise-valid': {
      // Its own words name the stage in quotes.
      const name = problem.split('"')[1]
      const line = name === undefined ? undefined : lineOf(({ text }) => text.includes(name))
      return { line: line ?? runtime, problem: sentence }
    }
    default:
      return { line: runtime, problem: sentence }
  }
}

/** The author's instructions that do not stand in the text as they were. */
function replacedBy(
  were: readonly Instruction[],
  are: readonly Instruction[],
  known: readonly Replaced[],
): readonly Replaced[] {
  const texts = new Set(are.map(trimmedText))
  const byLine = new Map(known.map((item) => [item.line, item]))
  return were
    .filter((instruction) => !texts.has(trimmedText(instruction)))
    .map(
      ({ line, text }) =>
        byLine.get(line) ?? { line, text: text.replace(/\r*\n$/, ''), by: editedRule },
    )
}

/** Each instruction with the origin that its text had in the proposal, in its order; what has none is the person's. */
function originsOf(are: readonly Instruction[], { after, origins }: Migrated): readonly Origin[] {
  const proposal = parseDockerfile(after)
  const byLine = new Map(origins.map((origin) => [origin.line, origin]))
  const left = new Map<string, Origin[]>()
  for (const instruction of isParseFailure(proposal) ? [] : proposal.instructions) {
    const origin = byLine.get(instruction.line)
    if (origin === undefined) continue
    const text = trimmedText(instruction)
    const same = left.get(text)
    if (same === undefined) left.set(text, [origin])
    else same.push(origin)
  }
  return are.map((instruction): Origin => {
    const { line } = instruction
    const origin = left.get(trimmedText(instruction))?.shift()
    return origin === undefined
      ? { line, kind: 'added', from: undefined, by: editedRule }
      : { ...origin, line }
  })
}
