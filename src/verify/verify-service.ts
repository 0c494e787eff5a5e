import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bakeFile } from './bake-file.ts'
import { buildImage, type BuildResult, type BuildStats } from './build-image.ts'
import { EngineError } from './engine-problem.ts'
import type { Machine } from './machine.ts'
import type { BuildPlan, ServicePlan } from './service-plan.ts'
import type { VerifySettings } from './settings.ts'
import { endedEarly, type Verification } from './verification.ts'
import { writeWorkFolder } from './work-folder.ts'

/** Hears what a service is at: 'build before', '[builder 3/7] RUN npm ci'. */
export type OnStep = (phase: Phase, step: string) => void
export type Phase = 'build before' | 'build after' | 'look' | 'run before' | 'run after'

/**
 * Builds a service's images, compares them, and takes everything away again. Throws EngineError where no other service could be
 * verified either.
 */
export async function verifyService(
  service: ServicePlan,
  settings: VerifySettings,
  machine: Machine,
  onStep: OnStep = () => undefined,
): Promise<Verification> {
  await writeWorkFolder(service, machine.folder)
  await mkdir(path.join(machine.logs, service.key), { recursive: true })
  const file = path.join(machine.folder, service.key, 'bake.json')
  await writeFile(file, bakeFile([service], machine.folder, settings.runId))
  const build = (plan: BuildPlan): Promise<BuildResult> =>
    buildImage({ service, build: plan, bakeFile: file, settings }, machine, (step) =>
      onStep(`build ${plan.half}`, step),
    )
  try {
    const before = await build(service.before)
    if (before.kind !== 'built') return notBuilt(before, 'before', {})
    const after = await build(service.after)
    if (after.kind !== 'built') return notBuilt(after, 'after', { before: before.stats })
    return {
      ...endedEarly('same', 'Both build; they were not run.'),
      builds: { before: before.stats, after: after.stats },
    }
  } finally {
    if (!settings.keepImages) {
      const tags = [service.before.tag, service.after.tag]
      await machine.docker(['image', 'rm', '--force', ...tags], { interruptible: false })
    }
  }
}

/** What a build that did not end with an image means. */
function notBuilt(
  result: Exclude<BuildResult, { kind: 'built' }>,
  half: BuildPlan['half'],
  builds: { readonly before?: BuildStats },
): Verification {
  switch (result.kind) {
    case 'interrupted':
      return endedEarly('skipped', 'Interrupted.')
    case 'problem': {
      const { problem } = result
      if (problem.fatal) throw new EngineError(problem)
      return endedEarly('skipped', `Not verified: ${problem.message}.`, { problem, builds })
    }
    case 'failed': {
      const { failure } = result
      return half === 'before'
        ? endedEarly(
            'baseline-broken',
            `The Dockerfile as it is does not build: ${failure.message}`,
            {
              failure,
            },
          )
        : endedEarly('build-broken', `The new Dockerfile does not build: ${failure.message}`, {
            failure,
            builds,
          })
    }
  }
}
