import {
  commandEvidence,
  effectsOf,
  isWithin,
  lineEvidence,
  resolvePath,
  type RunCommand,
} from '../../src/transform.ts'
import { programsOfPackage } from './programs.ts'
import { readLifecycle, type Lifecycle } from './lifecycle.ts'
import { viewAt, type StageView } from './stage-view.ts'
import { managerPrograms } from './package-managers/index.ts'
import { isProgram, type ManagerTask, type ProgramTask, type Task } from './task.ts'
import { tasksOf } from './tasks.ts'
import { isBuildTool, outputOf } from './tools/index.ts'
import { leftBy, leftByEffects, type Left } from './tools/left-by.ts'

/** One command of a RUN, and what it comes down to. */
export interface Work extends Left {
  readonly command: RunCommand
  /** The context and the variables as the command meets them. */
  readonly view: StageView
  readonly tasks: readonly Task[]
  /** False for commands of the system: `mkdir`, `apt-get`. */
  readonly isNode: boolean
  /** Why not all that it makes is known. */
  readonly unknownOutput: string | undefined
  /** What the package's own install scripts do, for an install. */
  readonly lifecycle: Lifecycle | undefined
}

/** Programs of Node beside the tools that build. */
const programs = new Set(
  'node ts-node tsx gulp grunt sequelize knex typeorm lerna turbo patch-package node-gyp husky eslint tslint jest mocha vitest'.split(
    ' ',
  ),
)

const known = new WeakMap<RunCommand, Work>()

/** What the RUNs of a stage do. */
export const readWorks = (view: StageView): readonly Work[] =>
  view.stage.commands.map((command) => workOf(command, view))

/** What a command of a stage does, read once. */
export function workOf(command: RunCommand, view: StageView): Work {
  const work = known.get(command) ?? readWork(command, viewAt(view, command))
  known.set(command, work)
  return work
}

/** What a package manager or a tool of the project does. A shell script or a Makefile may do anything else, too. */
function isOfNode(task: Task, { name }: RunCommand): boolean {
  switch (task.kind) {
    case 'manager':
      return true
    case 'unknown':
      return managerPrograms.has(name ?? '')
    case 'program':
      return task.isLocal || programs.has(task.name) || isBuildTool(task.name)
  }
}

const worksOnFiles = ({ name }: ProgramTask) => fileTools.has(name) || shellWords.has(name)
const shellWords = new Set('set export test [ true : exit wait sleep printf pwd ls date'.split(' '))

function readWork(command: RunCommand, view: StageView): Work {
  const evidence = commandEvidence(command)
  const tasks = tasksOf(command, view, [evidence])
  const isNode =
    tasks.some((task) => isOfNode(task, command)) &&
    tasks.every((task) => isOfNode(task, command) || (isProgram(task) && worksOnFiles(task)))
  const lifecycle = tasks.flatMap((task) =>
    task.kind === 'manager' && isInstall(task) ? readLifecycle(task, view) : [],
  )[0]
  if (!isNode)
    return {
      command,
      view,
      tasks,
      isNode,
      ...leftBySystem(command),
      unknownOutput: movesUnnamed(command)
        ? `\`${evidence.text}\` moves files that it does not name`
        : undefined,
      lifecycle,
    }
  const outputs = [...tasks, ...(lifecycle?.tasks ?? [])].map((task) => outputOf(task, view))
  return {
    command,
    view,
    tasks,
    isNode,
    ...leftBy(outputs),
    unknownOutput: outputs.flatMap((output) => (output.kind === 'unknown' ? [output.why] : []))[0],
    lifecycle,
  }
}

/** An install of the package's own dependencies, or of others into it. */
export function isInstall(task: Task): task is ManagerTask {
  return task.kind === 'manager' && (task.call.kind === 'install' || task.call.kind === 'add')
}

export function installsOf(work: Work): readonly ManagerTask[] {
  return work.tasks.filter(isInstall)
}

/** Whether a task's install leaves the dev dependencies out, by flags or NODE_ENV. */
export function isProduction(task: ManagerTask, work: Work): boolean {
  const { call, manager, command } = task
  if (call.kind === 'prune') return call.isProduction
  if (call.kind !== 'install' && call.kind !== 'add') return false
  if (call.isProduction !== undefined) return call.isProduction
  const variable = (name: string) =>
    command.assignments.has(name) ? command.assignments.get(name) : work.command.step.variable(name)
  if (manager.name === 'npm' && /^(true|1)$/.test(variable('NPM_CONFIG_PRODUCTION') ?? ''))
    return true
  if (manager.name === 'npm' && variable('NPM_CONFIG_OMIT') === 'dev') return true
  return manager.readsNodeEnv && variable('NODE_ENV') === 'production'
}

/** A link stays one: what it leads to is made elsewhere. */
const leftBySystem = (command: RunCommand): Left =>
  leftByEffects(
    (effectsOf(command) ?? []).filter(
      (effect) => effect.kind !== 'creates' || effect.isLink !== true,
    ),
    [lineEvidence(command.step.instruction)],
  )

/** `mv client/build/* public`: what is moved is not known. */
const movesUnnamed = (command: RunCommand) =>
  (command.name === 'mv' || command.name === 'cp') &&
  effectsOf(command) === undefined &&
  command.cwd !== undefined &&
  command.cwd !== '/' &&
  !/^\/(etc|usr|tmp|var|root)/.test(command.cwd) &&
  !command.args.some((arg) => arg?.startsWith('/') === true)

const fileTools = new Set([
  'mv',
  'cp',
  'rm',
  'ln',
  'mkdir',
  'touch',
  'sed',
  'cd',
  'echo',
  'tar',
  'unzip',
  'gzip',
  'find',
  'install',
  'cat',
  'rsync',
])

/** True for a command that only moves files about inside a folder. */
export function worksInside(command: RunCommand, folder: string): boolean {
  if (command.name === undefined || !fileTools.has(command.name) || command.cwd === undefined)
    return false
  const words = [...command.args, ...command.redirects.map(({ target }) => target)]
  return words.every((word) => {
    if (word === undefined) return false
    if (word.startsWith('-')) return true
    const path = resolvePath(command.cwd, word)
    return path !== undefined && isWithin(path, folder)
  })
}

/** A command that reads the sources: a program of the project, not an install or a setting. */
export function usesSources({ tasks, isNode }: Work): boolean {
  return isNode && tasks.some((task) => task.kind === 'unknown' || task.kind === 'program')
}

/** What `npm install -g` and the like name. */
export const globalPackages = (works: readonly Work[]) =>
  works.flatMap(({ tasks }) =>
    tasks.flatMap((task) =>
      task.kind === 'manager' && task.call.kind === 'global' ? task.call.packages : [],
    ),
  )

/** The programs that those put on PATH. */
export const globalPrograms = (works: readonly Work[]): ReadonlySet<string> =>
  new Set(globalPackages(works).flatMap(programsOfPackage))
