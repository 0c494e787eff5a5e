import type { Readable, Writable } from 'node:stream'
import type { FileReport } from '../../report/file-report.ts'
import type { Look } from '../../report/paint.ts'
import type { Effect } from '../state/moves.ts'
import type { FileState, ReviewState } from '../state/review-state.ts'

/** Where questions are asked. */
export interface Terminal {
  readonly input: Readable
  readonly output: Writable & {
    readonly columns?: number | undefined
    readonly rows?: number | undefined
  }
  /** Takes the question back; it counts as not answered. */
  readonly signal: AbortSignal
}

/** An effect that needs the terminal for itself. */
export type ProgramEffect = Exclude<Effect, { kind: 'migrate' }>

/** What a review can have done. */
export interface Hands {
  /** Migrates a file again, with what is wanted of it. */
  readonly migrate: (file: FileState) => Promise<FileReport>
  /** Starts an editor, a pager, a verification; gives the state that comes of it. */
  readonly perform: (state: ReviewState, effect: ProgramEffect) => Promise<ReviewState>
}

/** A way to hold a review; gives the state in which it ended. */
export type HoldReview = (
  state: ReviewState,
  terminal: Terminal,
  look: Look,
  hands: Hands,
) => Promise<ReviewState>

/** Every answer taken back: Ctrl-C, the end of the input. */
export function abandoned(state: ReviewState): ReviewState {
  return { ...state, hasQuit: true, ended: 'nothing' }
}
