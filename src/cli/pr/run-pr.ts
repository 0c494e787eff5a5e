import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ForgeError } from '../../publish/forge-error.ts'
import { readState, StateError } from '../../publish/campaign/state.ts'
import { shownText } from '../../report/paint.ts'
import type { CliOptions, PrChoice } from '../cli-options.ts'
import { openPayload } from '../payload.ts'
import type { MigrateAll } from '../migrate/core/migrate-all.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { withNamedConfig } from '../named-config.ts'
import { UsageError } from '../usage-error.ts'
import { findLocalRepository } from './local-repository.ts'
import { isFleetChoice } from './pr-arguments.ts'
import { openScope, type Scope } from './parts.ts'
import type { PrRun } from './pr-run.ts'
import { createPrProgress } from './pr-progress.ts'
import { asksForState, withWords } from './remembered.ts'

/** The state file of a fleet, in the working directory. */
export const fleetState = '.msb-migrate-campaign.jsonl'

/** Does what `pr` says; gives the exit code. Throws UsageError. */
export async function runPr(
  given: CliOptions,
  choice: PrChoice,
  around: Surroundings,
  migrateAll: MigrateAll,
): Promise<number> {
  try {
    if (choice.emit !== undefined) {
      const { emitCampaign } = await import('./emit-campaign.ts')
      const text = emitCampaign(given, choice, around.cwd)
      const payload = openPayload(given.output, around, [])
      await payload.write(text)
      payload.end()
      return 0
    }
    const { options, pr } = await recall(given, choice, around)
    const progress = createPrProgress(options, around)
    const scope = await openScope(options, pr, around, {
      onWait: progress.wait,
      onHint: progress.hint,
    })
    const stateFile = resolve(around.cwd, pr.state ?? stateOf(scope))
    const run: PrRun = { options, pr, around, migrateAll, scope, stateFile }
    try {
      for (const failure of scope.failures)
        around.stderr.write(`msb-migrate: ${shownText(failure)}\n`)
      const code = await act(run, progress)
      return code === 0 && scope.failures.length > 0 ? 3 : code
    } finally {
      progress.clear()
      for (const part of scope.parts) part.close()
    }
  } catch (error) {
    if (around.interrupt.aborted) return 130
    if (error instanceof ForgeError || error instanceof StateError)
      throw new UsageError(error.message)
    throw error
  }
}

async function act(run: PrRun, progress: ReturnType<typeof createPrProgress>): Promise<number> {
  switch (run.pr.action) {
    case 'run':
    case 'sync':
      return (await import('./run-pulls.ts')).runPulls(run, progress)
    case 'status':
    case 'report':
      return (await import('./report-pulls.ts')).reportPulls(run, progress)
    case 'close':
      return (await import('./close-pulls.ts')).closePulls(run, progress)
  }
}

/** The options of the campaign that the state file knows, where the command line leaves them to it. */
async function recall(
  options: CliOptions,
  pr: PrChoice,
  around: Surroundings,
): Promise<{ readonly options: CliOptions; readonly pr: PrChoice }> {
  if (!asksForState(pr)) return { options, pr }
  const file = resolve(around.cwd, pr.state ?? (await localState(pr, around)) ?? fleetState)
  const found = existsSync(file) ? withWords(options, pr, readState(file)?.words) : undefined
  if (found !== undefined) {
    const isNeeded = pr.action === 'run' || pr.action === 'sync'
    return isNeeded
      ? { ...found, options: await withNamedConfig(found.options, around.cwd) }
      : found
  }
  if (pr.resume && pr.state === undefined && !isFleetChoice(pr)) return { options, pr }
  if (pr.resume || pr.state !== undefined)
    throw new UsageError(`there is no campaign in ${pr.state ?? fleetState} to go on with`)
  return Promise.resolve({ options, pr })
}

/** The state of the repository around the working directory, where no fleet's stands there. */
async function localState(pr: PrChoice, around: Surroundings): Promise<string | undefined> {
  if (existsSync(resolve(around.cwd, fleetState))) return undefined
  try {
    const local = await findLocalRepository(pr.remote, around)
    return stateOf({ local })
  } catch (error) {
    if (error instanceof UsageError) return undefined
    throw error
  }
}

function stateOf({ local }: Pick<Scope, 'local'>): string {
  return local === undefined ? fleetState : join(local.gitFolder, 'msb-migrate', 'campaign.jsonl')
}
