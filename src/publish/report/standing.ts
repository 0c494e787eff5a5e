import { type Status, statusWords } from '../campaign/record.ts'
import type { SurveyRow } from '../campaign/survey.ts'

/** How a service stands, for people: its status, and what the host says of an open pull request. What needs a person comes first. */
export const states = [
  'conflicts',
  'checks-failing',
  'not-same',
  'failed',
  'left-to-person',
  'obsolete',
  'open',
  'waiting',
  'refused',
  'declined',
  'closed',
  'unchanged',
  'merged',
] as const
export type State = (typeof states)[number]

export const groups = ['needs-person', 'in-review', 'not-open', 'done'] as const
export type Group = (typeof groups)[number]

/** What people call each group. */
export const groupWords: Readonly<Record<Group, string>> = {
  'needs-person': 'Needs a person',
  'in-review': 'In review',
  'not-open': 'Not open',
  done: 'Done',
}

/** What people call each state. */
export const stateWords: Readonly<Record<State, string>> = {
  ...statusWords,
  conflicts: 'conflicts',
  'checks-failing': 'checks failing',
}

const groupOf: Readonly<Record<State, Group>> = {
  conflicts: 'needs-person',
  'checks-failing': 'needs-person',
  'not-same': 'needs-person',
  failed: 'needs-person',
  'left-to-person': 'needs-person',
  obsolete: 'needs-person',
  open: 'in-review',
  waiting: 'not-open',
  refused: 'not-open',
  declined: 'not-open',
  closed: 'not-open',
  unchanged: 'not-open',
  merged: 'done',
}

/** A service with its state, in the words of every report. */
export interface Standing {
  readonly row: SurveyRow
  readonly state: State
  readonly group: Group
  /** Why it stands so, and what else is to be known, in sentences; empty where the state says it all. */
  readonly why: string
  /** The page of its pull request; undefined where there is none. */
  readonly url: string | undefined
}

/** All rows with their states: what needs a person first, then by state, repository and service. */
export function standings(rows: readonly SurveyRow[]): readonly Standing[] {
  return rows.map(standingOf).sort(byUrgency)
}

function standingOf(row: SurveyRow): Standing {
  const state = stateOf(row)
  const { pull } = row.service
  const url = pull === undefined || pull.url === '' ? undefined : pull.url
  return { row, state, group: groupOf[state], why: whyOf(row, state), url }
}

function stateOf({ service, checks, hasConflicts }: SurveyRow): State {
  const { status }: { readonly status: Status } = service
  // A branch that a person works on, or that is to be closed, is not ours to mend.
  if (status !== 'open') return status
  if (hasConflicts) return 'conflicts'
  return checks === 'failing' ? 'checks-failing' : 'open'
}

function whyOf({ service, checks, hasConflicts }: SurveyRow, state: State): string {
  const { code, reason } = service
  const said = [code, reason].filter((text) => text !== undefined && text !== '').join(': ')
  const also = [
    hasConflicts && state !== 'conflicts' ? 'It has conflicts.' : '',
    checks === 'failing' && state !== 'checks-failing' ? 'Its checks fail.' : '',
    checks === 'pending' && state === 'open' ? 'Its checks are running.' : '',
  ]
  return [said, ...also].filter((text) => text !== '').join(' ')
}

function byUrgency(a: Standing, b: Standing): number {
  return (
    states.indexOf(a.state) - states.indexOf(b.state) ||
    compare(a.row.repository, b.row.repository) ||
    compare(a.row.service.key, b.row.service.key)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
