import type { Docker } from '../engine/docker.ts'
import { verifyLabel } from '../build/service-plan.ts'
import { readListeningPorts } from './listening-ports.ts'

/** Reads on which ports a container listens; undefined where nobody can tell. */
export type ReadPorts = (container: string) => Promise<readonly number[] | undefined>

const files = ['/proc/net/tcp', '/proc/net/tcp6']

/**
 * A reader that asks the container's own `cat`; where it has none (distroless), that of `helper`, an image that is there, in a
 * container that shares its network. Docker's proxy takes connections before the program does, so from outside nobody can tell.
 */
export function createPortReader(docker: Docker, runId: string, helper: string): ReadPorts {
  let hasCat = true
  let hasHelper = true
  return async (container) => {
    if (hasCat) {
      const own = await docker(['exec', '--user=0', container, 'cat', ...files], { timeout: 20 })
      const ports = readListeningPorts(own.stdout)
      if (ports !== undefined) return ports
      // 126 and 127: no such program. Others tell of a container that is ending.
      if (own.code !== 126 && own.code !== 127) return undefined
      hasCat = false
    }
    if (!hasHelper) return undefined
    const other = await docker(
      [
        ...['run', '--rm', '--label', `${verifyLabel}=${runId}`, '--pull=never', '--user=0'],
        ...[`--network=container:${container}`, '--no-healthcheck', '--entrypoint=cat'],
        ...[helper, ...files],
      ],
      { timeout: 60, interruptible: false },
    )
    if (other.code === 126 || other.code === 127) hasHelper = false
    return readListeningPorts(other.stdout)
  }
}
