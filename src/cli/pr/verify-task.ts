import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { VerifyTask } from '../../publish/campaign/settings.ts'
import { checkOut } from '../../publish/sources/check-out.ts'
import type { Git } from '../../publish/sources/git-process.ts'
import type { FileReport } from '../../report/file-report.ts'
import type { MigrateAll } from '../migrate/core/migrate-all.ts'
import type { CliOptions } from '../cli-options.ts'
import type { Surroundings } from '../migrate/surroundings.ts'
import { newSettings } from '../verify/verify-machine.ts'
import { verifyReports } from '../verify/verify-reports.ts'

/** Builds and runs what pull requests change, in checkouts of its own. */
export interface Verifier {
  readonly run: (task: VerifyTask, git: Git) => Promise<readonly FileReport[]>
  /** Removes the checkouts. */
  readonly close: () => Promise<void>
}

/** Undefined where `--verify` was not given. */
export function createVerifyTask(
  options: CliOptions,
  around: Surroundings,
  migrateAll: MigrateAll,
): Verifier | undefined {
  const choice = options.verify
  if (choice === undefined) return undefined
  const checkouts = new Map<string, Promise<string>>()
  // One at a time: a build fills the machine by itself.
  let last: Promise<unknown> = Promise.resolve()

  const verify = async (task: VerifyTask, git: Git): Promise<readonly FileReport[]> => {
    const id = `${task.repository.cloneUrl} ${task.base}`
    const made = checkouts.get(id) ?? checkOutCommit(task, git)
    checkouts.set(id, made)
    const cwd = await made
    const settings = await newSettings(choice, options.config)
    const jobs = task.dockerfiles.map((path) => ({ path }))
    const run = { options, around: { ...around, cwd }, jobs, migrateAll, started: around.now() }
    const found: FileReport[] = []
    const reports = migrateAll({ ...options, cwd, context: undefined }, jobs, 1)
    for await (const report of verifyReports(run, settings, reports)) found.push(report)
    return found
  }

  return {
    run: (task, git) => {
      const next = last.then(() => verify(task, git))
      last = next.catch(() => undefined)
      return next
    },
    close: async () => {
      for (const made of checkouts.values()) {
        const folder = await made.catch(() => undefined)
        if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

async function checkOutCommit({ repository, base }: VerifyTask, git: Git): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'msb-migrate-checkout-'))
  await checkOut(git, folder, repository.cloneUrl, base)
  return folder
}
