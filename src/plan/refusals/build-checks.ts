import { readChecks } from '../../dockerfile/parse/directives.ts'
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/instruction.ts'
import { assignmentsOf, variablesIn } from '../../dockerfile/words/variables.ts'
import { findingsOfOwnLines, type Finding } from './build-findings.ts'
import { refuse, type Refusal } from './refuse.ts'

// # check=error=true: BuildKit's build fails where one of its checks finds something
// (https://docs.docker.com/reference/build-checks/; its rules: frontend/dockerfile/linter/ruleset.go of v0.23.2).
// Looked for is what a migration could bring about, or move: casing (FromAsCasing, ConsistentInstructionCasing, StageNameCasing),
// JSONArgsRecommended (a SHELL that stays behind), WorkdirRelativePath, UndefinedVar (another stage, another base image),
// UndefinedArgInFrom and InvalidDefaultArgInFrom, RedundantTargetPlatform and FromPlatformFlagConstDisallowed (a FROM that is repeated).
// What they find in the author's own lines is in build-findings.ts; lines that are added have `=`, no blank lines, no secrets and new stage
// names. InvalidBaseImagePlatform finds nothing, as images that are chosen here are made for all usual platforms.

/** Why a file that must pass BuildKit's checks might not; `subject` is how a sentence names the file. */
export function refuseBuildChecks(
  dockerfile: Dockerfile,
  subject: 'it' | 'the new file',
): Refusal | undefined {
  const directive = dockerfile.directives.find(({ name }) => name === 'check')
  if (directive === undefined) return undefined
  const checks = readChecks(directive.value, directive.line)
  if (!checks.failsBuild) return undefined
  const asks = '"# check=error=true" makes the build fail where a check finds something'
  if (checks.isExperimental)
    return refuse(
      'build-checks',
      `${asks}, and the experimental ones are not looked up here.`,
      directive.line,
    )
  for (const { rule, line } of [...findingsOfOwnLines(dockerfile), ...findings(dockerfile)])
    if (!checks.skipped.has(rule))
      return refuse(
        'build-checks',
        `${asks}, and ${rule} may find line ${line} of ${subject === 'it' ? 'this file' : subject}.`,
        subject === 'it' ? line : directive.line,
      )
  return undefined
}

function* findings(dockerfile: Dockerfile): Generator<Finding> {
  const isUpper = dockerfile.instructions.some(({ keyword, text }) => text.startsWith(keyword))
  for (const { keyword, text, line } of dockerfile.instructions)
    if (!text.startsWith(isUpper ? keyword : keyword.toLowerCase()))
      yield { rule: 'ConsistentInstructionCasing', line }
  for (const stage of dockerfile.stages) {
    yield* findingsOfFrom(stage, isUpper)
    yield* findingsOfStage(stage, dockerfile)
  }
}

function* findingsOfFrom(
  { from, base, platform, name }: Stage,
  isUpper: boolean,
): Generator<Finding> {
  const { line, words } = from
  const [, as, named] = words.map(({ raw }) => raw)
  if (as !== undefined && as !== (isUpper ? 'AS' : 'as')) yield { rule: 'FromAsCasing', line }
  if (named !== undefined && named !== name) yield { rule: 'StageNameCasing', line }
  if (base.includes('$')) {
    yield { rule: 'UndefinedArgInFrom', line }
    yield { rule: 'InvalidDefaultArgInFrom', line }
  }
  if (platform?.includes('$') === false) yield { rule: 'FromPlatformFlagConstDisallowed', line }
  if (platform?.includes('TARGETPLATFORM') === true) yield { rule: 'RedundantTargetPlatform', line }
}

/** Instructions whose words BuildKit expands. */
const expanded = new Set('ADD ARG COPY ENV EXPOSE LABEL STOPSIGNAL USER VOLUME WORKDIR'.split(' '))

function* findingsOfStage({ instructions }: Stage, { escape }: Dockerfile): Generator<Finding> {
  const known = new Set<string>()
  let hasShell = false
  let hasFolder = false
  for (const instruction of instructions) {
    const { keyword, line, form, body } = instruction
    if (keyword === 'SHELL') hasShell = true
    const isStart = keyword === 'CMD' || keyword === 'ENTRYPOINT'
    if (isStart && form === 'shell' && !hasShell) yield { rule: 'JSONArgsRecommended', line }
    if (keyword === 'WORKDIR') {
      if (!hasFolder && !body.text.startsWith('/')) yield { rule: 'WorkdirRelativePath', line }
      hasFolder = true
    }
    const used = [body.text, ...instruction.flags.map(({ value = '' }) => value)]
    if (expanded.has(keyword) || (keyword === 'RUN' && instruction.flags.length > 0))
      for (const text of keyword === 'RUN' ? used.slice(1) : used)
        if (variablesIn(text, escape).some((variable) => !known.has(variable)))
          yield { rule: 'UndefinedVar', line }
    for (const name of namesOf(instruction, escape)) known.add(name)
  }
}

function namesOf(instruction: Instruction, escape: string): readonly string[] {
  const { keyword } = instruction
  return keyword === 'ARG' || keyword === 'ENV'
    ? assignmentsOf(instruction, escape).map(({ name }) => name)
    : []
}
