import type { Facts } from '../facts.ts'
import { resolvePath } from '../image-path.ts'
import type { RunMount } from '../run-mounts.ts'
import type { BaseImage } from '../../knowledge/images/base-image.ts'

/** The files of the context, as whoever reads manifests meets them. */
export interface ManifestFiles {
  /** The path in the context of a file or folder of the image. */
  readonly contextPath: (imagePath: string) => string | undefined
  readonly read: (contextPath: string) => string | undefined
  readonly variable: (name: string) => string | undefined
}

/** The same for an install. */
export interface InstallFiles extends ManifestFiles {
  readonly json: (contextPath: string) => unknown
  readonly base: BaseImage
}

/** Files of a stage, and those that a RUN is lent: `--mount=type=bind,source=uv.lock,target=uv.lock`. */
export function filesOf(facts: Facts, mounts: readonly RunMount[]): InstallFiles {
  const { project, final } = facts
  const lent = mounts.filter(({ type, from }) => type === 'bind' && from === undefined)
  return {
    contextPath: (path) => {
      for (const { target, source } of lent) {
        const rest = target === undefined ? undefined : restBelow(path, target)
        if (rest === undefined) continue
        return resolvePath('/', source + rest)?.slice(1)
      }
      return facts.contextPath(path)
    },
    read: (path) => project.read(path),
    json: (path) => project.json(path),
    variable: (name) => final.end.env.get(name),
    base: final.base,
  }
}

/** '' of the folder itself, `/a` of what lies in it. */
function restBelow(path: string, folder: string): string | undefined {
  if (path === folder) return ''
  const start = folder.endsWith('/') ? folder : `${folder}/`
  return path.startsWith(start) ? `/${path.slice(start.length)}` : undefined
}
