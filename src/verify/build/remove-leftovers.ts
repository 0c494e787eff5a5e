import type { Docker } from '../engine/docker.ts'
import { verifyLabel } from './service-plan.ts'

/** How many of each were removed. */
export interface Removed {
  readonly containers: number
  readonly networks: number
  readonly images: number
}

/** Removes the containers, networks and images of a run, or of every run; nothing that does not carry our label. Never throws. */
export async function removeLeftovers(docker: Docker, runId?: string): Promise<Removed> {
  const filter = `label=${verifyLabel}${runId === undefined ? '' : `=${runId}`}`
  return {
    containers: await removeListed(
      docker,
      ['container', 'ls', '--all', '--filter', filter],
      ['container', 'rm', '--force', '--volumes'],
    ),
    networks: await removeListed(docker, ['network', 'ls', '--filter', filter], ['network', 'rm']),
    images: await removeListed(
      docker,
      ['image', 'ls', '--all', '--filter', filter],
      ['image', 'rm', '--force'],
    ),
  }
}

/** Removes images of a run whose names went on to others: a build without the cache makes another image each time. Never throws. */
export async function removeReplaced(docker: Docker, runId: string): Promise<void> {
  const filters = ['--filter', `label=${verifyLabel}=${runId}`, '--filter', 'dangling=true']
  await removeListed(docker, ['image', 'ls', ...filters], ['image', 'rm', '--force'])
}

/** Gives how many there were. */
async function removeListed(
  docker: Docker,
  list: readonly string[],
  command: readonly string[],
): Promise<number> {
  const { stdout } = await docker([...list, '--quiet'], { interruptible: false })
  const ids = [...new Set(stdout.split('\n').filter((id) => id !== ''))]
  if (ids.length > 0) await docker([...command, ...ids], { interruptible: false })
  return ids.length
}
