import {
  folderOf,
  isWithin,
  resolvePath,
  type Facts,
  type StageFacts,
} from '../../src/transform.ts'
import { outermost, type MadePath } from './builders/index.ts'
import { readLockFile, type LockFile } from './lock-file.ts'
import { readManifest, type Manifest } from './manifest.ts'
import { isYarnBerry } from './package-managers/index.ts'
import { viewOf, type StageView } from './stage-view.ts'
import { readStart, type Entry, type Start } from './start.ts'
import {
  installsOf,
  isProduction,
  readWorks,
  usesSources,
  type ManagerTask,
  type Work,
} from './work.ts'

/** A Node application as a Dockerfile builds it. */
export interface NodeApp {
  readonly facts: Facts
  /** The stage that installs and builds. */
  readonly view: StageView
  readonly start: Start
  readonly works: readonly Work[]
  /** The folder of the image with the package.json of what is started. */
  readonly root: string
  readonly manifest: Manifest
  readonly lock: LockFile | undefined
  readonly isBerry: boolean
  /** npm's major version in the builder; undefined where it is not known. */
  readonly npm: number | undefined
  /** Installs of the root's own packages, in order. */
  readonly installs: readonly { readonly task: ManagerTask; readonly work: Work }[]
  /** True where the dev dependencies are there at the end of the build. */
  readonly hasDevDependencies: boolean
  /** What the build's own programs leave, the outermost folders only; paths in node_modules left out. */
  readonly made: readonly MadePath[]
  /** What `mkdir`, `cp` and the like leave in the app's folder. */
  readonly arranged: readonly MadePath[]
  readonly unknownOutput: string | undefined
}

/** Reads the application of a stage; undefined where no package.json of the context belongs to what is started. */
export function readApp(facts: Facts, stage: StageFacts): NodeApp | undefined {
  const view = viewOf(stage, facts)
  const final = stage === facts.final ? view : viewOf(facts.final, facts)
  const start = readStart(facts, final)
  const works = readWorks(view)
  const root = findRoot(start, works, view)
  const path =
    root === undefined ? undefined : view.contextPath(resolvePath(root, 'package.json') ?? '')
  const manifest = path === undefined ? undefined : readManifest(facts.project, path)
  if (root === undefined || path === undefined || manifest === undefined) return undefined
  const folder = folderOf(path) === '.' ? '' : folderOf(path)
  const installs = works.flatMap((work) =>
    installsOf(work).flatMap((task) => (task.cwd === root ? [{ task, work }] : [])),
  )
  const pathsOf = (isNode: boolean) =>
    works
      .filter((work) => work.isNode === isNode)
      .flatMap((work) => work.makes)
      .filter((item) => isOfApp(item, root, works) && !isDeleted(item, works))
  const made = outermost(pathsOf(true))
  return {
    facts,
    view,
    start,
    works,
    root,
    manifest,
    lock: readLockFile(facts.project, folder),
    isBerry: isYarnBerry(facts.project, folder, manifest),
    npm: npmMajor(stage, works),
    installs,
    hasDevDependencies: hasDevDependencies(works, root),
    made,
    arranged: outermost(pathsOf(false)).filter(
      (item) => !made.some(({ path: other }) => isWithin(item.path, other)),
    ),
    unknownOutput:
      works.flatMap(({ unknownOutput }) => unknownOutput ?? [])[0] ?? tidiesUp(works, view),
  }
}

