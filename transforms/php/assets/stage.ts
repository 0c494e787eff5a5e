import {
  assignmentsOf,
  effectsOf,
  isRoot,
  isWithin,
  type Copy,
  type Instruction,
  type RunCommand,
  type SideStage,
  type Step,
} from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { PhpApp } from '../app.ts'
import { isInstalling, type ComposerProject } from '../composer/project.ts'
import type { AssetWork } from './asset-work.ts'
import { readsVendor } from './reads-vendor.ts'
import { ownWorkdir } from './stage-workdir.ts'

/** A stage of Node's own beside composer's, and the author's instructions that put Node into the PHP image. */
export interface AssetStage {
  readonly stage: SideStage
  readonly replaced: ReadonlySet<Instruction>
}

interface Line {
  readonly instruction: Instruction
  readonly moves: boolean
  readonly text?: string
}

/** Settings of PHP, its server and its packages, which mean nothing to Node. */
const ofPhp = /^(COMPOSER|PHP|PHPIZE|APACHE|WEB_DOCUMENT|DEBIAN)(_|$)/

/**
 * The stage in which Node builds the assets while composer installs: where the version of Node is said, all that it needs are sources of
 * the build context, and none of them asks for PHP or its packages. Undefined where one of these can't be told: Node stays in the builder.
 */
export function assetStageOf(
  app: PhpApp,
  view: StageView,
  assets: AssetWork,
  projects: readonly ComposerProject[],
): AssetStage | undefined {
  const { setup, works, commands, isCalled, unknownOutput, made } = assets
  const { stage, folder } = app
  const last = works.at(-1)?.command.step
  const installs = projects.some((project) => project.commands.some(isInstalling))
  if (last === undefined || folder === undefined || setup.image === undefined || !installs)
    return undefined
  if (isCalled || unknownOutput !== undefined || made.length === 0) return undefined
  if (readsVendor(works, view) !== undefined) return undefined
  const replaced = replacedBy(assets, stage.steps, stage.copies)
  const lines: Line[] = []
  const sources = stage.copies.find((copy) =>
    copy.paths.some(({ target }) => isWithin(target, folder)),
  )
  for (const step of stage.steps) {
    if (step.index > last.index) break
    if (replaced.has(step.instruction)) continue
    const line = lineOf(step, folder, {
      copies: stage.copies.filter((copy) => copy.step === step),
      commands: stage.commands.filter((command) => command.step === step),
      isOfNode: (command) => commands.has(command),
      isOfComposer: (command) => app.composer.some((other) => other.command === command),
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
      name: 'assets',
      image: setup.image,
      ...ownWorkdir(lines, stage.steps),
      instructions: lines,
      replaces: [...replaced],
    },
    replaced: new Set([...replaced, ...tidying.map(({ instruction }) => instruction)]),
  }
}

/** What the image of Node brings by itself. */
function replacedBy(
  { setup }: AssetWork,
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
  readonly isOfComposer: (command: RunCommand) => boolean
  readonly isSetup: (command: RunCommand) => boolean
  readonly isBelowSources: boolean
  /** Nothing but Node runs below. */
  readonly isBelowBuild: boolean
}

/** The lines of the stage that an instruction gives, none where it is not for Node; undefined where that can't be told. */
function lineOf({ instruction }: Step, folder: string, work: Work): readonly Line[] | undefined {
  switch (instruction.keyword) {
    case 'WORKDIR':
      return [{ instruction, moves: false }]
    case 'ENV':
    case 'ARG': {
      const names = assignmentsOf(instruction).map(({ name }) => name)
      if (names.includes('PATH')) return undefined
      return names.every((name) => ofPhp.test(name))
        ? []
        : [{ instruction, moves: work.isBelowBuild }]
    }
    case 'USER':
      return isRoot(instruction.body.text.trim()) ? [] : undefined
    case 'COPY':
    case 'ADD':
      return copyLines(instruction, folder, work)
    case 'RUN':
      return runLines(instruction, folder, work)
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
  // Node's image has no www-data.
  const text = instruction.text.replace(/\r?\n$/, '').replace(/\s--chown=\S+/, '')
  return [{ instruction, moves: false, text }]
}

function runLines(
  instruction: Instruction,
  folder: string,
  { commands, isOfNode, isOfComposer, isSetup, isBelowSources }: Work,
): readonly Line[] | undefined {
  const isIdle = (command: RunCommand) => effectsOf(command)?.length === 0
  if (commands.some(isOfNode))
    return commands.every((command) => isOfNode(command) || isIdle(command))
      ? [{ instruction, moves: true }]
      : undefined
  if (commands.length === 0 || commands.some(isSetup)) return undefined
  const others = commands.filter(
    (command) => !isOfComposer(command) && mayTouch(command, folder, isBelowSources),
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
