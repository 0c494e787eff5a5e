import type { BuildLog, BuildStep } from './build-log.ts'
import { fullDisk, isDiskFull } from '../engine/engine-problem.ts'
import { pulledImage, readRegistryProblem } from './registry-problem.ts'
import type { EngineProblem } from '../../verification/build-outcome.ts'

/**
 * What of the surroundings made a build fail: a registry, the disk, the builder, what the command line asks for. Undefined where the
 * Dockerfile itself did. `platform` is the one that was asked for. BuildKit says `failed to solve` of all that it was given to do;
 * what is said without comes from buildx, before any instruction was run
 * (https://github.com/moby/buildkit/blob/v0.23.2/client/solve.go).
 */
export function readBuildProblem(
  { steps, rest }: BuildLog,
  { platform }: { readonly platform: string | undefined },
): EngineProblem | undefined {
  const failed = failedStep(steps)
  const said = /^ERROR: ([^]*)/m.exec(rest)?.[1]?.split('\n')[0]?.trim() ?? failed?.error ?? ''
  if (/^process ".*" did not complete|: process ".*" did not complete/.test(said))
    return failed && readProcessProblem(failed, platform)
  const image = failed && pulledImage(failed.name)
  if (image !== undefined) return readRegistryProblem(image, failed?.error ?? said)
  if (isDiskFull(said)) return fullDisk()
  if (/failed to receive status: rpc error|code = Unavailable|error reading from server/.test(said))
    return {
      code: 'no-daemon',
      message: `the Docker daemon, or the builder, went away in the middle of a build (${said})`,
      fatal: true,
    }
  if (failed !== undefined && /^\[internal\] (waiting for connection|booting)/.test(failed.name))
    return { code: 'no-builder', message: `the builder does not answer (${said})`, fatal: true }
  if (said === '' || /failed to solve: /.test(said)) return undefined
  return { code: 'not-accepted', message: `docker buildx does not build: ${said}`, fatal: false }
}

/** The step that ended a build; those that it took with it are cancelled. */
export function failedStep(steps: readonly BuildStep[]): BuildStep | undefined {
  const failed = steps.filter(({ error }) => error !== undefined)
  return failed.find(({ error }) => !/context canceled/.test(error ?? '')) ?? failed[0]
}

/** What a RUN finds is the Dockerfile's own, but for a disk that is full and programs that no machine here can run. */
function readProcessProblem(
  { name, log }: BuildStep,
  platform: string | undefined,
): EngineProblem | undefined {
  // Of the container, not of the engine.
  const words = log.filter((line) => !line.includes('/dev/shm')).join('\n')
  if (isDiskFull(words) && !/--mount=\S*type=tmpfs/.test(name)) return fullDisk()
  if (platform !== undefined && /exec format error/i.test(words))
    return {
      code: 'no-emulation',
      message: `this builder can't run programs of ${platform} (exec format error); install emulation (docker run --privileged --rm tonistiigi/binfmt --install all), or name a builder that has it by --builder`,
      fatal: false,
    }
  return undefined
}
