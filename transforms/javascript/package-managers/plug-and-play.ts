import { isRecord, parseYamlText, resolvePath } from '../../../src/transform.ts'
import type { StageView } from '../stage-view.ts'

/** What .yarnrc.yml says of a folder of the image; empty where there is none. */
export function yarnSettings(
  { contextPath, project }: Pick<StageView, 'contextPath' | 'project'>,
  folder: string,
): Readonly<Record<string, unknown>> {
  const path = contextPath(resolvePath(folder, '.yarnrc.yml') ?? '')
  const text = path === undefined ? undefined : project.read(path)
  const data = text === undefined ? undefined : parseYamlText(text)?.data
  return isRecord(data) ? data : {}
}

/** Whether a Yarn from version 2 on installs into `.pnp.cjs`: its default. https://yarnpkg.com/configuration/yarnrc#nodeLinker */
export function usesPlugAndPlay(view: StageView, folder: string): boolean {
  const linker = yarnSettings(view, folder)['nodeLinker']
  return linker === undefined || linker === 'pnp'
}
