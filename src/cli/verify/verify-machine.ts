import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { randomBytes } from 'node:crypto'
import { createDocker } from '../../verify/engine/docker.ts'
import { EngineError } from '../../verify/engine/engine-problem.ts'
import type { Machine } from '../../verify/engine/machine.ts'
import { type ConfigChoice, ownTransforms } from '../migrate/core/load-config.ts'
import { messageOf } from '../migrate/file-list.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import type { VerifyChoice } from '../cli-options.ts'
import type { VerifySettings } from '../../verify/verify-settings.ts'

/** The settings of a run of its own: with a name that no other has, and what the ecosystems know of images. */
export async function newSettings(
  choice: VerifyChoice,
  config: ConfigChoice,
): Promise<VerifySettings> {
  // Loaded where images are verified alone: they know languages.
  const { withOwn } = await import('../migrate/core/own-transforms.ts')
  const own = await ownTransforms(config)
  const inspections = withOwn(own).flatMap(({ inspection }) => inspection ?? [])
  return { ...choice, runId: randomBytes(4).toString('hex'), inspections }
}

/** The names of runs' own folders among the temporary ones. */
export const workFolderName = /^msb-migrate-[0-9a-f]{8}$/

/** This machine, for the run of that id. Nothing is made yet. */
export function createMachine({ env, now, interrupt }: Surroundings, runId: string): Machine {
  return {
    docker: createDocker(env, interrupt),
    env,
    now,
    sleep: async (milliseconds) => {
      await setTimeout(milliseconds, undefined, { signal: interrupt }).catch(() => undefined)
    },
    interrupt,
    folder: join(tmpdir(), `msb-migrate-${runId}`),
    logs: join(tmpdir(), `msb-migrate-logs-${runId}`),
  }
}

/** Makes a folder of the run, for its user alone. Throws EngineError. */
export function makeFolder(folder: string): void {
  try {
    // Not where one stands already: that would be somebody else's.
    mkdirSync(folder, { mode: 0o700 })
  } catch (error) {
    const message = `there can be no temporary folder ${folder} (${messageOf(error)})`
    throw new EngineError({ code: 'no-folder', message, fatal: true })
  }
}
