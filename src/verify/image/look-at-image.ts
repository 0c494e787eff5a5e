import { inspectImage } from './inspect-image.ts'
import type { LookedAt } from './image-facts.ts'
import { type IsRead, readImageFiles } from './image-files.ts'
import type { Machine } from '../engine/machine.ts'

/** Config and files of an image; undefined where it is gone, or the run was interrupted. */
export async function lookAtImage(
  image: string,
  runId: string,
  isRead: IsRead,
  { docker }: Machine,
): Promise<LookedAt | undefined> {
  const config = await inspectImage(docker, image)
  const files = await readImageFiles(docker, image, runId, isRead)
  return config && files && { config, files }
}