/** The folder of the package.json nearest to what runs. */
function findRoot(start: Start, works: readonly Work[], view: StageView): string | undefined {
  const isPackage = (folder: string) =>
    view.contextPath(resolvePath(folder, 'package.json') ?? '') !== undefined
  const near = (folder: string | undefined): string | undefined => {
    if (folder === undefined) return undefined
    if (isPackage(folder)) return folder
    return folder === '/' ? undefined : near(folderOf(folder))
  }
  const installed = works.flatMap((work) => installsOf(work).flatMap(({ cwd }) => cwd ?? []))
  const folders = [
    ...start.entries.flatMap((entry: Entry) =>
      entry.path.includes('/node_modules/') ? [] : [folderOf(entry.path)],
    ),
    ...start.tasks.flatMap((task) => (task.kind === 'program' ? (task.cwd ?? []) : [])),
    view.stage.end.workdir,
    ...installed,
  ]
  for (const folder of folders) {
    const found = near(folder)
    if (found === undefined) continue
    // A workspace's packages are installed by the root above it.
    const above = installed.filter(
      (item) => item !== found && isWithin(found, item) && isPackage(item),
    )
    return installed.includes(found) ? found : (above.at(-1) ?? found)
  }
  return undefined
}

const system =
  /^\/(etc|usr|s?bin|lib\w*|var|tmp|proc|sys|dev|run|root|mnt|media)(\/|$)|\/node_modules(\/|$)/

/** Inside the app's folder, or another folder that packages are installed in. */
function isOfApp({ path }: MadePath, root: string, works: readonly Work[]): boolean {
  const folders = [
    root,
    ...works.flatMap((work) => installsOf(work).flatMap(({ cwd }) => cwd ?? [])),
  ]
  return (
    folders.some(
      (folder) => path !== folder && isWithin(path, folder) && !isWithin(folder, path),
    ) &&
    !(system.test(path) && !isWithin(root, '/usr') && !isWithin(root, '/var')) &&
    !path.includes('/node_modules')
  )
}

const isDeleted = ({ path }: MadePath, works: readonly Work[]) =>
  works.some(
    ({ command }) =>
      command.name === 'rm' &&
      command.args.some(
        (arg) =>
          arg !== undefined &&
          !arg.startsWith('-') &&
          isWithin(path, resolvePath(command.cwd, arg) ?? '?'),
      ) &&
      !works.some(
        (work) =>
          work.makes.some((item) => isWithin(item.path, path)) &&
          work.command.step.index > command.step.index,
      ),
  )

/** A RUN that builds and then moves or deletes sources: what is left is its own affair. */
function tidiesUp(works: readonly Work[], { contextPath }: StageView): string | undefined {
  const tidy = works.find(
    ({ command, isNode }) =>
      !isNode &&
      (command.name === 'rm' || command.name === 'mv') &&
      works.some((work) => work.command.step === command.step && usesSources(work)) &&
      command.args.some((arg) => {
        const path =
          arg === undefined || arg.startsWith('-') ? undefined : resolvePath(command.cwd, arg)
        return (
          path !== undefined && !path.includes('/node_modules') && contextPath(path) !== undefined
        )
      }),
  )
  return tidy === undefined
    ? undefined
    : `line ${tidy.command.step.instruction.line} moves and deletes sources after it builds`
}

/** The state that installs and prunes leave behind, the last one deciding. */
function hasDevDependencies(works: readonly Work[], root: string): boolean {
  let has = false
  for (const work of works)
    for (const task of work.tasks) {
      if (task.kind !== 'manager' || task.cwd !== root) continue
      const { kind } = task.call
      if (kind === 'install') has = !isProduction(task, work)
      else if (kind === 'add') has = has || !isProduction(task, work)
      else if (kind === 'prune' && isProduction(task, work)) has = false
    }
  return has
}

/** npm as the image brings it, or as a RUN installs it. https://nodejs.org/en/about/previous-releases */
function npmMajor({ base }: StageFacts, works: readonly Work[]): number | undefined {
  const named = works
    .flatMap(({ tasks }) => tasks)
    .flatMap((task) =>
      task.kind === 'manager' && task.call.kind === 'global' ? task.call.packages : [],
    )
    .findLast((spec) => /^npm(@|$)/.test(spec))
  if (named !== undefined) return Number(/^npm@\D*(\d+)/.exec(named)?.[1] ?? 10)
  if (base.family !== 'node') return undefined
  const node = Number(/^v?(\d+)/.exec(base.version ?? '')?.[1] ?? 24)
  return node >= 15 ? 7 : 6
}
