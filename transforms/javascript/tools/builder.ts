import {
  baseName,
  folderOf,
  isRecord,
  ownValue,
  resolvePath,
  type Builder,
  type Leaves,
  type Process,
  type ToolUse,
  type Workshop,
} from '../../../src/transform.ts'
import { logsOfPm2, pm2Names } from '../launchers/pm2.ts'
import { usesPlugAndPlay } from '../package-managers/plug-and-play.ts'
import { filesOfYarn } from '../package-managers/yarn.ts'
import { isYarnBerry } from '../package-managers/index.ts'
import { programsOfPackage } from '../programs.ts'
import { stringIn } from '../manifest.ts'
import { readJson, viewOf, type StageView } from '../stage-view.ts'
import { readArguments } from '../start.ts'
import { isProgram, tasksIn, type ProgramTask, type Task } from '../task.ts'
import { isInstall, readWorks, workOf, type Work } from '../work.ts'
import { bundledRunTime, startedRunTime, staticServer } from './index.ts'
import type { RunTime } from './run-time.ts'
import { fileServers } from './servers/index.ts'
import { isUnrepeatable } from './servers/serving.ts'

/** What the tools of JavaScript make, and what they use in a container, whoever asks. */
export const javascriptBuilder: Builder = {
  makes: (command, shop) => {
    const stage = shop.stages.find(({ commands }) => commands.includes(command))
    return stage === undefined ? undefined : leavesOf(workOf(command, viewOf(stage, shop)))
  },
  uses: (process, shop) => {
    const view = viewOf(shop.final, shop)
    const evidence = process.via.slice(-1)
    const use = (paths: readonly (string | undefined)[], kind: ToolUse['use']) =>
      paths.flatMap((path): readonly ToolUse[] =>
        path === undefined ? [] : [{ path, isFolder: true, evidence, use: kind }],
      )
    const programs = tasksIn([process], view).filter(isProgram)
    return [
      ...use(
        [
          ...yarnFiles(process, view),
          ...runnerFiles(process),
          ...programs.flatMap((task) => readBy(task, view, shop)),
        ],
        'reads',
      ),
      ...use(
        [...pm2Logs(process, view), ...programs.flatMap((task) => writtenBy(task, view, shop))],
        'writes',
      ),
    ]
  },
}

function leavesOf({
  isNode,
  makes,
  removes,
  unknownOutput,
  tasks,
  lifecycle,
  view,
}: Work): Leaves | undefined {
  if (!isNode) return undefined
  return {
    paths: [
      ...makes,
      ...[...tasks, ...(lifecycle?.tasks ?? [])].flatMap((task) => installed(task, view)),
    ],
    removes,
    isAll: unknownOutput === undefined,
    programs: tasks.flatMap((task) =>
      task.kind === 'manager' && task.call.kind === 'global'
        ? task.call.packages.flatMap(programsOfPackage)
        : [],
    ),
  }
}

/** The packages, what stands for them under Plug'n'Play, and the project's own add-on: https://docs.npmjs.com/cli/using-npm/scripts#npm-install */
function installed(task: Task, view: StageView): Leaves['paths'] {
  const folder = isInstall(task) ? task.cwd : undefined
  if (folder === undefined) return []
  const gyp = view.contextPath(resolvePath(folder, 'binding.gyp') ?? '')
  const isAddOn = gyp !== undefined && view.project.isFile(gyp)
  const pnp = usesPlugAndPlay(view, folder) ? ['.pnp.cjs'] : []
  return ['node_modules', '.yarn', ...pnp, ...(isAddOn ? ['build'] : [])].flatMap((name) => {
    const path = resolvePath(folder, name)
    const isFolder = name !== '.pnp.cjs'
    return path === undefined ? [] : [{ path, isFolder, evidence: task.evidence }]
  })
}

