import type { Docker } from '../engine/docker.ts'
import { findProgram } from './programs.ts'
import type { LookedAt } from './image-facts.ts'
import { verifyLabel } from '../build/service-plan.ts'
import type { Finding } from '../../verification/finding.ts'

/** PHP extensions that only the old image loads, by `php -m` in both; none where the old one has no PHP. */
export async function lostExtensions(
  docker: Docker,
  before: LookedAt,
  after: LookedAt,
  runId: string,
): Promise<readonly Finding[]> {
  if (findProgram('php', before.config, before.files) === undefined) return []
  // Without PHP at all, the start command tells.
  if (findProgram('php', after.config, after.files) === undefined) return []
  const old = await extensionsOf(docker, before.config.id, runId)
  const now = await extensionsOf(docker, after.config.id, runId)
  const lost = [...old].filter((name) => !now.has(name))
  if (lost.length === 0) return []
  const message = `PHP loads ${lost.join(', ')} in the old image only (php -m)`
  return [{ code: 'missing-extension', message }]
}

async function extensionsOf(
  docker: Docker,
  image: string,
  runId: string,
): Promise<ReadonlySet<string>> {
  const { stdout } = await docker(
    [
      ...['run', '--rm', '--network', 'none', '--label', `${verifyLabel}=${runId}`],
      ...['--entrypoint', 'php', image, '-m'],
    ],
    { timeout: 60 },
  )
  const names = stdout.split(/\r?\n/).filter((line) => /^[\w ]+$/.test(line))
  return new Set(names.map((name) => name.trim().toLowerCase()))
}
