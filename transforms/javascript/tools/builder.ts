import {
  resolvePath,
  type Builder,
  type Leaves,
  type Process,
  type ToolUse,
  type Workshop,
} from '../../../src/transform.ts'
import { viewOf, type StageView } from '../stage-view.ts'
import { readArguments } from '../start.ts'
import { isProgram, tasksIn, type ProgramTask } from '../task.ts'
import { isInstall, readWorks, workOf, type Work } from '../work.ts'
import { bundledRunTime, startedRunTime, staticServer } from './index.ts'
import type { RunTime } from './run-time.ts'

/** What the tools of JavaScript make, and what they use in a container, whoever asks. */
export const javascriptBuilder: Builder = {
  makes: (command, shop) => {
    const stage = shop.stages.find(({ commands }) => commands.includes(command))
    return stage === undefined ? undefined : leavesOf(workOf(command, viewOf(stage, shop)))
  },
  uses: (process, shop) => {
    const view = viewOf(shop.final, shop)
    return tasksIn([process], view)
      .filter(isProgram)
      .flatMap((task) => usesOf(task, view, process, shop))
  },
}

function leavesOf({ isNode, makes, unknownOutput, tasks, view }: Work): Leaves | undefined {
  if (!isNode) return undefined
  return { paths: [...makes, ...tasks.flatMap(addOns)], isAll: unknownOutput === undefined }

  /** An install builds the project's own add-on: https://docs.npmjs.com/cli/using-npm/scripts#npm-install */
  function addOns(task: Work['tasks'][number]): Leaves['paths'] {
    const { evidence } = task
    const folder = isInstall(task) ? task.cwd : undefined
    const path = resolvePath(folder, 'build')
    const source = view.contextPath(resolvePath(folder, 'binding.gyp') ?? '')
    return path === undefined || source === undefined || !view.project.isFile(source)
      ? []
      : [{ path, isFolder: true, evidence }]
  }
}

function usesOf(
  task: ProgramTask,
  view: StageView,
  { via }: Process,
  shop: Workshop,
): readonly ToolUse[] {
  const { cwd } = task
  if (cwd === undefined) return []
  const evidence = via.slice(-1)
  const use = (path: string | undefined, kind: ToolUse['use']): readonly ToolUse[] =>
    path === undefined ? [] : [{ path, isFolder: true, evidence, use: kind }]
  const folder = staticServer(task, view)?.folder
  const works = worksBeneath(shop)
  const row = startedRunTime(task) ?? rowOfEntry(task, works, view)
  return [
    ...(folder === undefined ? [] : use(resolvePath(cwd, folder), 'reads')),
    ...(row?.files ?? []).flatMap((file) => use(resolvePath(cwd, file), 'reads')),
    ...endings.flatMap((ending) =>
      row?.config === undefined ? [] : use(resolvePath(cwd, row.config + ending), 'reads'),
    ),
    ...(row?.writes ?? []).flatMap((file) => use(resolvePath(cwd, file), 'writes')),
    ...madeFor(row, works).flatMap((path) => use(path, 'reads')),
  ]
}

const endings = ['.js', '.mjs', '.cjs', '.ts', '.mts', '']

/** The commands of the stage and of those that it stands on or copies from. */
const worksBeneath = (shop: Workshop): readonly Work[] =>
  shop.stages.flatMap((stage) => readWorks(viewOf(stage, shop)))

const namesIn = ({ tasks }: Work) => tasks.filter(isProgram).map(({ name }) => name)

function rowOfEntry(
  { name, args }: ProgramTask,
  works: readonly Work[],
  view: StageView,
): RunTime | undefined {
  const entry = name === 'node' ? readArguments(args).entry : undefined
  const root = view.stage.end.workdir ?? '/'
  const path = resolvePath(root, entry ?? '')
  return path === undefined || entry === undefined
    ? undefined
    : bundledRunTime(path, new Set(works.flatMap(namesIn)), root)
}

/** What the builds made that a server belongs to. */
const madeFor = (row: RunTime | undefined, works: readonly Work[]) =>
  works
    .filter((work) => namesIn(work).some((name) => row?.builtBy?.includes(name) === true))
    .flatMap(({ makes }) => makes.map(({ path }) => path))
