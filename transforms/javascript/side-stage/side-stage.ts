import {
  assignmentsOf,
  effectsOf,
  freeName,
  isRoot,
  isWithin,
  namesInUse,
  type Copy,
  type Instruction,
  type RunCommand,
  type SideStage,
  type StageFacts,
  type Step,
} from '../../../src/transform.ts'
import type { SideWork } from './side-work.ts'
import { isBroughtBelow, ownWorkdir, type Line } from './stage-lines.ts'

/** The image that Node works in, and what of it is no matter to Node. */
export interface SideHost {
  readonly stage: StageFacts
  /** The folder of the application, absolute. */
  readonly folder: string
  /** Commands of its own language, whose work Node does not need: composer, go. */
  readonly isOwn: (command: RunCommand) => boolean
  /** Beginnings of variables that mean nothing to Node. */
  readonly variables: readonly string[]
}

/** A stage of Node's own beside the builder, and the author's instructions that put Node into the image. */
export interface SideAnswer {
  readonly stage: SideStage
  readonly replaced: ReadonlySet<Instruction>
}

/**
 * The stage in which Node builds while the builder does its own work: where the version of Node is said, and all that it needs are sources
 * of the build context. Whoever asks knows that they need nothing of the host's language. Undefined where one of these can't be told: Node stays in the
 * builder.
 */
export function sideStageOf(host: SideHost, work: SideWork): SideAnswer | undefined {
  const { setup, works, commands, unknownOutput, made } = work
  const { stage, folder } = host
  const last = works.at(-1)?.command.step
  if (last === undefined || setup.image === undefined) return undefined
  if (unknownOutput !== undefined || made.length === 0) return undefined
  const replaced = replacedBy(work, stage.steps, stage.copies)
  const lines: Line[] = []
  const sources = stage.copies.find((copy) =>
    copy.paths.some(({ target }) => isWithin(target, folder)),
  )
  for (const step of stage.steps) {
    if (step.index > last.index) break
    if (replaced.has(step.instruction)) continue
    const line = lineOf(step, host, {
      copies: stage.copies.filter((copy) => copy.step === step),
      commands: stage.commands.filter((command) => command.step === step),
      isOfNode: (command) => commands.has(command),
      isSetup: setup.isSetup,
      isBelowBuild: stage.commands.every(
        (command) => command.step.index < step.index || commands.has(command),
      ),
      isBelowSources: sources !== undefined && step.index > sources.step.index,
    })
    if (line === undefined) return undefined
    lines.push(...line)
  }
  const tidying = stage.steps.filter(
    (step) => step.index > last.index && isOnly(step, stage.commands, (it) => commands.has(it)),
  )
  return {
    stage: {
      name: freeName(['assets'], namesInUse([stage])),
      image: setup.image,
      ...ownWorkdir(lines, stage.steps),
      instructions: lines.filter((_, i) => !isBroughtBelow(lines, i, stage.copies)),
      replaces: [...replaced],
    },
    replaced: new Set([...replaced, ...tidying.map(({ instruction }) => instruction)]),
  }
}

/** What the image of Node brings by itself. */
function replacedBy(
  { setup }: SideWork,
  steps: readonly Step[],
  copies: readonly Copy[],
): ReadonlySet<Instruction> {
  return new Set(
    [
      ...steps.filter((step) => step.instruction.keyword === 'RUN' && setup.isWholeSetup(step)),
      ...copies.filter(setup.isSetupCopy).map(({ step }) => step),
    ].map(({ instruction }) => instruction),
  )
}

interface Work {
  readonly copies: readonly Copy[]
  readonly commands: readonly RunCommand[]
  readonly isOfNode: (command: RunCommand) => boolean
  readonly isSetup: (command: RunCommand) => boolean
  readonly isBelowSources: boolean
  /** Nothing but Node runs below. */
  readonly isBelowBuild: boolean
}

/** The lines of the stage that an instruction gives, none where it is not for Node; undefined where that can't be told. */
function lineOf({ instruction }: Step, host: SideHost, work: Work): readonly Line[] | undefined {
  switch (instruction.keyword) {
    case 'WORKDIR':
      return [{ instruction, moves: false }]
    case 'ENV':
    case 'ARG': {
      const names = assignmentsOf(instruction).map(({ name }) => name)
      if (names.includes('PATH')) return undefined
      return names.every((name) => host.variables.some((start) => name.startsWith(start)))
        ? []
        : [{ instruction, moves: work.isBelowBuild }]
    }
    case 'USER':
      return isRoot(instruction.body.text.trim()) ? [] : undefined
    case 'COPY':
    case 'ADD':
      return copyLines(instruction, host.folder, work)
    case 'RUN':
      return runLines(instruction, host, work)
    case 'SHELL':
      return undefined
    default:
      return []
  }
}

function copyLines(
  instruction: Instruction,
  folder: string,
  { copies }: Work,
): readonly Line[] | undefined {
  const paths = copies.flatMap((copy) => copy.paths)
  const isOfApp = paths.some(
    ({ target }) => isWithin(target, folder) || (isWithin(folder, target) && target !== '/'),
  )
  if (!isOfApp)
    return copies.every((copy) => copy.from !== undefined) || paths.length > 0 ? [] : undefined
  if (copies.some((copy) => copy.from !== undefined || copy.isRemote)) return undefined
  // Node's image does not have the author's users.
  const text = instruction.text.replace(/\r?\n$/, '').replace(/\s--chown=\S+/, '')
  return [{ instruction, moves: false, text }]
}

function runLines(
  instruction: Instruction,
  { folder, isOwn }: SideHost,
  { commands, isOfNode, isSetup, isBelowSources }: Work,
): readonly Line[] | undefined {
  const isIdle = (command: RunCommand) => effectsOf(command)?.length === 0
  if (commands.some(isOfNode))
    return commands.every((command) => isOfNode(command) || isIdle(command))
      ? [{ instruction, moves: true }]
      : undefined
  if (commands.length === 0 || commands.some(isSetup)) return undefined
  const others = commands.filter(
    (command) => !isOwn(command) && mayTouch(command, folder, isBelowSources),
  )
  if (others.length === 0) return []
  const isArranging = commands.every((command) => {
    const effects = effectsOf(command)
    return effects?.every(({ kind }) => kind === 'creates' || kind === 'deletes') === true
  })
  return isArranging ? [{ instruction, moves: false }] : undefined
}

/** Whether a command may change what Node reads in a folder: above the sources only one that names it. Owners and modes are no matter to root. */
function mayTouch(command: RunCommand, folder: string, isBelowSources: boolean): boolean {
  const effects = effectsOf(command)
  if (effects === undefined)
    return isBelowSources && (command.cwd === undefined || isWithin(command.cwd, folder))
  return effects.some(
    (effect) =>
      effect.kind !== 'users' &&
      !(effect.kind === 'changes' && effect.what !== 'content') &&
      (isWithin(effect.path, folder) || isWithin(folder, effect.path)),
  )
}

const isOnly = (
  step: Step,
  all: readonly RunCommand[],
  isOf: (command: RunCommand) => boolean,
): boolean => {
  const own = all.filter((command) => command.step === step)
  return own.length > 0 && own.every(isOf)
}
