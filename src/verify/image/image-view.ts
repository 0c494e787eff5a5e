import type { Inspected, ImageInspection, ImageView } from '../../verification/image-inspection.ts'
import { verifyLabel } from '../build/service-plan.ts'
import type { Docker } from '../engine/docker.ts'
import { findProgram } from './find-program.ts'
import { resolveInImage } from './image-files.ts'
import type { LookedAt } from './image-facts.ts'

/** An image as ecosystems see it. Without `ask` nothing is run in it. */
export function viewOf({ config, files }: LookedAt, ask: ImageView['ask']): ImageView {
  const { entrypoint, cmd, workingDir } = config
  return {
    ...{ entrypoint, cmd, workingDir, ask },
    paths: [...files.entries.keys()],
    read: (path) => files.texts.get(path),
    find: (path) => {
      const found = resolveInImage(files, path)
      return found && { path: found.path, kind: found.file.kind }
    },
    hasProgram: (name) => findProgram(name, config, files) !== undefined,
  }
}

/** Runs a program in a container of an image that is removed at once. */
export function asker(docker: Docker, image: string, runId: string): ImageView['ask'] {
  return async (program, args) => {
    const { stdout } = await docker(
      [
        ...['run', '--rm', '--network', 'none', '--label', `${verifyLabel}=${runId}`],
        ...['--entrypoint', program, image, ...args],
      ],
      { timeout: 60 },
    )
    return stdout
  }
}

/** What all ecosystems find in two images. */
export async function inspectBoth(
  inspections: readonly ImageInspection[],
  before: ImageView,
  after: ImageView,
): Promise<Required<Inspected>> {
  const found: Inspected[] = []
  for (const { inspect } of inspections)
    if (inspect !== undefined) found.push(await inspect(before, after))
  return {
    differences: found.flatMap(({ differences = [] }) => differences),
    notes: found.flatMap(({ notes = [] }) => notes),
  }
}
