import type { Docker } from './docker.ts'
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
  const remove = async (list: readonly string[], command: readonly string[]): Promise<number> => {
    const { stdout } = await docker([...list, '--quiet', '--filter', filter], {
      interruptible: false,
    })
    const ids = [...new Set(stdout.split('\n').filter((id) => id !== ''))]
    if (ids.length > 0) await docker([...command, ...ids], { interruptible: false })
    return ids.length
  }
  return {
    containers: await remove(
      ['container', 'ls', '--all'],
      ['container', 'rm', '--force', '--volumes'],
    ),
    networks: await remove(['network', 'ls'], ['network', 'rm']),
    images: await remove(['image', 'ls', '--all'], ['image', 'rm', '--force']),
  }
}
