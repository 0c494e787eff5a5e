import type { Machine } from '../engine/machine.ts'
import type { Observation, Smoke } from '../../verification/observation.ts'
import type { Half } from '../build/service-plan.ts'
import { answersOf, askContainer, type Interview } from './ask-container.ts'
import { inspectContainer, removeContainers, startContainer } from './container.ts'
import { readErrorLine } from '../judge/error-lines.ts'
import { followLog } from './follow-log.ts'
import type { LogSummary } from './log-reader.ts'
import { createPortReader } from './read-ports.ts'
import { runSmoke } from '../judge/smoke.ts'
import { type Readiness, waitUntilReady } from './wait-until-ready.ts'

/** How an image is to be run. */
export interface RunPlan {
  readonly half: Half
  readonly runId: string
  /** The container's name. */
  readonly name: string
  readonly image: string
  /** An image whose `cat` reads ports where this one has none. */
  readonly helper: string
  /** TCP ports to publish, the main one first. */
  readonly ports: readonly number[]
  /** Arguments of `docker create` besides: environment, network. */
  readonly options: readonly string[]
  readonly paths: readonly string[]
  readonly healthPath: string | undefined
  readonly smoke: readonly string[]
  /** Seconds for a command of --smoke. */
  readonly smokeTimeout: number
  readonly patience: number
  readonly settle: number
  /** The run that this one is compared with; undefined for the first. */
  readonly expected: Sight | undefined
  /** Where the log goes, absolute. */
  readonly logFile: string
}

/** All that was seen of a container. */
export interface Sight {
  readonly seen: Observation
  readonly interview: Interview
  readonly ready: Readiness['kind'] | 'not-started'
  readonly log: LogSummary
  /** Ports that it listened on, published or not. */
  readonly ports: readonly number[]
}

/** Runs an image once, and takes its container away again. Undefined where the run was interrupted. */
export async function observe(plan: RunPlan, machine: Machine): Promise<Sight | undefined> {
  if (machine.interrupt.aborted) return undefined
  const first = await runOnce(plan, machine)
  if (first?.ready !== 'elsewhere') return first
  // Nothing said which ports to publish; now it is known.
  return runOnce({ ...plan, ports: first.ports }, machine)
}

/** Milliseconds that the rest of a log may take once its container is stopped. */
const mostRest = 60_000

async function runOnce(plan: RunPlan, machine: Machine): Promise<Sight | undefined> {
  const { docker } = machine
  const { name, runId, image, ports, options, helper } = plan
  let log: Promise<LogSummary> | undefined
  try {
    const problem = await startContainer(docker, {
      ...{ name, runId, image, ports, options, command: [], pull: 'never' },
    })
    if (machine.interrupt.aborted) return undefined
    if (problem !== undefined) return notStarted(problem)
    log = followLog(docker, name, plan.logFile)
    const readPorts = createPortReader(docker, runId, helper)
    const ready = await waitUntilReady(
      { container: name, ports, patience: plan.patience, settle: plan.settle, readPorts },
      machine,
    )
    const own = ready.state === undefined ? [] : [ready.state.id, ready.state.id.slice(0, 12)]
    const { addresses } = ready
    const interview = await askContainer(
      {
        addresses,
        paths: plan.paths,
        healthPath: plan.healthPath,
        expected: plan.expected?.interview,
        own,
      },
      machine,
    )
    const smoke = ready.kind === 'elsewhere' ? {} : await runSmokes(plan, ready, machine)
    const state = await inspectContainer(docker, name)
    const open = state?.isRunning === true ? await readPorts(name) : ready.ports
    // Killed, not removed: a log that is long is read to its end, but not for ever.
    await docker(['kill', name])
    await readToItsEnd(log, machine)
    await removeContainers(docker, [name])
    const summary = await log
    if (state === undefined) return undefined
    const isSilent = ready.kind === 'over-time' || ready.kind === 'settled'
    return {
      seen: {
        state: state.isRunning ? 'running' : 'exited',
        exitCode: state.isRunning ? undefined : state.exitCode,
        problem: state.problem === '' ? undefined : state.problem,
        health: state.health,
        ports: open,
        port: addresses[0]?.port,
        answers: answersOf(interview),
        smoke,
        errors: summary.errors,
        log: summary.last,
        seconds: isSilent ? undefined : ready.seconds,
      },
      interview,
      ready: ready.kind,
      log: summary,
      ports: ready.ports ?? [],
    }
  } finally {
    await removeContainers(docker, [name])
    await log
  }
}

/** Waits until a log is over, in short steps: a timer that is left would keep the program from ending. */
async function readToItsEnd(
  log: Promise<LogSummary>,
  { sleep, interrupt }: Machine,
): Promise<void> {
  const step = 200
  const over = log.then(() => true)
  for (let waited = 0; waited < mostRest && !interrupt.aborted; waited += step)
    if (await Promise.race([over, sleep(step)])) return
}

async function runSmokes(
  { half, image, name, smoke, smokeTimeout }: RunPlan,
  { addresses: [main], state }: Readiness,
  { env, interrupt }: Machine,
): Promise<Readonly<Record<string, Smoke>>> {
  const said: Record<string, Smoke> = {}
  const published = state?.published ?? new Map<number, number>()
  const target = {
    ...{ half, image, published, container: name, port: main?.port ?? [...published.keys()][0] },
    url: main && `${main.scheme}://127.0.0.1:${main.published}`,
  }
  for (const command of smoke)
    said[command] = await runSmoke(command, target, env, smokeTimeout, interrupt)
  return said
}

/** Docker's words are the log of a container that did not start. */
function notStarted(problem: string): Sight {
  const error = readErrorLine(problem)
  const errors = error === undefined ? [] : [error]
  return {
    seen: {
      ...{ state: 'not-started', exitCode: undefined, problem, health: undefined },
      ...{
        ports: [],
        port: undefined,
        answers: {},
        smoke: {},
        errors,
        log: [],
        seconds: undefined,
      },
    },
    interview: { questions: [], answers: new Map(), unsteady: new Set() },
    ready: 'not-started',
    log: { bytes: 0, lines: 0, errors, last: [], output: '' },
    ports: [],
  }
}
