import path from 'node:path'
import type { ProjectCache } from '../../project-cache.ts'
import type { BuildUse } from '../build-use.ts'
import { runsOf } from './container-use.ts'
import { findManifests } from './find-manifests.ts'
import { buildsOf, fitsProject } from './whose-image.ts'

/**
 * The containers of Kubernetes that run the image of a Dockerfile, by the manifests in the searched folders (absolute). `builds` are all
 * that is known to be built there, of whatever Dockerfile.
 */
export function kubernetesUses(
  dockerfile: string,
  folders: readonly string[],
  builds: readonly BuildUse[],
  cache: ProjectCache,
): readonly BuildUse[] {
  return folders.flatMap((folder) => {
    const { containers, settings } = findManifests(folder, cache)
    return containers.flatMap((written) => {
      const image = written.container['image']
      if (typeof image !== 'string') return []
      const known = buildsOf(image, builds)
      const [own] = known.filter((build) => build.dockerfile === dockerfile)
      if (own === undefined && (known.length > 0 || !fitsProject(image, dockerfile, folder, cache)))
        return []
      const place = {
        dockerfile,
        context: own?.context ?? path.dirname(dockerfile),
        target: own?.target,
        images: [],
      }
      return runsOf(written, settings).map((run) => ({ ...run, ...place }))
    })
  })
}
