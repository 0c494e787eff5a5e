import type { Key } from './key.ts'
import { nextOpen, remember, takeBack, toFile, waiting } from './moves.ts'
import {
  type Decision,
  type FileState,
  isBusy,
  isWritable,
  type ReviewState,
} from './review-state.ts'

/** Answers for the file that is looked at, and goes on to the next one without an answer. */
export function decide(state: ReviewState, decision: Exclude<Decision, 'open'>): ReviewState {
  const file = state.files[state.at]
  if (file === undefined) return state
  const problem = decision === 'write' ? whyNot(file) : undefined
  if (problem !== undefined) return { ...state, message: problem }
  const files = state.files.map((each) => (each === file ? { ...file, decision } : each))
  return goOn({ ...remember(state), files })
}

function whyNot(file: FileState): string | undefined {
  if (isBusy(file)) return waiting
  if (isWritable(file)) return undefined
  if (file.report.faults !== undefined)
    return 'The edited text does not hold: e edits it again, u takes it back.'
  return (file.report.questions ?? []).length > 0
    ? 'There is nothing to write yet: space answers the question, n leaves the file.'
    : 'There is nothing to write: u takes the last switch back, n leaves the file.'
}

/** `a` and `d` answer for this file and those that follow, `A` for all; what has an answer keeps it. */
export function decideMany(state: ReviewState, key: 'a' | 'd' | 'A'): ReviewState {
  if (key !== 'd' && state.files.some(isBusy)) return { ...state, message: waiting }
  const files = state.files.map((file, i): FileState => {
    if (file.decision !== 'open' || (key !== 'A' && i < state.at)) return file
    return { ...file, decision: key !== 'd' && isWritable(file) ? 'write' : 'leave' }
  })
  return goOn({ ...remember(state), files })
}

function goOn(state: ReviewState): ReviewState {
  const next = nextOpen(state, 1)
  if (next !== undefined) return toFile(state, next)
  // One file has been looked at, or nothing is to be written: there is nothing to sum up.
  const chosen = state.files.filter(({ decision }) => decision === 'write')
  const isClear = chosen.length === 0 || (state.files.length === 1 && !hasFacts(state))
  return isClear ? { ...state, ended: 'write' } : { ...state, mode: { kind: 'close' } }
}

/** `q`: what was accepted is shown once more; without any, that is the end. */
export function leaveFile(state: ReviewState): ReviewState {
  const hasAny = state.files.some(({ decision }) => decision === 'write')
  return hasAny
    ? { ...state, mode: { kind: 'close' }, hasQuit: true }
    : { ...state, hasQuit: true, ended: 'write' }
}

/** The keys of the last screen. */
export function closeReview(state: ReviewState, key: Key): ReviewState {
  switch (key) {
    case 'y':
      return { ...state, ended: 'write' }
    case 'n':
    case 'q':
      return { ...state, ended: 'nothing' }
    case 'c':
      return hasFacts(state) ? { ...state, savesFacts: !state.savesFacts } : state
    case 'u':
      return takeBack(state)
    case 'k':
      return toFile({ ...state, hasQuit: false }, state.at)
    default:
      return state
  }
}

/** Were facts stated of files that are to be written? */
export function hasFacts({ files }: ReviewState): boolean {
  return files.some(
    ({ decision, wanted }) => decision === 'write' && Object.keys(wanted.answers).length > 0,
  )
}
