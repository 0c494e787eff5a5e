import type { Instruction } from '../../dockerfile/instruction.ts'
import { trimmedText } from '../../dockerfile/trimmed-text.ts'
import { assignmentsOf, variablesOf } from '../../dockerfile/words/variables.ts'
import type { StageFacts } from '../../facts/stages/stage-facts.ts'
import type { Candidate } from './promise.ts'

/**
 * Every variable that a line of the author's uses is set where that line stands now, if it was before: by ENV, by ARG, or by
 * the base image. https://docs.docker.com/build/building/variables/#scoping
 */
export function outOfScope({ before, after }: Candidate): string | undefined {
  const known = new Map(before.stages.flatMap((stage) => [...setBefore(stage)]))
  const lines = new Map<string, Instruction[]>()
  for (const line of known.keys()) {
    const same = lines.get(trimmedText(line))
    if (same === undefined) lines.set(trimmedText(line), [line])
    else same.push(line)
  }
  for (const stage of after.stages) {
    for (const [instruction, set] of setBefore(stage)) {
      const same = lines.get(trimmedText(instruction)) ?? []
      const [line] = same
      if (line === undefined) continue
      // A line that stands twice may have met the variable in one place only.
      const lost = namesIn(line).find(
        (name) => !set.has(name) && same.every((other) => known.get(other)?.has(name)),
      )
      if (lost !== undefined)
        return `line ${line.line} (${line.keyword}) uses $${lost}, which its new stage does not set`
    }
  }
  return undefined
}

type Names = ReadonlySet<string>

/** The variables that are set where each instruction of a stage stands; for the container's own commands, those at its end. */
function setBefore(facts: StageFacts): ReadonlyMap<Instruction, Names> {
  const lines = new Map<Instruction, Names>()
  let names: Names = namesFromBase(facts)
  for (const instruction of facts.stage.instructions) {
    lines.set(instruction, names)
    names = withNamesOf(instruction, names)
  }
  const atRunTime = new Set(facts.config.Env.keys())
  for (const instruction of lines.keys())
    if (startsAtRunTime(instruction)) lines.set(instruction, atRunTime)
  return lines
}

function namesFromBase({ parent, base }: StageFacts): Names {
  if (parent === undefined) return new Set(base.config.Env.keys())
  return parent.stage.instructions.reduce(
    (names, instruction) => withNamesOf(instruction, names),
    namesFromBase(parent),
  )
}

function withNamesOf(instruction: Instruction, names: Names): Names {
  if (instruction.keyword !== 'ENV' && instruction.keyword !== 'ARG') return names
  return new Set([...names, ...assignmentsOf(instruction).map(({ name }) => name)])
}

const startsAtRunTime = ({ keyword }: Instruction) => /^(CMD|ENTRYPOINT|HEALTHCHECK)$/.test(keyword)

/** The variables that an instruction uses. What a shell is given is searched by name, quotes of its own or not. */
function namesIn(instruction: Instruction): readonly string[] {
  const isShell = instruction.keyword === 'RUN' || startsAtRunTime(instruction)
  if (isShell)
    return [...instruction.text.matchAll(/\$\{?(\w+)/g)].flatMap(([, name]) => name ?? [])
  return variablesOf(instruction)
}
