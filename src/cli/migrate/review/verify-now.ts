import type { FileReport } from '../../../report/file-report.ts'
import { readVerifyChoice } from '../../verify/verify-arguments.ts'
import { newSettings } from '../../verify/verify-machine.ts'
import { verifyReports } from '../../verify/verify-reports.ts'
import type { Run } from '../migrate-run.ts'

/** Verifies one migration as the command `verify` does it without options; the report with what was found. */
export async function verifyNow(run: Run, report: FileReport): Promise<FileReport> {
  const choice = readVerifyChoice(true, {
    flag: () => false,
    flagOrNot: () => undefined,
    text: () => undefined,
    each: () => [],
    list: () => [],
  })
  if (choice === undefined) return report
  const settings = await newSettings(choice, run.options.config)
  const only = (async function* () {
    yield await Promise.resolve(report)
  })()
  for await (const verified of verifyReports(run, settings, only)) return verified
  return report
}
