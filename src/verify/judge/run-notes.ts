import path from 'node:path'
import type { Finding } from '../../verification/finding.ts'
import type { Compose } from '../compose/read-compose.ts'

/** For images that were run a second time, with an open standard input. */
export const openInputNote: Finding = {
  code: 'open-input',
  message:
    'the old image ends at once where its standard input is closed; both were run with an open one (`docker run --interactive`)',
}

/** Who read the compose file, where that was not compose itself. */
export function composeNotes(compose: Compose | undefined): readonly Finding[] {
  if (compose?.isOwnReading === undefined) return []
  const file = path.basename(compose.file)
  const message = `${file} is read by msb-migrate itself, without files that compose would lay over it: \`docker compose config\` gives no answer (${compose.isOwnReading})`
  return [{ code: 'compose', message }]
}

/** What the user's own surroundings give the container, and verify did not; for containers that don't get far. */
export function runNotes(
  compose: Compose | undefined,
  missingFiles: readonly string[],
  withDependencies: boolean,
): readonly Finding[] {
  if (compose === undefined) return []
  const file = path.basename(compose.file)
  const { dependsOn } = compose.service
  const mounts = compose.service.mounts.map(({ target }) => target)
  const notes: Finding[] = []
  if (dependsOn.size > 0 && !withDependencies)
    notes.push({
      code: 'dependencies',
      message: `${file} starts ${[...dependsOn.keys()].join(', ')} before it; --with-dependencies does so here`,
    })
  if (mounts.length > 0)
    notes.push({
      code: 'volumes',
      message: `${file} mounts something at ${mounts.join(', ')}; here nothing is mounted`,
    })
  if (missingFiles.length > 0)
    notes.push({
      code: 'env-file',
      message: `${file} names ${missingFiles.join(', ')}, which is not there; --env and --env-file give variables`,
    })
  return notes
}
