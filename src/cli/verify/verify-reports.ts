import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { openProject } from '../../project/open-project.ts'
import { createProjectCache } from '../../project/project-cache.ts'
import type { FileReport } from '../../report/file-report.ts'
import { hideSecrets } from '../../report/hide-secrets.ts'
import { shownText } from '../../report/paint.ts'
import { isSecret } from '../../report/shorten-secrets.ts'
import { givenToBuild } from '../../verify/compose/given-to-build.ts'
import { readCompose } from '../../verify/compose/read-compose.ts'
import { EngineError } from '../../verify/engine/engine-problem.ts'
import { type Engine, findEngine } from '../../verify/engine/find-engine.ts'
import type { Machine } from '../../verify/engine/machine.ts'
import { mapInOrder } from '../../verify/map-in-order.ts'
import { planService, serviceKey, type ServicePlan } from '../../verify/build/service-plan.ts'
import type { VerifySettings } from '../../verify/verify-settings.ts'
import { endedEarly, keptFrom, type Verification } from '../../verification/verification.ts'
import { verifyService } from '../../verify/verify-service.ts'
import { removeWorkFolder } from '../../verify/build/work-folder.ts'
import { messageOf } from '../migrate/file-list.ts'
import type { Run } from '../migrate/migrate-run.ts'
import { createMachine, makeFolder } from './verify-machine.ts'
import { createVerifyProgress } from './verify-progress.ts'
import type { EngineProblem } from '../../verification/build-outcome.ts'

/** Services that are built at once, where `--jobs` does not say. */
const standardJobs = 2

/**
 * The same reports, each migrated one with its verification. Docker is asked for when the first file needs it; where there is none, or
 * it goes away, that is said once, and what is left is skipped for that reason.
 */
export async function* verifyReports(
  run: Run,
  settings: VerifySettings,
  reports: AsyncIterable<FileReport>,
): AsyncGenerator<FileReport> {
  const { around, options } = run
  const machine = createMachine(around, settings.runId)
  const progress = createVerifyProgress(options, around)
  const plan = createPlanner(run, settings, machine)
  let engine: Promise<Engine | undefined> | undefined
  let lost: EngineProblem | undefined
  const lose = (problem: EngineProblem): void => {
    if (lost !== undefined || around.interrupt.aborted) return
    lost = problem
    progress.clear()
    around.stderr.write(`msb-migrate: ${shownText(problem.message)}\n`)
  }

  const verify = async (report: FileReport): Promise<FileReport> => {
    if (around.interrupt.aborted) return report
    const service = await plan(report)
    if (service === undefined) return report
    // Asked once, for all.
    engine ??= prepare(machine, settings).catch((error: unknown) => {
      if (!(error instanceof EngineError)) throw error
      lose(error.problem)
      return undefined
    })
    const found = await engine
    if (lost !== undefined) return { ...report, verification: keptFrom(lost) }
    if (found === undefined) return report
    progress.begin(service.key, report.path)
    const verification = await verifyOne(
      service,
      { ...settings, run: settings.run && found.isLocal },
      machine,
      progress.step,
    )
    progress.end(service.key, verification)
    if (verification.problem?.fatal === true) lose(verification.problem)
    return hideSecrets(
      { ...report, verification },
      service.migrated.before,
      secretsGiven(service, settings),
    )
  }

  try {
    yield* mapInOrder(reports, options.jobs ?? standardJobs, verify)
  } finally {
    progress.clear()
    await removeWorkFolder(machine.folder)
    if (around.interrupt.aborted) await removeWorkFolder(machine.logs)
    else if (existsSync(machine.logs) && !options.quiet)
      around.stderr.write(`Full logs: ${machine.logs}\n`)
  }
}

/** Throws EngineError. */
async function prepare(machine: Machine, { builder }: VerifySettings): Promise<Engine> {
  const engine = await findEngine(machine.docker, machine.env, builder)
  for (const folder of [machine.folder, machine.logs]) makeFolder(folder)
  return engine
}

/** What to build for each report; undefined where nothing is to be built. */
export function createPlanner(
  { around: { cwd } }: Run,
  settings: VerifySettings,
  machine: Machine,
): (report: FileReport) => Promise<ServicePlan | undefined> {
  const cache = createProjectCache()
  const keys = new Set<string>()
  return async ({ path, context, result }) => {
    if (result.outcome !== 'migrated' || context === undefined) return undefined
    const key = serviceKey(path, keys)
    keys.add(key)
    const root = resolve(cwd, context)
    const project = openProject({ root, dockerfilePath: resolve(cwd, path), cache })
    const usage = project.usages().find(({ kind }) => kind === 'compose')
    const compose = await readCompose(usage, root, machine)
    const given = compose && givenToBuild(compose, machine.env)
    return planService({ key, path, migrated: result, project, compose, given }, settings)
  }
}

/** What is given to builds and containers and may come back in their logs. */
function secretsGiven(
  { before, compose }: ServicePlan,
  { env }: VerifySettings,
): readonly string[] {
  const words = env.map((each): [string, string] => {
    const [name = '', ...value] = each.split('=')
    return [name, value.join('=')]
  })
  const all = [...Object.entries(before.args), ...(compose?.service.environment ?? []), ...words]
  return all.flatMap(([name, value]) =>
    typeof value === 'string' && isSecret(name, value) ? [value] : [],
  )
}

/** A defect costs one file, not the batch. */
async function verifyOne(
  service: ServicePlan,
  settings: VerifySettings,
  machine: Machine,
  onStep: (key: string, phase: string, step: string) => void,
): Promise<Verification> {
  try {
    return await verifyService(service, settings, machine, (phase, step) =>
      onStep(service.key, phase, step),
    )
  } catch (error) {
    if (messageOf(error) === 'ENOSPC') {
      const message = `the disk of ${machine.folder} is full`
      return keptFrom({ code: 'no-space', message, fatal: false })
    }
    return endedEarly('skipped', `Not verified: msb-migrate itself failed (${messageOf(error)}).`)
  }
}
