import {
  followModules,
  javascript,
  settledBy,
  shell,
  type Alias,
  type ModuleGraph,
} from '../../src/transform.ts'
import type { StageView } from './stage-view.ts'

/** Follows entry files of the context to all that they load. `cwd` is the folder of the image that they run in. */
export const sourceFollower = (
  view: StageView,
  cwd: string | undefined,
  aliases: readonly Alias[] = [],
  sourceOf?: (imagePath: string) => string | undefined,
): ((entries: readonly string[]) => ModuleGraph) =>
  followModules({
    read: (path) => view.project.read(path),
    files: (folder) => view.project.files(folder),
    languages: [javascript(view.project, aliases), shell(view.project)],
    env: view.env,
    cwd,
    imagePath: view.imagePath,
    contextPath: view.contextPath,
    settled: settledBy(view.project.preferences.statements),
    ...(sourceOf === undefined ? {} : { sourceOf }),
  })
