import { ForgeError } from '../../publish/forge-error.ts'
import { readState } from '../../publish/campaign/state.ts'
import { type SurveyRow, surveyRepository } from '../../publish/campaign/survey.ts'
import { campaignCsv } from '../../publish/report/csv.ts'
import { campaignHtml } from '../../publish/report/html.ts'
import { campaignJson } from '../../publish/report/json.ts'
import { campaignTable } from '../../publish/report/table.ts'
import { shownText } from '../../report/paint.ts'
import { atOnce } from '../../publish/at-once.ts'
import { openPayload } from '../payload.ts'
import type { PrProgress } from './pr-progress.ts'
import type { PrRun } from './pr-run.ts'

/** Repositories that are asked for at once. */
const standardJobs = 4

/** `pr status` and `pr report`: how each pull request stands. Gives the exit code. */
export async function reportPulls(run: PrRun, progress: PrProgress): Promise<number> {
  const { options, pr, around, scope, stateFile } = run
  const known = readState(stateFile)?.records
  const payload = openPayload(options.output, around, [])
  const rows: SurveyRow[] = []
  const failures: string[] = []
  for (const { connection, targets } of scope.parts) {
    const { forge } = connection
    const all = await targets()
    progress.begin(all.length)
    const survey = async (target: (typeof all)[number]): Promise<void> => {
      if (around.interrupt.aborted) return
      try {
        const repository = 'cloneUrl' in target ? target : await forge.repository(target.path)
        if (repository === undefined)
          throw new ForgeError('not-found', 'There is no such repository.')
        const record = known?.get(`${forge.host}/${repository.path}`)
        rows.push(...(await surveyRepository(forge, repository, pr, record)))
      } catch (error) {
        if (!(error instanceof ForgeError) || error.problem === 'unauthorized') throw error
        failures.push(`${forge.host}/${target.path}: ${error.message}`)
      }
      progress.step()
    }
    await atOnce(all, options.jobs ?? standardJobs, survey)
  }
  progress.clear()
  if (around.interrupt.aborted) return 130
  rows.sort((a, b) => compare(a.repository, b.repository) || compare(a.service.key, b.service.key))
  await payload.write(render(run, rows))
  payload.end()
  for (const failure of failures) around.stderr.write(`msb-migrate: ${shownText(failure)}\n`)
  return failures.length > 0 ? 3 : 0
}

function render({ pr, options, around }: PrRun, rows: readonly SurveyRow[]): string {
  if (pr.action === 'status')
    return options.format === 'json'
      ? campaignJson(rows)
      : campaignTable(rows, around.stdout.columns)
  switch (options.format) {
    case 'csv':
      return campaignCsv(rows)
    case 'json':
      return campaignJson(rows)
    default:
      return campaignHtml(rows)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
