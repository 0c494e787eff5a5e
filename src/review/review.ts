import type { FileReport } from '../report/file-report.ts'
import type { Look } from '../report/paint.ts'
import { type FileState, type ReviewState, startReview } from './state/review-state.ts'
import { holdOnScreen } from './terminal/hold-on-screen.ts'
import { holdPlainly } from './terminal/hold-plainly.ts'
import type { Hands, Terminal } from './terminal/terminal.ts'

export interface ReviewResult {
  /** The reports to write, in order. */
  readonly accepted: readonly FileReport[]
  /** Did the user answer for every file? */
  readonly isComplete: boolean
  /** Where the review ended. */
  readonly state: ReviewState
}

/** Where and how a review happens. */
export interface Screen {
  readonly terminal: Terminal
  readonly look: Look
  /** Line by line, in words: for screen readers, and for terminals that can't do more. */
  readonly isPlain: boolean
  readonly hands: Hands
}

/** Shows each file, and takes the answers. Writes nothing itself; Ctrl-C and the end of input take back every answer. */
export async function review(
  files: readonly FileState[],
  { terminal, look, isPlain, hands }: Screen,
  message = '',
): Promise<ReviewResult> {
  const hold = isPlain ? holdPlainly : holdOnScreen
  const state = await hold(startReview(files, message), terminal, look, hands)
  const accepted =
    state.ended === 'write'
      ? state.files.flatMap(({ decision, report }) => (decision === 'write' ? [report] : []))
      : []
  return { accepted, isComplete: state.ended === 'write' && !state.hasQuit, state }
}
