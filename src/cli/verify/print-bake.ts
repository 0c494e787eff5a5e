import { EngineError } from '../../verify/engine/engine-problem.ts'
import { printBakeFile } from '../../verify/build/print-bake-file.ts'
import type { ServicePlan } from '../../verify/build/service-plan.ts'
import { removeWorkFolder, writeWorkFolder } from '../../verify/build/work-folder.ts'
import type { VerifySettings } from '../../verify/verify-settings.ts'
import type { Run } from '../migrate/migrate-run.ts'
import { openPayload } from '../payload.ts'
import { UsageError } from '../usage-error.ts'
import { createMachine, makeFolder } from './verify-machine.ts'
import { createPlanner } from './verify-reports.ts'

/** Prints the bake file of a run; its Dockerfiles stay in the folder that is named. Gives the exit code. Throws UsageError. */
export async function printBake(run: Run, settings: VerifySettings): Promise<number> {
  const { around, options, jobs } = run
  const machine = createMachine(around, settings.runId)
  const plan = createPlanner(run, settings, machine)
  const services: ServicePlan[] = []
  // Of use only with the file that names it.
  let isPrinted = false
  try {
    for await (const report of run.migrateAll({ ...options, cwd: around.cwd }, jobs, 1)) {
      const service = await plan(report)
      if (service === undefined) continue
      if (services.length === 0) makeFolder(machine.folder)
      await writeWorkFolder(service, machine.folder)
      services.push(service)
    }
    if (around.interrupt.aborted) return 130
    const text = printBakeFile(services, machine.folder, settings.runId)
    const payload = openPayload(options.output, around, jobs)
    await payload.write(text)
    payload.end()
    isPrinted = !payload.isClosed()
  } catch (error) {
    if (error instanceof EngineError) throw new UsageError(error.message)
    throw error
  } finally {
    if (!isPrinted) await removeWorkFolder(machine.folder)
  }
  if (!options.quiet && isPrinted && services.length > 0)
    around.stderr.write(
      `The Dockerfiles that it names are in ${machine.folder}; remove it when done.\n` +
        `To build: docker buildx bake --allow=fs.read=${machine.folder} -f ${options.output ?? 'FILE'}\n`,
    )
  return 0
}
