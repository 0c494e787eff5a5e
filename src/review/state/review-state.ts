import type { Change } from '../../plan/change.ts'
import type { Question } from '../../open-questions.ts'
import type { Adjustment, FactName } from '../../report/adjustment.ts'
import { noAdjustment } from '../../report/adjustment.ts'
import type { FileReport } from '../../report/file-report.ts'

/** What was answered for a file; 'open' where nothing was yet. */
export type Decision = 'open' | 'write' | 'leave'

/** A file in a review. */
export interface FileState {
  /** As it is with what was wanted last, or, while that is worked on, before. */
  readonly report: FileReport
  /** Every change that was seen, those that are switched off included. */
  readonly changes: readonly Change[]
  readonly decision: Decision
  /** What is wanted of it; where the report has something else, it is worked on. */
  readonly wanted: Adjustment
}

/** How diffs are shown. */
export type DiffView = 'unified' | 'side' | 'word'

/** What the keys are for. */
export type Mode =
  | { readonly kind: 'look' }
  | { readonly kind: 'help' }
  /** A file is looked for by a part of its path. */
  | { readonly kind: 'find'; readonly text: string }
  /** A fact is typed. */
  | { readonly kind: 'answer'; readonly fact: FactName; readonly text: string }
  /** Every file has an answer, or the user has had enough: what will be written is shown. */
  | { readonly kind: 'close' }

/** Where a review stands. Plain data; what a key makes of it is in step.ts. */
export interface ReviewState {
  readonly files: readonly FileState[]
  /** The file that is looked at. */
  readonly at: number
  /** The change or question that is looked at. */
  readonly row: number
  readonly view: DiffView
  /** Lines of the diff above the screen; undefined: the change that is looked at is in sight. */
  readonly scroll: number | undefined
  readonly mode: Mode
  /** A number that is being typed. */
  readonly digits: string
  /** One sentence about the last key. */
  readonly message: string
  /** Answers and switches, the last one behind. */
  readonly past: readonly Past[]
  /** Left before its end: what has no answer stays as it is. */
  readonly hasQuit: boolean
  /** Are answers to be written to the configuration? */
  readonly savesFacts: boolean
  /** How it ended: by writing what was accepted, or nothing. */
  readonly ended: 'no' | 'write' | 'nothing'
}

export type Past = Pick<ReviewState, 'files' | 'at' | 'row'>

/** A file as it comes into a review; `decision` is one that was made before. */
export function fileState(report: FileReport, decision: Decision = 'open'): FileState {
  return {
    report,
    changes: changesOf(report),
    decision,
    wanted: report.adjusted ?? noAdjustment,
  }
}

/** `message` is said first. */
export function startReview(files: readonly FileState[], message = ''): ReviewState {
  const open = files.findIndex(({ decision }) => decision === 'open')
  return {
    files,
    at: Math.max(0, open),
    row: 0,
    view: 'unified',
    scroll: 0,
    mode: open < 0 ? { kind: 'close' } : { kind: 'look' },
    digits: '',
    message,
    past: [],
    hasQuit: false,
    savesFacts: false,
    ended: files.length === 0 ? 'write' : 'no',
  }
}

/** What can be switched in a file, or asked: each has a number, from 1. */
export type Row =
  | { readonly kind: 'change'; readonly change: Change; readonly isOn: boolean }
  | { readonly kind: 'question'; readonly question: Question }

export function rowsOf({ changes, wanted, report }: FileState): readonly Row[] {
  const questions = report.questions ?? []
  return [
    ...changes.map((change): Row => ({
      kind: 'change',
      change,
      isOn: !wanted.skip.includes(change.rule),
    })),
    ...questions.map((question): Row => ({ kind: 'question', question })),
  ]
}

/** Is it still worked on? */
export function isBusy({ report, wanted }: FileState): boolean {
  return !isSameWish(report.adjusted ?? noAdjustment, wanted)
}

export function isSameWish(a: Adjustment, b: Adjustment): boolean {
  return keyOf(a) === keyOf(b)
}

/** Can it be written as it stands? */
export function isWritable(file: FileState): boolean {
  return file.report.result.outcome === 'migrated' && file.report.faults === undefined
}

export function changesOf({ result }: FileReport): readonly Change[] {
  return result.outcome === 'migrated' ? result.changes : []
}

const keyOf = ({ skip, with: besides = [], answers, edited }: Adjustment) =>
  JSON.stringify([
    [...skip].sort(),
    [...besides].sort(),
    Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1)),
    edited,
  ])
