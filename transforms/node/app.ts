import { folderOf, resolvePath, type Facts, type StageFacts } from '../../src/transform.ts'
import { findRoot } from './app/app-root.ts'
import { readLeavings, type Leavings } from './app/build-leavings.ts'
import { readLockFile, type LockFile } from '../javascript/lock-file.ts'
import { readManifest, type Manifest } from '../javascript/manifest.ts'
import { isYarnBerry } from '../javascript/package-managers/index.ts'
import { hasDevDependencies, npmMajor } from '../javascript/packages-state.ts'
import { viewOf, type StageView } from '../javascript/stage-view.ts'
import { readStart, type Start } from '../javascript/start.ts'
import type { ManagerTask } from '../javascript/task.ts'
import { installsOf, readWorks, type Work } from '../javascript/work.ts'

/** A Node application as a Dockerfile builds it. */
export interface NodeApp extends Leavings {
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
  return {
    facts,
    view,
    start,
    works,
    root,
    manifest,
    lock: readLockFile(facts.project, folder),
    isBerry: isYarnBerry(facts.project, folder),
    npm: npmMajor(stage, works),
    installs,
    hasDevDependencies: hasDevDependencies(works, root),
    ...readLeavings(works, root, view),
  }
}
