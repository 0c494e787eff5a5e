import { hasWord } from '../../dockerfile/patterns/as-pattern.ts'
import { literalWord } from '../../dockerfile/words/literal-word.ts'
import { assignmentsOf, expandWord, variablesOf } from '../../dockerfile/words/variables.ts'
import { withoutAssignments } from '../../dockerfile/words/without-assignments.ts'
import type { Instruction } from '../../dockerfile/instruction.ts'
import type { Facts } from '../../facts/facts.ts'
import { isWithin } from '../../facts/image-path.ts'
import type { Step } from '../../facts/stages/step.ts'
import type { Artifact, FullSplit } from '../split.ts'

export interface StatePlaces {
  readonly inBuilder: Set<Instruction>
  readonly runtimeText: Map<Instruction, 'whole' | { readonly text: string }>
  readonly artifacts: readonly Artifact[]
}

const state = new Set(['ENV', 'ARG', 'WORKDIR', 'USER', 'SHELL'])

/** What an added RUN reads. It is run as whoever ran the steps of the build: a USER below them is the program's. */
const read = new Set(['ENV', 'ARG', 'WORKDIR'])

/** ENV, ARG, WORKDIR, USER and SHELL go where something that follows them is. */
export function placeState(facts: Facts, split: FullSplit, places: StatePlaces): void {
  const { steps } = facts.final
  const { inBuilder, runtimeText } = places
  const lastBuild = steps.findLastIndex(({ instruction }) => inBuilder.has(instruction))
  const used = new Set<Instruction>()
  // From the end, so that an ENV that needs an ARG is placed before the ARG is.
  for (const step of steps.toReversed()) {
    const { instruction, index } = step
    if (!state.has(instruction.keyword)) continue
    const later = steps.slice(index + 1)
    const asked = split.placeInstruction(instruction)
    if (asked !== undefined) {
      if (asked === 'run' || asked === 'both') runtimeText.set(instruction, 'whole')
      // Below the last step of the build, nothing is left that would read it but what is added there.
      const isRead =
        index < lastBuild || (split.afterBuild.length > 0 && read.has(instruction.keyword))
      if (asked !== 'run' && asked !== 'nowhere' && isRead) inBuilder.add(instruction)
      continue
    }
    if (isNeededAtRunTime(instruction, later, split, places)) {
      runtimeText.set(instruction, withoutNames(instruction, split.buildOnlyEnv))
      used.add(instruction)
    }
    if (index < lastBuild || isOfTheEnd(instruction, split)) inBuilder.add(instruction)
    else if (!used.has(instruction)) runtimeText.set(instruction, 'whole')
  }
  absoluteWorkdirs(facts, runtimeText)
}

/** What the split adds at the builder's end works in the last folder, with all variables that only builds read. */
function isOfTheEnd(instruction: Instruction, { afterBuild, buildOnlyEnv }: FullSplit): boolean {
  if (afterBuild.length === 0) return false
  return (
    instruction.keyword === 'WORKDIR' ||
    (instruction.keyword === 'ENV' &&
      assignmentsOf(instruction).some(({ name }) => buildOnlyEnv.includes(name)))
  )
}

function isNeededAtRunTime(
  instruction: Instruction,
  later: readonly Step[],
  split: FullSplit,
  places: StatePlaces,
): boolean {
  const { runtimeText } = places
  switch (instruction.keyword) {
    case 'ENV':
      return !assignmentsOf(instruction).every(({ name }) => split.buildOnlyEnv.includes(name))
    case 'ARG':
      return assignmentsOf(instruction).some(
        ({ name }) =>
          places.artifacts.some(({ owner = '' }) => owner.includes('$') && hasWord(owner, name)) ||
          later.some(({ instruction: user }) => {
            const text = runtimeText.get(user)
            return text !== undefined && uses(user, text === 'whole' ? user.text : text.text, name)
          }),
      )
    default: {
      // One that the next of its kind replaces before anything uses it can go.
      const next = later.findIndex((step) => step.instruction.keyword === instruction.keyword)
      return next < 0 || later.slice(0, next).some((step) => isUsed(step, places))
    }
  }
}

/** An ENV without the variables that only the build reads. */
function withoutNames(
  instruction: Instruction,
  names: readonly string[],
): 'whole' | { readonly text: string } {
  const isDropped = (name: string) => names.includes(name)
  if (instruction.keyword !== 'ENV' || !assignmentsOf(instruction).some((it) => isDropped(it.name)))
    return 'whole'
  const text = withoutAssignments(instruction, isDropped)
  return text === undefined ? 'whole' : { text }
}

/** Whether an instruction depends on the working folder, the user or the shell. */
function isUsed({ instruction, workdir }: Step, { runtimeText, artifacts }: StatePlaces): boolean {
  const isWork = /^(RUN|COPY|ADD|CMD|ENTRYPOINT|HEALTHCHECK)$/.test(instruction.keyword)
  if (isWork && runtimeText.has(instruction)) return true
  // Artifacts outside of the folder are named by their whole path.
  return artifacts.some(
    ({ after, path, target = path }) =>
      after === instruction &&
      workdir !== undefined &&
      workdir !== '/' &&
      isWithin(target, workdir),
  )
}

/** A relative WORKDIR becomes absolute where the WORKDIR above it is left out. */
function absoluteWorkdirs(
  { dockerfile, final }: Facts,
  runtimeText: StatePlaces['runtimeText'],
): void {
  const workdirs = final.steps.filter(({ instruction }) => instruction.keyword === 'WORKDIR')
  workdirs.forEach(({ instruction, index, variable }, i) => {
    const before = workdirs[i - 1]?.instruction
    const written = instruction.body.text.trim()
    // A variable that nobody sets leaves nothing: `WORKDIR $HOME`.
    const isRelative = !(expandWord(written, variable, dockerfile.escape) ?? written).startsWith(
      '/',
    )
    const folder = final.steps[index + 1]?.workdir ?? final.end.workdir
    const isOrphan =
      before === undefined ? final.base.config.WorkingDir !== '/' : !runtimeText.has(before)
    if (runtimeText.has(instruction) && isRelative && isOrphan && folder !== undefined)
      runtimeText.set(instruction, {
        text: `WORKDIR ${literalWord(folder, dockerfile.escape)}`,
      })
  })
}

/** Whether an instruction, of which the stage has this text, asks for a variable. */
function uses(instruction: Instruction, text: string, name: string): boolean {
  if (instruction.keyword === 'RUN') return hasWord(text, name)
  return variablesOf(instruction).includes(name)
}
