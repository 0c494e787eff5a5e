import type { FileReport } from './file-report.ts'
import type { Tally } from './summary.ts'

/** How the payload is printed: a head, each report with the number of those before it, a tail. */
export interface Rendering {
  readonly head: string
  readonly file: (report: FileReport, index: number) => string | Uint8Array
  readonly tail: (tally: Tally) => string
  /** True where the reader would not learn from the payload which files were refused or failed, and why. */
  readonly isSilentOnRefusals: boolean
}
