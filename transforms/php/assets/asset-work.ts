import { effectsOf, isWithin, resolvePath, type RunCommand } from '../../../src/transform.ts'
import { outputOf } from '../../javascript/tools/index.ts'
import { outermost as outermostPaths } from '../../javascript/tools/output.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { ProgramTask, Task } from '../../javascript/task.ts'
import { isInstall, readWorks, type Work } from '../../javascript/work.ts'
import type { PhpApp } from '../app.ts'
import type { Made } from '../composer/leavings.ts'
import { isCalled } from '../run-time-calls.ts'
import { nodeSetupOf, type NodeSetup } from './node-setup.ts'

/** What Node does in a PHP image. */
export interface AssetWork {
  readonly setup: NodeSetup
  /** Installs and builds. */
  readonly works: readonly Work[]
  /** Every command that is for the build of assets alone: tidying up is among them. */
  readonly commands: ReadonlySet<RunCommand>
  readonly made: readonly Made[]
  /** Why not all that Node makes is known. */
  readonly unknownOutput: string | undefined
  /** Run time calls Node: server-side rendering, a watcher. */
  readonly isCalled: boolean
}

const programs = ['node', 'npm', 'npx', 'yarn', 'pnpm', 'bun']

/** Reads what Node does in the stage; undefined where it does nothing. */
export function assetWorkOf(app: PhpApp, view: StageView): AssetWork | undefined {
  const setup = nodeSetupOf(app.stage)
  const works = readWorks(view).filter(({ isNode, command }) => isNode && !setup.isSetup(command))
  const hasSetup =
    app.stage.commands.some(setup.isSetup) || app.stage.copies.some(setup.isSetupCopy)
  if (works.length === 0 && !hasSetup) return undefined
  const outputs = works.flatMap((work) =>
    [...work.tasks, ...(work.lifecycle?.tasks ?? [])].map((task) => ({
      work,
      output: outputOf(task, work.view),
    })),
  )
  const made = outputs.flatMap(({ work, output }) =>
    output.kind === 'paths'
      ? output.paths.map(({ path, isFolder, evidence }) => ({ path, isFolder, evidence, work }))
      : [],
  )
  const kept = outermostPaths([...made, ...servedPackages(works, app, view)])
  const byPath = new Map(made.map(({ path, work }) => [path, work.command.step.instruction]))
  const last = works.at(-1)?.command.step.instruction
  const tidying = app.stage.commands.filter((command) => tidiesUp(command, works, view))
  return {
    setup,
    works,
    commands: new Set([...works.map(({ command }) => command), ...tidying]),
    made: kept.flatMap(({ path, isFolder, evidence }) => {
      const by = byPath.get(path) ?? last
      return by === undefined ? [] : [{ path, isFolder, evidence, by }]
    }),
    unknownOutput: outputs.flatMap(({ output }) =>
      output.kind === 'unknown' ? [output.why] : [],
    )[0],
    isCalled: isCalled(app, programs) || rendersOnServer(app),
  }
}

/** https://inertiajs.com/server-side-rendering */
const rendersOnServer = ({ facts }: PhpApp) =>
  (facts.start?.processes ?? []).some(({ args }) => args.includes('inertia:start-ssr'))

const isBuild = (task: Task): task is ProgramTask => task.kind === 'program'

/** Packages that pages load from node_modules: where nothing is built of them, or the sources name the folder. */
function servedPackages(works: readonly Work[], app: PhpApp, view: StageView) {
  const { webRoot } = app
  return works.flatMap(({ tasks }) =>
    tasks.filter(isInstall).flatMap(({ cwd, evidence }) => {
      const path = cwd === undefined ? undefined : resolvePath(cwd, 'node_modules')
      if (cwd === undefined || path === undefined) return []
      const isServed = webRoot === undefined || isWithin(path, webRoot)
      const isBuilt = works.some((work) =>
        work.tasks.some((task) => isBuild(task) && task.cwd === cwd),
      )
      return isServed && (!isBuilt || isNamed(cwd, view))
        ? [{ path, isFolder: true, evidence }]
        : []
    }),
  )
}

/** Whether a page or a PHP source names node_modules. */
function isNamed(folder: string, { contextPath, project }: StageView): boolean {
  const source = contextPath(folder)
  return (
    source !== undefined &&
    project
      .files(source)
      .some(
        (path) =>
          /\.(php|phtml|html|twig|tpl|inc)$/.test(path) &&
          !/(^|\/)(node_modules|vendor)\//.test(path) &&
          project.read(path)?.includes('node_modules/') === true,
      )
  )
}

/** `rm -rf node_modules`, of which the sources bring none. */
function tidiesUp(command: RunCommand, works: readonly Work[], view: StageView): boolean {
  const effects = effectsOf(command) ?? []
  return (
    works.length > 0 &&
    effects.length > 0 &&
    effects.every((effect) => {
      if (
        effect.kind !== 'deletes' ||
        !/(^|\/)(node_modules|\.npm|\.yarn|\.cache)(\/|$)/.test(effect.path)
      )
        return false
      const source = view.contextPath(effect.path)
      return source === undefined || !view.project.isFolder(source)
    })
  )
}
