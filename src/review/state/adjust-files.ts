import type { Adjustment, FactName } from '../../report/adjustment.ts'
import type { FileReport } from '../../report/file-report.ts'
import { editedRule } from '../../plan/rule-names.ts'
import { waiting } from './moves.ts'
import {
  changesOf,
  type FileState,
  isBusy,
  isSameWish,
  type ReviewState,
  rowsOf,
} from './review-state.ts'

// Switches, answers and edits: what is wanted changes at once, the report when it comes.

/** Switches the rule of a change off or on; the edit by hand is taken back. */
export function switchRule(file: FileState, rule: string): FileState {
  const { wanted } = file
  if (rule === editedRule) return withoutEdit(file)
  const isOff = wanted.skip.includes(rule)
  const skip = isOff ? wanted.skip.filter((each) => each !== rule) : [...wanted.skip, rule]
  return want(file, { ...wanted, skip })
}

/** The same rule in every file that has it, as it will be in the one that is looked at. */
export function switchEverywhere(
  files: readonly FileState[],
  at: number,
  rule: string,
): readonly FileState[] {
  const willBeOff = files[at]?.wanted.skip.includes(rule) !== true
  return files.map((file) => {
    const has = file.changes.some((change) => change.rule === rule)
    const isOff = file.wanted.skip.includes(rule)
    return has && isOff !== willBeOff ? switchRule(file, rule) : file
  })
}

/** States a fact of a file. */
export function answer(file: FileState, fact: FactName, values: readonly string[]): FileState {
  const { answers } = file.wanted
  const all = fact === 'keep' ? [...(answers.keep ?? []), ...values] : values
  return want(file, { ...file.wanted, answers: { ...answers, [fact]: [...new Set(all)] } })
}

/** A text of the user's own stands in for the proposal. */
export function edit(file: FileState, edited: string): FileState {
  return want(file, { ...file.wanted, edited })
}

export function withoutEdit(file: FileState): FileState {
  const { skip, with: besides, answers } = file.wanted
  const changes = file.changes.filter(({ rule }) => rule !== editedRule)
  const rules = { skip, ...(besides === undefined ? {} : { with: besides }) }
  return want({ ...file, changes }, { ...rules, answers })
}

/** What is wanted now has no answer yet: it is another file by then. */
function want(file: FileState, wanted: Adjustment): FileState {
  return { ...file, wanted, decision: 'open' }
}

/** Takes a report in; one that is of an earlier wish is dropped. */
export function settle(state: ReviewState, index: number, report: FileReport): ReviewState {
  const files = state.files.map((file, i) => {
    const isMeant = i === index && isSameWish(report.adjusted ?? file.wanted, file.wanted)
    return isMeant ? { ...file, report, changes: allChanges(file, report) } : file
  })
  const file = files[state.at]
  const last = file === undefined ? 0 : rowsOf(file).length - 1
  const message = state.message === waiting && !files.some(isBusy) ? '' : state.message
  return { ...state, files, message, row: Math.max(0, Math.min(state.row, last)) }
}

/** Those that are there, by the new report; those that are not and are switched off, as they were. */
function allChanges(file: FileState, report: FileReport): FileState['changes'] {
  const now = changesOf(report)
  const isThere = (rule: string) => now.some((change) => change.rule === rule)
  const { skip } = file.wanted
  const gone = file.changes.filter(({ rule }) => !isThere(rule) && skip.includes(rule))
  const order = file.changes.map(({ rule }) => rule)
  const place = (rule: string) => (order.includes(rule) ? order.indexOf(rule) : order.length)
  return [...now, ...gone].sort((a, b) => place(a.rule) - place(b.rule))
}
