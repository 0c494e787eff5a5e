import { isWithin, resolvePath } from '../../../src/transform.ts'
import { isProgram, type ProgramTask } from '../../javascript/task.ts'
import type { Work } from '../../javascript/work.ts'
import type { StartServer } from './start-server.ts'
import type { Tool, SiteOutput } from '../../javascript/tools/tool.ts'
import { siteOf } from '../../javascript/tools/index.ts'

/** A task that builds a site. */
export interface SiteBuild {
  readonly tool: Tool
  readonly task: ProgramTask
  readonly output: SiteOutput
  readonly work: Work | undefined
}

/** What a task builds, where it builds a site. */
export function buildOf(
  task: ProgramTask,
  server: StartServer,
  work?: Work,
): SiteBuild | undefined {
  const site = siteOf(task, work?.view ?? server.view)
  return site === undefined ? undefined : { ...site, task, work }
}

/** Every build of a site among the commands of the stage. */
export function buildsOf(server: StartServer): readonly SiteBuild[] {
  return server.works.flatMap((work) =>
    work.tasks.filter(isProgram).flatMap((task) => buildOf(task, server, work) ?? []),
  )
}

/** Whether a folder of the image lies in what a path names: the folder, one above it, or a file in it. */
export const touches = (path: string | undefined, folder: string): boolean =>
  path !== undefined && (isWithin(path, folder) || isWithin(folder, path))

export const inFolder = (folder: string, name: string): string =>
  resolvePath(folder, name) ?? folder