/** What Yarn 2 and later starts no script without. */
function yarnFiles({ name, cwd }: Process, view: StageView): readonly (string | undefined)[] {
  if (cwd === undefined || !/^yarn(pkg)?$/.test(baseName(name ?? ''))) return []
  const manifest = view.contextPath(resolvePath(cwd, 'package.json') ?? '')
  if (manifest === undefined) return []
  const folder = manifest.includes('/') ? folderOf(manifest) : ''
  if (!isYarnBerry(view.project, folder)) return []
  const packages = usesPlugAndPlay(view, cwd) ? ['.pnp.cjs', '.yarn/cache'] : []
  return [...filesOfYarn.map(({ name }) => name), ...packages].map((file) => resolvePath(cwd, file))
}

/** What a runner of a workspace starts no script without, or starts others by: https://turborepo.com/docs/reference/configuration https://lerna.js.org/docs/api-reference/configuration */
const ofRunners: Readonly<Record<string, readonly string[]>> = {
  turbo: ['turbo.json', 'turbo.jsonc'],
  lerna: ['lerna.json', 'nx.json'],
  nx: ['nx.json'],
}

const runnerFiles = ({ name, cwd }: Process): readonly (string | undefined)[] =>
  cwd === undefined
    ? []
    : (ownValue(ofRunners, baseName(name ?? '')) ?? []).map((file) => resolvePath(cwd, file))

const pm2 = pm2Names.split(' ')

const pm2Logs = (process: Process, { place }: StageView): readonly string[] =>
  pm2.includes(baseName(process.name ?? '')) ? logsOfPm2({ ...process, place }).map(folderOf) : []

function writtenBy(
  task: ProgramTask,
  view: StageView,
  shop: Workshop,
): readonly (string | undefined)[] {
  const named = (startedRunTime(task)?.writes ?? []).map((file) => resolvePath(task.cwd, file))
  return [...named, ...storesOf(task, view, shop)]
}

function storesOf(task: ProgramTask, view: StageView, shop: Workshop): readonly string[] {
  const { cwd } = task
  const { stores } = startedRunTime(task) ?? rowOfEntry(task, worksBeneath(shop), view) ?? {}
  return cwd === undefined || stores === undefined ? [] : stores(cwd, view).writes
}

/** What a file server hands out, and what a framework's server reads. */
function readBy(
  task: ProgramTask,
  view: StageView,
  shop: Workshop,
): readonly (string | undefined)[] {
  const { cwd, name } = task
  if (cwd === undefined) return []
  const folder = staticServer(task, view)?.folder
  const works = worksBeneath(shop)
  const row = startedRunTime(task) ?? rowOfEntry(task, works, view)
  const files = [
    ...(folder === undefined ? [] : [folder]),
    ...(name === 'serve' ? publicOfServe(cwd, view) : []),
    ...(row?.files ?? []),
    ...(row?.stores?.(cwd, view).writes ?? []),
    ...(row?.config === undefined ? [] : endings.map((ending) => `${row.config ?? ''}${ending}`)),
  ]
  const question = { task, view, variable: view.env, exposed: [], version: undefined }
  const served = fileServers
    .filter(({ programs }) => programs.includes(name))
    .flatMap((server) => server.read(question) ?? [])
    .flatMap((serving) => (isUnrepeatable(serving) ? [] : [serving.folder]))
    .filter((path) => path !== cwd)
  return [...files.map((file) => resolvePath(cwd, file)), ...served, ...madeFor(row, works)]
}

/** The folder that serve.json names: https://github.com/vercel/serve-handler#options */
function publicOfServe(cwd: string, view: StageView): readonly string[] {
  const settings = readJson(view, resolvePath(cwd, 'serve.json') ?? '')
  const named = isRecord(settings) ? stringIn(settings, 'public') : undefined
  return named === undefined ? [] : [named]
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
  const path = entry === undefined ? undefined : resolvePath(root, entry)
  return path === undefined
    ? undefined
    : bundledRunTime(path, new Set(works.flatMap(namesIn)), root)
}

/** What the builds made that a server belongs to. */
const madeFor = (row: RunTime | undefined, works: readonly Work[]) =>
  works
    .filter((work) => namesIn(work).some((name) => row?.builtBy?.includes(name) === true))
    .flatMap(({ makes }) => makes.map(({ path }) => path))
