import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { readBuildFailure } from './build-failure.ts'
import { createBuildLogReader, type BuildLog } from './build-log.ts'
import { readBuildProblem } from './build-problem.ts'
import type { Machine } from '../engine/machine.ts'
import type { BuildPlan, ServicePlan } from './service-plan.ts'
import type { VerifySettings } from '../verify-settings.ts'
import type { BuildFailure, BuildStats, EngineProblem } from '../../verification/build-outcome.ts'

/** How a build went. */
export type BuildResult =
  | { readonly kind: 'built'; readonly stats: BuildStats }
  | { readonly kind: 'failed'; readonly failure: BuildFailure }
  | { readonly kind: 'problem'; readonly problem: EngineProblem }
  | { readonly kind: 'interrupted' }

/** Builds one target of a bake file; its full log goes to `LOGS/KEY/HALF.build.log`. */
export async function buildImage(
  { service, build, bakeFile, settings, isAgain = false }: BuildRequest,
  machine: Machine,
  onStep: (name: string) => void,
): Promise<BuildResult> {
  const started = machine.now()
  const reader = createBuildLogReader(onStep)
  const name = `${build.half}.build${isAgain ? '-again' : ''}.log`
  const file = createWriteStream(path.join(machine.logs, service.key, name))
  // A log that can't be written is no reason to stop.
  file.on('error', () => undefined)
  const ran = await machine.docker(
    [
      ...['buildx', 'bake', '--file', bakeFile, '--progress=rawjson'],
      ...(settings.builder === undefined ? [] : ['--builder', settings.builder]),
      ...(settings.cache || isAgain ? [] : ['--no-cache']),
      build.target,
    ],
    { timeout: settings.timeout, onErrorLine: (line) => file.write(reader.read(line)) },
  )
  file.end()
  const log = reader.finish()
  switch (ran.ended) {
    case 'interrupted':
      return { kind: 'interrupted' }
    case 'timeout':
      return { kind: 'failed', failure: overTime(log, settings.timeout) }
    case 'not-started':
    case 'exit':
      break
  }
  if (ran.ok) return { kind: 'built', stats: statsOf(log, (machine.now() - started) / 1000) }
  const problem = readBuildProblem(log, build)
  return problem === undefined
    ? { kind: 'failed', failure: readBuildFailure(log, build, service.migrated) }
    : { kind: 'problem', problem }
}

export interface BuildRequest {
  readonly service: ServicePlan
  readonly build: BuildPlan
  /** Absolute. */
  readonly bakeFile: string
  readonly settings: VerifySettings
  /** The same once more, to see how long that takes. */
  readonly isAgain?: boolean
}

function overTime({ steps }: BuildLog, seconds: number): BuildFailure {
  // BuildKit ends what it cancels with an error.
  const open =
    steps.find(({ error }) => error !== undefined) ?? steps.findLast(({ isOpen }) => isOpen)
  return {
    message: `it took longer than ${seconds} s${open === undefined ? '' : `, and was at ${open.name}`}; --timeout gives it more`,
    instruction: undefined,
    origin: undefined,
    log: open?.log.slice(-15) ?? [],
  }
}

function statsOf({ steps }: BuildLog, seconds: number): BuildStats {
  // '[3/7] RUN x', '[builder 3/7] RUN x'; '[internal] load build context' is no instruction.
  const own = steps.filter(({ name }) => /^\[([^\]]* )?\d+\/\d+\]/.test(name))
  return { seconds, steps: own.length, cached: own.filter(({ isCached }) => isCached).length }
}
