import { z } from 'zod'
import type { Docker } from '../engine/docker.ts'
import { readJson } from '../engine/find-engine.ts'
import { verifyLabel } from '../build/service-plan.ts'

/** A container to be made. */
export interface ContainerPlan {
  /** Unique on the engine; it is removed by it. */
  readonly name: string
  readonly runId: string
  readonly image: string
  /** TCP ports to publish on 127.0.0.1, each on a port that is free. */
  readonly ports: readonly number[]
  /** Arguments of `docker create` besides: environment, networks, mounts. */
  readonly options: readonly string[]
  /** In place of the image's own; empty for that. */
  readonly command: readonly string[]
  readonly pull: 'never' | 'missing'
}

/** How a container is. */
export interface ContainerState {
  readonly id: string
  readonly isRunning: boolean
  readonly exitCode: number
  /** What the engine says of its end; '' for nothing. */
  readonly problem: string
  /** 'starting', 'healthy', 'unhealthy'; undefined where there is no health check. */
  readonly health: string | undefined
  /** This machine's ports by the container's. */
  readonly published: ReadonlyMap<number, number>
}

/**
 * Makes and starts a container. Gives docker's words where that fails; it must be removed all the same. What was begun when an interrupt
 * comes is finished: the engine would make the container all the same, after we have looked for it.
 */
export async function startContainer(
  docker: Docker,
  { name, runId, image, ports, options, command, pull }: ContainerPlan,
): Promise<string | undefined> {
  if (pull === 'missing') {
    const problem = await pullMissing(docker, image)
    if (problem !== undefined) return problem
  }
  const created = await docker(
    [
      ...['create', '--name', name, '--label', `${verifyLabel}=${runId}`, '--pull=never'],
      // Logs that can be read and don't fill the disk, whatever the engine's own way is.
      ...['--log-driver=json-file', '--log-opt=max-size=50m', '--log-opt=max-file=2'],
      ...ports.map((port) => `--publish=127.0.0.1::${port}`),
      ...options,
      image,
      ...command,
    ],
    { interruptible: false },
  )
  if (!created.ok) return problemOf(created.stderr)
  const started = await docker(['start', name], { interruptible: false })
  return started.ok ? undefined : problemOf(started.stderr)
}

async function pullMissing(docker: Docker, image: string): Promise<string | undefined> {
  const known = await docker(['image', 'inspect', '--format', '{{.Id}}', image])
  if (known.ok) return undefined
  const pulled = await docker(['pull', '--quiet', image], { timeout: 1800 })
  return pulled.ok ? undefined : problemOf(pulled.stderr)
}

/** Docker's error without what it says around it. */
function problemOf(stderr: string): string {
  const line =
    stderr
      .trim()
      .split('\n')
      .find((each) => /error|denied|fail/i.test(each)) ?? stderr.trim()
  return line
    .replace(/^Error response from daemon: /, '')
    .replace(/^failed to create task for container: /, '')
    .replace(/^failed to create shim task: /, '')
    .replace(/^OCI runtime create failed: /, '')
    .replace(/^runc create failed: /, '')
    .trim()
}

const stateSchema = z.object({
  Id: z.string(),
  State: z.object({
    Running: z.boolean(),
    ExitCode: z.number(),
    OOMKilled: z.boolean().nullish(),
    Error: z.string().nullish(),
    Health: z.object({ Status: z.string() }).nullish(),
  }),
  NetworkSettings: z
    .object({
      Ports: z.record(z.string(), z.array(z.object({ HostPort: z.string() })).nullish()).nullish(),
    })
    .nullish(),
})

/** Undefined where there is no such container, or the run is interrupted. */
export async function inspectContainer(
  docker: Docker,
  name: string,
): Promise<ContainerState | undefined> {
  const { stdout } = await docker(['container', 'inspect', '--format', '{{json .}}', name])
  const found = readJson(stdout, stateSchema)
  if (found === undefined) return undefined
  const { Running, ExitCode, OOMKilled, Error: error, Health } = found.State
  const published = Object.entries(found.NetworkSettings?.Ports ?? {}).flatMap(
    ([port, hosts]): (readonly [number, number])[] => {
      const [host] = hosts ?? []
      return host === undefined ? [] : [[Number.parseInt(port, 10), Number(host.HostPort)]]
    },
  )
  return {
    id: found.Id,
    isRunning: Running,
    exitCode: ExitCode,
    problem: OOMKilled === true ? 'ended for want of memory' : (error ?? ''),
    health: Health?.Status === 'none' ? undefined : Health?.Status,
    published: new Map(published),
  }
}

/** Removes containers by name, with their anonymous volumes; never throws, and not stopped by an interrupt. */
export async function removeContainers(docker: Docker, names: readonly string[]): Promise<void> {
  if (names.length > 0)
    await docker(['container', 'rm', '--force', '--volumes', ...names], { interruptible: false })
}
