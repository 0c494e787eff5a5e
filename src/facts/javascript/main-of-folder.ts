import { isRecord } from '../../project/formats/loose-data.ts'
import { resolvePath } from '../image-path.ts'
import type { Place } from '../follow/launcher.ts'

/**
 * The file of the image that package.json calls main, where its folder is run: `node .`; a build may make it. Undefined for what is no folder of
 * the context, or names none. https://nodejs.org/api/modules.html#folders-as-modules
 */
export function mainOfFolder(
  path: string,
  { contextPath, project }: Pick<Place, 'contextPath' | 'project'>,
): string | undefined {
  const source = contextPath(path)
  if (source === undefined || !project.isFolder(source)) return undefined
  const manifest = project.json([source, 'package.json'].filter(Boolean).join('/'))
  const main = isRecord(manifest) ? manifest['main'] : undefined
  return typeof main === 'string' ? resolvePath(path, main) : undefined
}
