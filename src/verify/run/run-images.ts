import path from 'node:path'
import type { InspectedImage } from '../image/inspect-image.ts'
import type { Machine } from '../engine/machine.ts'
import type { Half, ServicePlan } from '../build/service-plan.ts'
import type { VerifySettings } from '../verify-settings.ts'
import type { Finding } from '../../verification/finding.ts'
import { compareSights } from '../judge/compare-sights.ts'
import { readEnvironment } from '../compose/read-environment.ts'
import type { Compose } from '../compose/read-compose.ts'
import { besideDependencies } from './dependencies.ts'
import { type HealthUrl, readHealthUrl } from './health-url.ts'
import { judgeRuns, type RunComparison } from '../judge/judge-runs.ts'
import { observe, type RunPlan, type Sight } from './observe.ts'
import { environmentOptions } from './run-environment.ts'
import { openInputNote, runNotes } from '../judge/run-notes.ts'

/** Two images that are built. */
export interface RunRequest {
  readonly service: ServicePlan
  readonly settings: VerifySettings
  readonly before: InspectedImage
  readonly after: InspectedImage
}

/** Seconds that a container without a port or a health check is looked at. */
const settleSeconds = 12

/**
 * Runs both images, one after the other, and compares what they do. Where something differs, the old one is run once more: what it does
 * not do alike twice is no difference. Leaves no container behind. Undefined where the run was interrupted.
 */
export async function runImages(
  request: RunRequest,
  machine: Machine,
  onHalf: (half: Half) => void = () => undefined,
): Promise<RunComparison | undefined> {
  const { service, settings } = request
  const problems: Finding[] = []
  const { compose } = service
  const given = compose && (await readEnvironment(compose.service, compose, machine.env))
  const composed = given?.environment ?? new Map<string, string>()
  let input: readonly string[] = [
    ...(compose?.service.hasOpenInput === true ? ['--interactive'] : []),
    ...(compose?.service.hasTerminal === true ? ['--tty'] : []),
  ]
  const run = async (half: Half, name: string, expected?: Sight): Promise<Sight | undefined> => {
    onHalf(half)
    const plan = await planRun(request, composed, machine, { half, name, expected, input })
    if (compose === undefined || !settings.withDependencies) return observe(plan, machine)
    const beside = {
      ...{ compose, name: plan.name, runId: plan.runId, helper: plan.helper },
      ...{ patience: settings.wait, folder: path.join(machine.folder, service.key) },
    }
    return besideDependencies(beside, machine, ({ options, notes }) => {
      if (name === 'before') problems.push(...notes)
      return observe({ ...plan, options: [...plan.options, ...options] }, machine)
    })
  }
  let before = await run('before', 'before')
  let after = before && (await run('after', 'after', before))
  if (before && after && endsWithInput(before, after, input)) {
    input = openInput
    before = await run('before', 'before-open')
    after = before && (await run('after', 'after-open', before))
  }
  if (before === undefined || after === undefined) return undefined

  const found = compareSights(before, after, service.migrated)
  const again = found.some(({ counts }) => counts)
    ? await run('before', 'before-again', before)
    : undefined
  if (machine.interrupt.aborted) return undefined
  const noise = again === undefined ? [] : compareSights(before, again, service.migrated)
  const judged = judgeRuns({ before, after, found, noise }, [
    ...problems,
    ...runNotes(compose, given?.missingFiles ?? [], settings.withDependencies),
  ])
  return input === openInput ? { ...judged, notes: [openInputNote, ...judged.notes] } : judged
}

const openInput = ['--interactive']

/** A development server may end where its standard input does, as that of a container without a terminal does at once (react-scripts 3). */
function endsWithInput(before: Sight, after: Sight, input: readonly string[]): boolean {
  const { state, exitCode } = before.seen
  return (
    state === 'exited' && exitCode === 0 && after.seen.state === 'running' && input.length === 0
  )
}

async function planRun(
  { service, settings, before, after }: RunRequest,
  composed: ReadonlyMap<string, string>,
  { folder, logs }: Machine,
  {
    half,
    name,
    expected,
    input,
  }: Pick<RunPlan, 'half' | 'name' | 'expected'> & { readonly input: readonly string[] },
): Promise<RunPlan> {
  const image = half === 'before' ? before : after
  const { platform } = service[half]
  const health = healthOf(image, service.compose)
  const exposed = [...before.ports, ...after.ports].filter((port) => !port.endsWith('/udp'))
  const ports = [
    ...(health?.port === undefined ? [] : [health.port]),
    ...(service.compose?.service.ports ?? []),
    ...exposed.map((port) => Number.parseInt(port, 10)).sort((a, b) => a - b),
    ...(expected?.ports ?? []),
  ]
  // What took the old one a while may take the new one longer.
  const longer = (expected?.seen.seconds ?? 0) * 3 + 10
  const environment = await environmentOptions(composed, path.join(folder, service.key), 'compose')
  return {
    half,
    runId: settings.runId,
    name: `msb-migrate-${settings.runId}-${service.key}-${name}`,
    image: service[half].tag,
    helper: service.before.tag,
    ports: [...new Set(ports)],
    options: [
      ...(platform === undefined ? [] : [`--platform=${platform}`]),
      ...input,
      // Every 30 s is a long time to wait for a first word.
      ...(image.healthcheck.length > 0 ? ['--health-interval=3s'] : []),
      ...environment,
      ...settings.envFiles.map((file) => `--env-file=${file}`),
      ...settings.env.map((each) => `--env=${each}`),
    ],
    paths: settings.paths,
    healthPath: health?.path,
    smoke: settings.smoke,
    smokeTimeout: settings.timeout,
    patience: Math.max(settings.wait, expected === undefined ? 0 : longer),
    settle: Math.max(settleSeconds, expected === undefined ? 0 : longer),
    expected,
    logFile: path.join(logs, service.key, `${name}.run.log`),
  }
}

/** What the image's health check asks, or that of compose. */
function healthOf(
  { healthcheck, env }: InspectedImage,
  compose: Compose | undefined,
): HealthUrl | undefined {
  const { test = [] } = compose?.service.healthcheck ?? {}
  const words = typeof test === 'string' ? [test] : test
  return readHealthUrl(healthcheck, env) ?? readHealthUrl(words, env)
}
