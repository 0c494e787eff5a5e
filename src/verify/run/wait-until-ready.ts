import type { Machine } from '../engine/machine.ts'
import { type Address, ask } from './ask.ts'
import { type ContainerState, inspectContainer } from './container.ts'
import type { ReadPorts } from './read-ports.ts'

/** How far a container came. */
export interface Readiness {
  readonly kind:
    | 'answers'
    /** It takes connections, but does not speak HTTP. */
    | 'listens'
    /** It says that it is healthy, and listens to nobody. */
    | 'healthy'
    | 'exited'
    /** It runs on, and nothing says that it is meant to listen. */
    | 'settled'
    | 'over-time'
    /** It listens on ports that are not published. */
    | 'elsewhere'
    | 'interrupted'
  /** Those that speak HTTP, the main one first. */
  readonly addresses: readonly Address[]
  /** On which it listens; undefined where nobody can tell. */
  readonly ports: readonly number[] | undefined
  readonly state: ContainerState | undefined
  readonly seconds: number
}

export interface WaitRequest {
  readonly container: string
  /** Published, the main one first; empty where nothing says that it listens. */
  readonly ports: readonly number[]
  /** Seconds until it must answer, be healthy or end. */
  readonly patience: number
  /** Seconds after which one that runs and need not listen is left alone. */
  readonly settle: number
  readonly readPorts: ReadPorts
}

/** Seconds that a server in front of the program (502, 503) waits for it, and one that listens for its first word of HTTP. */
const grace = 20
const silence = 3

/** Waits until a container answers, is healthy, or ends; looks more rarely as time goes by. */
export async function waitUntilReady(
  { container, ports, patience, settle, readPorts }: WaitRequest,
  machine: Machine,
): Promise<Readiness> {
  const started = machine.now()
  let listeningSince: number | undefined
  for (let pause = 200; ; pause = Math.min(pause * 1.3, 1500)) {
    const state = await inspectContainer(machine.docker, container)
    const seconds = (machine.now() - started) / 1000
    const listening = state?.isRunning === true ? await readPorts(container) : undefined
    const end = (kind: Readiness['kind'], addresses: readonly Address[] = []): Readiness => ({
      ...{ kind, addresses, ports: listening, state, seconds },
    })
    if (machine.interrupt.aborted) return end('interrupted')
    if (state?.isRunning !== true) return end('exited')

    const open = ports.filter((port) => listening?.includes(port) !== false)
    if (listening !== undefined && listening.length > 0) listeningSince ??= seconds
    const probes = await probe(state, open, machine.interrupt)
    // Others may open later: a debugger's port is often the first.
    const isComplete = ports.every((port) => listening?.includes(port) !== false)
    const isOverTime = seconds > patience
    // A development server holds its first answer back until it has compiled.
    const mayAnswer = probes.some(({ isSilent }) => isSilent)
    const quiet = mayAnswer ? patience : isComplete ? silence : grace
    const addresses = probes.flatMap(({ address }) => address ?? [])
    const listenedFor = listeningSince === undefined ? 0 : seconds - listeningSince
    // A check that fails may still turn; where the program answers, it is not waited for.
    const isChecked = state.health === undefined || state.health === 'healthy' || isOverTime
    if (addresses.length > 0) {
      const isUp = probes.some(({ isReady }) => isReady) || listenedFor > grace || isOverTime
      if (
        isUp &&
        (isComplete || listenedFor > silence) &&
        (isChecked || (state.health === 'unhealthy' && listenedFor > grace))
      )
        return end('answers', addresses)
    } else if (
      listening !== undefined &&
      listening.length > 0 &&
      (listenedFor > quiet || (mayAnswer && isOverTime))
    ) {
      if (open.length === 0) return end('elsewhere')
      if (isChecked) return end('listens')
    } else if (state.health === 'healthy' && seconds > silence) return end('healthy')
    else if (ports.length === 0 && state.health === undefined && seconds > settle)
      return end('settled')
    if (isOverTime) return end('over-time', addresses)
    await machine.sleep(pause)
  }
}

interface Probe {
  /** Undefined where the port speaks no HTTP. */
  readonly address: Address | undefined
  /** False for a server whose program is not up yet. */
  readonly isReady: boolean
  /** True where it takes the connection, and says nothing. */
  readonly isSilent: boolean
}

async function probe(
  { published }: ContainerState,
  ports: readonly number[],
  interrupt: AbortSignal,
): Promise<readonly Probe[]> {
  const probes: Probe[] = []
  for (const port of ports) {
    const own = published.get(port)
    if (own === undefined) continue
    let isSilent = false
    for (const scheme of port === 443 || port === 8443 ? secureFirst : plainFirst) {
      const address: Address = { port, published: own, scheme }
      const reply = await ask(address, '/', interrupt)
      if (reply.kind === 'silent') isSilent = true
      if (reply.kind !== 'answer') continue
      const { status } = reply.answer
      probes.push({ address, isReady: status < 502 || status > 504, isSilent: false })
      isSilent = false
      break
    }
    if (isSilent) probes.push({ address: undefined, isReady: false, isSilent })
  }
  return probes
}

const plainFirst = ['http', 'https'] as const
const secureFirst = ['https', 'http'] as const
