import { mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { overlayContext } from './overlay-context.ts'
import type { BuildPlan, ServicePlan } from './service-plan.ts'

/** Where the files of a build stand; absolute. */
export interface Place {
  readonly dockerfile: string
  /** The user's own folder, or the one that stands in for it. */
  readonly context: string
}

/**
 * The Dockerfiles are never written into the user's folder: BuildKit takes them from anywhere, and their ignore file from
 * beside them, as NAME.dockerignore (https://docs.docker.com/build/concepts/context/#filename-and-location).
 */
export function placeOf({ key, fileName }: ServicePlan, build: BuildPlan, folder: string): Place {
  const own = path.join(folder, key, build.half)
  return {
    dockerfile: path.join(own, fileName),
    context: build.added.length === 0 ? build.context : path.join(own, 'context'),
  }
}

/** Writes what the builds of a service need, into the run's folder (absolute). Throws where that is impossible (a full disk). */
export async function writeWorkFolder(service: ServicePlan, folder: string): Promise<void> {
  for (const build of [service.before, service.after]) {
    const { dockerfile, context } = placeOf(service, build, folder)
    await mkdir(path.dirname(dockerfile), { recursive: true })
    await writeFile(dockerfile, build.dockerfile)
    if (build.ignore !== undefined) await writeFile(`${dockerfile}.dockerignore`, build.ignore)
    if (context !== build.context) await overlayContext(build, context)
  }
}

/** Removes the run's folder, or a service's part of it; never throws. */
export async function removeWorkFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined)
}
