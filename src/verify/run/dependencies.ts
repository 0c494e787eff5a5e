import path from 'node:path'
import type { Machine } from '../engine/machine.ts'
import { verifyLabel } from '../build/service-plan.ts'
import type { Finding } from '../../verification/finding.ts'
import { readEnvironment } from '../compose/read-environment.ts'
import type { Compose } from '../compose/read-compose.ts'
import { inspectContainer, removeContainers, startContainer } from './container.ts'
import { type DependencyPlan, planDependencies } from './dependency-plan.ts'
import { createPortReader } from './read-ports.ts'
import { environmentOptions } from './run-environment.ts'
import { waitUntilReady } from './wait-until-ready.ts'

/** Services beside a container. */
export interface Dependencies {
  /** Arguments of `docker create` for the container itself. */
  readonly options: readonly string[]
  /** Those that did not come up. */
  readonly notes: readonly Finding[]
}

export interface DependencyRequest {
  readonly compose: Compose
  /** The start of all names: the run, the service, which of its runs. */
  readonly name: string
  readonly runId: string
  /** An image whose `cat` reads ports where a service has none. */
  readonly helper: string
  /** Seconds that each has to come up. */
  readonly patience: number
  /** For files of environments; absolute. */
  readonly folder: string
}

/**
 * Starts the services that compose starts before one, in a network of their own, does something beside them, and takes all away. Images
 * are those that the compose file names; no volume is mounted, no port published.
 */
export async function besideDependencies<T>(
  request: DependencyRequest,
  machine: Machine,
  doBeside: (dependencies: Dependencies) => Promise<T>,
): Promise<T> {
  const { docker } = machine
  const { compose, name, runId } = request
  const plans = planDependencies(compose)
  const containers = plans.map(({ service }) => containerName(name, service.name))
  try {
    await docker(['network', 'create', '--label', `${verifyLabel}=${runId}`, name], {
      interruptible: false,
    })
    const notes: Finding[] = []
    for (const plan of plans) {
      const problem = await startDependency(plan, request, machine)
      if (problem !== undefined) notes.push({ code: 'dependency', message: problem })
    }
    const options = [`--network=${name}`, `--network-alias=${compose.service.name}`]
    return await doBeside({ options, notes })
  } finally {
    await removeContainers(docker, containers)
    await docker(['network', 'rm', name], { interruptible: false })
  }
}

/** Gives a sentence where it does not come up. */
async function startDependency(
  plan: DependencyPlan,
  { compose, name, runId, helper, patience, folder }: DependencyRequest,
  machine: Machine,
): Promise<string | undefined> {
  const { image, options, command, aliases } = plan
  const service = plan.service.name
  if (machine.interrupt.aborted) return undefined
  if (image === undefined)
    return `${service} is built by ${path.basename(compose.file)}; only services that name an image are started`
  const { environment } = await readEnvironment(plan.service, compose, machine.env)
  const container = containerName(name, service)
  const problem = await startContainer(machine.docker, {
    ...{ name: container, runId, image, ports: [], command, pull: 'missing' },
    options: [
      `--network=${name}`,
      ...aliases.map((alias) => `--network-alias=${alias}`),
      ...(await environmentOptions(environment, folder, service)),
      ...options,
    ],
  })
  if (problem !== undefined) return `${service} (${image}) does not start: ${problem}`
  return waitFor(plan, container, { patience, runId, helper }, machine)
}

async function waitFor(
  { service, image, mustEnd }: DependencyPlan,
  container: string,
  { patience, runId, helper }: Pick<DependencyRequest, 'patience' | 'runId' | 'helper'>,
  machine: Machine,
): Promise<string | undefined> {
  const started = machine.now()
  const readPorts = createPortReader(machine.docker, runId, helper)
  const settle = mustEnd ? patience : 10
  const ready = await waitUntilReady({ container, ports: [], patience, settle, readPorts }, machine)
  let { state } = ready
  // It listens, but says itself when it is ready.
  while (state?.health === 'starting' && (machine.now() - started) / 1000 < patience) {
    await machine.sleep(500)
    state = await inspectContainer(machine.docker, container)
  }
  if (machine.interrupt.aborted || state === undefined) return undefined
  const what = `${service.name} (${image ?? ''})`
  if (!state.isRunning && !(mustEnd && state.exitCode === 0)) {
    const { stdout, stderr } = await machine.docker(['logs', '--tail', '5', container])
    const said = `${stdout}\n${stderr}`.trim().split('\n').at(-1) ?? ''
    return `${what} ends with exit code ${state.exitCode}${said === '' ? '' : `: ${said}`}`
  }
  if (state.isRunning && mustEnd) return `${what} does not end within ${patience} s`
  return state.health === 'unhealthy' ? `${what} is not healthy` : undefined
}

function containerName(name: string, service: string): string {
  return `${name}-${service.replace(/[^\w.-]/g, '-')}`
}
