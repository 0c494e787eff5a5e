import type { Mount } from './consumers/compose-mounts.ts'
import type { Usage } from './project.ts'

/** What of the project lies over a place of the image: what the image has there is not used. Data of the host and volumes are no part of it. */
export function mountOver(
  { mounts }: Usage,
  isPlace: (target: string) => boolean,
): Mount | undefined {
  return mounts.find(({ from, target }) => from === 'project' && isPlace(target))
}

/** In the middle of a sentence: 'compose.yml:3 mounts the sources over /app'. */
export function mountText({ path, line }: Usage, { source, target }: Mount): string {
  return `${path}:${line} mounts ${source === '' ? 'the sources' : source} over ${target}`
}
