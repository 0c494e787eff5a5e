import path from 'node:path'
import type { Finding } from '../../verification/finding.ts'
import type { ComposeRun } from '../run/compose-run.ts'

/** For images that were run a second time, with an open standard input. */
export const openInputNote: Finding = {
  code: 'open-input',
  message:
    'the old image ends at once where its standard input is closed; both were run with an open one (`docker run --interactive`)',
}

/** What the user's own surroundings give the container, and verify did not; for containers that don't get far. */
export function runNotes(
  compose: ComposeRun | undefined,
  withDependencies: boolean,
): readonly Finding[] {
  if (compose === undefined) return []
  const file = path.basename(compose.file)
  const { dependsOn, mounts, missingFiles } = compose
  const notes: Finding[] = []
  if (dependsOn.length > 0 && !withDependencies)
    notes.push({
      code: 'dependencies',
      message: `${file} starts ${dependsOn.join(', ')} before it; --with-dependencies does so here`,
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
