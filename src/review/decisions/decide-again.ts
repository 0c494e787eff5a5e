import { editedRule } from '../../plan/rule-names.ts'
import type { Adjustment } from '../../report/adjustment.ts'
import type { FileReport } from '../../report/file-report.ts'
import type { FileState } from '../state/review-state.ts'
import type { DecisionEntry } from './decisions-schema.ts'

/** SHA-256 as hexadecimal digits. */
export type HashOf = (text: string) => string

/** What is saved of a file that has an answer; `source` is its Dockerfile as it is. Undefined where it has none. */
export function entryOf(
  { decision, report, changes, wanted }: FileState,
  source: string,
  hashOf: HashOf,
): DecisionEntry | undefined {
  if (decision === 'open') return undefined
  const rules = [...new Set(changes.map(({ rule }) => rule))].filter((rule) => rule !== editedRule)
  const { answers, edited, skip } = wanted
  const output = outputOf(report)
  return {
    decision,
    input: hashOf(source),
    evidence: hashOf(evidenceOf(report)),
    ...(output === undefined || decision === 'leave' ? {} : { output: hashOf(output) }),
    ...(rules.length === 0
      ? {}
      : {
          rules: Object.fromEntries(
            rules.map((rule) => [rule, skip.includes(rule) ? 'off' : 'on']),
          ),
        }),
    ...(Object.keys(answers).length === 0
      ? {}
      : {
          answers: Object.fromEntries(
            Object.entries(answers).map(([fact, values]) => [fact, [...values]]),
          ),
        }),
    ...(edited === undefined ? {} : { edited }),
  }
}

/** What was wanted of a file when it was decided. `optional` are the rules that are off unless asked for. */
export function adjustmentOf(
  { rules = {}, answers = {}, edited }: DecisionEntry,
  optional: readonly string[] = [],
): Adjustment {
  const besides = optional.filter((rule) => rules[rule] === 'on')
  const skip = Object.entries(rules).flatMap(([rule, is]) => (is === 'off' ? [rule] : []))
  const said = Object.entries(answers).filter(([, values]) => values !== undefined)
  return {
    skip,
    ...(besides.length === 0 ? {} : { with: besides }),
    answers: Object.fromEntries(said),
    ...(edited === undefined ? {} : { edited }),
  }
}

/** Does a decision still hold: is the file the same, for the same reasons, and would the same bytes be written? */
export function stillHolds(
  entry: DecisionEntry,
  report: FileReport,
  source: string,
  hashOf: HashOf,
): boolean {
  if (report.faults !== undefined || hashOf(source) !== entry.input) return false
  if (hashOf(evidenceOf(report)) !== entry.evidence) return false
  const output = outputOf(report)
  return entry.decision === 'leave' || (output !== undefined && hashOf(output) === entry.output)
}

function evidenceOf({ result }: FileReport): string {
  return result.outcome === 'migrated'
    ? JSON.stringify([result.changes, result.contract, result.stays])
    : JSON.stringify([result.outcome, result.code, result.reason])
}

function outputOf({ result }: FileReport): string | undefined {
  return result.outcome === 'migrated'
    ? JSON.stringify([result.after, result.otherFiles])
    : undefined
}
