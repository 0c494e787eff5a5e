import { isWithin, resolvePath } from '../../../src/transform.ts'
import { sideWorkOf, type SideWork } from '../../javascript/side-stage/side-work.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { Task } from '../../javascript/task.ts'
import type { MadePath } from '../../javascript/tools/output.ts'
import { isInstall, type Work } from '../../javascript/work.ts'
import type { PhpApp } from '../app.ts'
import { isCalled } from '../app/run-time-calls.ts'

/** What Node does in a PHP image. */
export interface AssetWork extends SideWork {
  /** Run time calls Node: server-side rendering, a watcher. */
  readonly isCalled: boolean
}

const programs = ['node', 'npm', 'npx', 'yarn', 'pnpm', 'bun']

/** Reads what Node does in the stage; undefined where it does nothing. */
export function assetWorkOf(app: PhpApp, view: StageView): AssetWork | undefined {
  const work = sideWorkOf(app.stage, view, (works) => servedPackages(works, app, view))
  return work === undefined ? undefined : { ...work, isCalled: isCalled(app, programs) }
}

const isBuild = (task: Task) => task.kind === 'program'

/** Packages that pages load from node_modules: where nothing is built of them, or the sources name the folder. */
function servedPackages(works: readonly Work[], app: PhpApp, view: StageView): readonly MadePath[] {
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
