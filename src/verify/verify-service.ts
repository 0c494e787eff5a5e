import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { printBakeFile } from './build/print-bake-file.ts'
import { buildImage, type BuildResult } from './build/build-image.ts'
import { compareImages } from './image/compare-images.ts'
import type { LookedAt } from './image/image-facts.ts'
import { asker } from './image/image-view.ts'
import { lookAtImage } from './image/look-at-image.ts'
import type { Machine } from './engine/machine.ts'
import { removeReplaced } from './build/remove-leftovers.ts'
import { composeNotes } from './judge/run-notes.ts'
import { runImages } from './run/run-images.ts'
import type { BuildPlan, ServicePlan } from './build/service-plan.ts'
import type { VerifySettings } from './verify-settings.ts'
import { conclude } from './judge/verdict.ts'
import { endedEarly, keptFrom, type Verification } from '../verification/verification.ts'
import { writeWorkFolder } from './build/work-folder.ts'
import type { BuildStats } from '../verification/build-outcome.ts'

/** Hears what a service is at: 'build before', '[builder 3/7] RUN npm ci'. */
export type OnStep = (phase: Phase, step: string) => void
export type Phase =
  'build before' | 'build after' | 'build again' | 'look' | 'run before' | 'run after'

/**
 * Builds a service's images, compares them, and takes everything away again. Throws where its files can't be written (a full disk).
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
  await writeFile(file, printBakeFile([service], machine.folder, settings.runId))
  const build = (plan: BuildPlan, isAgain = false): Promise<BuildResult> =>
    buildImage({ service, build: plan, bakeFile: file, settings, isAgain }, machine, (step) =>
      onStep(isAgain ? 'build again' : `build ${plan.half}`, step),
    )
  const withAgain = async (plan: BuildPlan, stats: BuildStats): Promise<BuildStats> => {
    // A builder elsewhere would send the image a second time.
    const again = settings.builder === undefined ? await build(plan, true) : undefined
    return again?.kind === 'built' ? { ...stats, again: again.stats.seconds } : stats
  }
  try {
    const before = await build(service.before)
    if (before.kind !== 'built') return notBuilt(before, 'before', {})
    const after = await build(service.after)
    if (after.kind !== 'built') return notBuilt(after, 'after', { before: before.stats })
    const builds = {
      before: await withAgain(service.before, before.stats),
      after: await withAgain(service.after, after.stats),
    }
    onStep('look', 'what both images hold')
    const looked = await lookAtBoth(service, settings, machine)
    if (machine.interrupt.aborted) return interrupted
    if (looked === undefined)
      return endedEarly('skipped', 'Docker did not give the files of both images.', { builds })
    const compared = await compareImages(
      looked.before,
      looked.after,
      service.migrated,
      settings.inspections,
      settings.run ? ({ config }) => asker(machine.docker, config.id, settings.runId) : undefined,
    )
    const runs = settings.run
      ? await runImages(
          { service, settings, before: looked.before.config, after: looked.after.config },
          machine,
          (half) => onStep(`run ${half}`, ''),
        )
      : undefined
    // They are run, unless an interrupt came in between.
    if (settings.run && runs === undefined) return interrupted
    const notes = [...composeNotes(service.compose), ...compared.notes]
    return conclude(builds, { ...compared, notes }, runs)
  } finally {
    if (!settings.keepImages) {
      const tags = [service.before.tag, service.after.tag]
      await machine.docker(['image', 'rm', '--force', ...tags], { interruptible: false })
    }
    if (!settings.cache) await removeReplaced(machine.docker, settings.runId)
  }
}

/** Undefined where docker did not give the images' files. */
async function lookAtBoth(
  service: ServicePlan,
  { runId, inspections }: VerifySettings,
  machine: Machine,
): Promise<LookedAtBoth | undefined> {
  const isRead = (path: string): boolean => inspections.some(({ reads }) => reads?.(path) === true)
  const [before, after] = await Promise.all([
    lookAtImage(service.before.tag, runId, isRead, machine),
    lookAtImage(service.after.tag, runId, isRead, machine),
  ])
  return before && after && { before, after }
}

interface LookedAtBoth {
  readonly before: LookedAt
  readonly after: LookedAt
}

const interrupted = endedEarly('skipped', 'Interrupted.')

/** What a build that did not end with an image means. */
function notBuilt(
  result: Exclude<BuildResult, { kind: 'built' }>,
  half: BuildPlan['half'],
  builds: { readonly before?: BuildStats },
): Verification {
  switch (result.kind) {
    case 'interrupted':
      return interrupted
    case 'problem': {
      return { ...keptFrom(result.problem), builds }
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
