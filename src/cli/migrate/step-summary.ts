import { appendFileSync } from 'node:fs'
import type { FileReport } from '../../report/file-report.ts'
import { shownLine } from '../../report/paint.ts'
import type { Tally } from '../../report/summary.ts'
import { messageOf } from './file-list.ts'
import type { PayloadForm } from './render-report.ts'
import type { Surroundings } from './surroundings.ts'

/** GitHub takes no longer one, in bytes: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary */
const limit = 1024 * 1024

/** What a step of a GitHub workflow says on the page of its run. */
export interface StepSummary {
  readonly add: (report: FileReport) => void
  readonly end: (tally: Tally) => void
}

const silent: StepSummary = { add: () => undefined, end: () => undefined }

/** With `--format github` the Markdown report is appended to the file that GITHUB_STEP_SUMMARY names. */
export async function openStepSummary(
  form: PayloadForm,
  { env, stderr }: Surroundings,
): Promise<StepSummary> {
  const file = env['GITHUB_STEP_SUMMARY'] ?? ''
  if (form !== 'github' || file === '') return silent
  const { markdownRendering } = await import('../../report/markdown/markdown-rendering.ts')
  const rendering = markdownRendering(limit)
  return {
    add: (report) => {
      rendering.file(report, 0)
    },
    end: (tally) => {
      try {
        appendFileSync(file, rendering.tail(tally))
      } catch (error) {
        // The annotations are what was asked for; a summary is more than that.
        const why = shownLine(`${file} (${messageOf(error)})`)
        stderr.write(`warning: the step summary can't be written to ${why}\n`)
      }
    },
  }
}
