import { folderOf, isWithin, resolvePath } from '../../../src/transform.ts'
import type { StageView } from '../../javascript/stage-view.ts'
import type { Entry, Start } from '../../javascript/start.ts'
import { installsOf, type Work } from '../../javascript/work.ts'

/** The folder of the package.json nearest to what runs. */
export function findRoot(
  start: Start,
  works: readonly Work[],
  view: StageView,
): string | undefined {
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
