import { expandWord } from '../../dockerfile/words/variables.ts'
import type { Dockerfile, Instruction, Stage } from '../../dockerfile/instruction.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'
import { describeBaseImage } from '../../knowledge/images/describe-base-image.ts'
import type { Project } from '../../project/project.ts'
import { commandsOfRun, type RunCommand } from '../commands/command.ts'
import { readCopy, type Copy } from './copy.ts'
import {
  configOfBaseImage,
  evaluateConfig,
  type ConfigScope,
  type StageConfig,
} from '../javascript/evaluate-config.ts'
import type { ImageConfig } from '../../knowledge/images/image-config.ts'
import { folderOf, resolvePath } from '../image-path.ts'
import { globalArguments, stateOfBaseImage, walkStage, type StageState, type Step } from './step.ts'
import { systemFolders } from '../../knowledge/images/image-folders.ts'

/** What is known of one stage. */
export interface StageFacts {
  readonly stage: Stage
  /** The stage that FROM names, where it names one. */
  readonly parent: StageFacts | undefined
  /** The image at the bottom, through however many stages. */
  readonly base: BaseImage
  readonly steps: readonly Step[]
  readonly end: StageState
  /** Commands of every RUN that could be read. */
  readonly commands: readonly RunCommand[]
  /** RUNs whose commands can't be read. */
  readonly unreadable: readonly Step[]
  readonly copies: readonly Copy[]
  /** The image's config in a build without `--build-arg`. */
  readonly config: ImageConfig
  readonly evaluated: Evaluated
}

/** A stage's config in two builds: what build arguments decide shows in the difference. */
export interface Evaluated {
  readonly plain: StageConfig
  /** Every ARG is given; its value is its name in braces. */
  readonly withArguments: StageConfig
}

/** Gathers the facts of every stage, in order. */
export function gatherStages(dockerfile: Dockerfile, project: Project): readonly StageFacts[] {
  const all: StageFacts[] = []
  const globals = globalArguments(dockerfile)
  for (const stage of dockerfile.stages) {
    const named = expandWord(stage.base, (name) => globals.get(name), dockerfile.escape)
    const parent = findStage(all, named ?? stage.base)
    const base = parent?.base ?? describeBaseImage(named ?? stage.base, project.preferences.images)
    const start = parent?.end ?? stateOfBaseImage(base)
    const { steps, end } = walkStage(dockerfile, stage, start, base.family !== 'unknown')
    const runs = steps.filter((step) => step.instruction.keyword === 'RUN')
    const commands = new Map(runs.map((step) => [step, commandsOfRun(step)]))
    const evaluated = evaluateStage(stage, parent, base, {
      escape: dockerfile.escape,
      globals,
      knowsBase: base.family !== 'unknown',
    })
    all.push({
      stage,
      parent,
      base,
      steps,
      end,
      commands: [...commands.values()].flatMap((list) => list ?? []),
      unreadable: runs.filter((step) => commands.get(step) === undefined),
      copies: readCopies(steps, commands, parent, project, dockerfile.escape),
      config: evaluated.plain.config,
      evaluated,
    })
  }
  return all
}

function evaluateStage(
  { instructions }: Stage,
  parent: StageFacts | undefined,
  base: BaseImage,
  scope: Omit<ConfigScope, 'buildArg'>,
): Evaluated {
  const { plain, withArguments } = parent?.evaluated ?? {
    plain: configOfBaseImage(base.config),
    withArguments: configOfBaseImage(base.config),
  }
  return {
    plain: evaluateConfig(plain, instructions, { ...scope, buildArg: () => undefined }),
    withArguments: evaluateConfig(withArguments, instructions, {
      ...scope,
      buildArg: (name) => `{${name}}`,
    }),
  }
}

/** A stage and those that it is built from, the last first. */
export function lineage(stage: StageFacts): readonly StageFacts[] {
  return stage.parent === undefined ? [stage] : [stage, ...lineage(stage.parent)]
}

/** The stage that a FROM or `--from` names: by name, else by number. */
export function findStage(stages: readonly StageFacts[], name: string): StageFacts | undefined {
  const wanted = name.toLowerCase()
  return (
    stages.findLast(({ stage }) => stage.name === wanted) ??
    (/^\d+$/.test(wanted) ? stages.find(({ stage }) => String(stage.index) === wanted) : undefined)
  )
}

/** Reads the COPYs and ADDs in order; what each makes a folder is one for those that follow, and so is what `mkdir` makes. */
function readCopies(
  steps: readonly Step[],
  commands: ReadonlyMap<Step, readonly RunCommand[] | undefined>,
  parent: StageFacts | undefined,
  project: Project,
  escape: '\\' | '`',
): readonly Copy[] {
  const folders = new Map<string, Instruction[]>()
  const before = parent === undefined ? systemFolders : foldersOf(parent)
  for (const path of before) folders.set(path, [])
  const copies: Copy[] = []
  let entered: Instruction | undefined
  for (const step of steps) {
    addFolder(folders, step.workdir, entered)
    const { instruction } = step
    if (instruction.keyword === 'WORKDIR') entered = instruction
    for (const command of commands.get(step) ?? [])
      for (const path of foldersMade(command)) addFolder(folders, path, instruction)
    if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue
    const copy = readCopy(step, project, escape, folders)
    copies.push(copy)
    for (const path of foldersCopied(copy)) addFolder(folders, path, instruction)
  }
  return copies
}

/** The stages that the last one copies from, the last first. */
export function stagesCopiedFrom({
  stages,
  final,
}: {
  readonly stages: readonly StageFacts[]
  readonly final: StageFacts
}): readonly StageFacts[] {
  const named = final.copies.flatMap(({ from }) =>
    from === undefined ? [] : (findStage(stages.slice(0, -1), from) ?? []),
  )
  return [...new Set(named)].reverse()
}

/** What the base image has needs nobody to make it. */
function addFolder(
  folders: Map<string, Instruction[]>,
  path: string | undefined,
  maker: Instruction | undefined,
): void {
  for (const folder of withParents(path)) {
    const makers = folders.get(folder)
    if (makers === undefined) folders.set(folder, maker === undefined ? [] : [maker])
    else if (makers.length > 0 && maker !== undefined && !makers.includes(maker)) makers.push(maker)
  }
}

/** The folders of a stage at its end. */
function foldersOf({ parent, steps, end, commands, copies }: StageFacts): ReadonlySet<string> {
  return new Set([
    ...(parent === undefined ? systemFolders : foldersOf(parent)),
    ...steps.flatMap(({ workdir }) => withParents(workdir)),
    ...withParents(end.workdir),
    ...commands.flatMap(foldersMade).flatMap(withParents),
    ...copies.flatMap(foldersCopied).flatMap(withParents),
  ])
}

function withParents(path: string | undefined): readonly string[] {
  if (path === undefined) return []
  return path === '/' ? [path] : [path, ...withParents(folderOf(path))]
}

const foldersCopied = ({ paths }: Copy): readonly string[] =>
  paths.map(({ target, isFolder }) => (isFolder ? target : folderOf(target)))

function foldersMade({ name, args, cwd }: RunCommand): readonly string[] {
  if (name !== 'mkdir') return []
  return args.flatMap((arg) =>
    arg === undefined || arg.startsWith('-') ? [] : (resolvePath(cwd, arg) ?? []),
  )
}
