import { dockerfileLine } from '../../facts/evidence.ts'
import type { Change } from '../../plan/change.ts'
import type { Migrated } from '../../plan/outcome.ts'
import type { FileReport } from '../file-report.ts'

/** What a program that reads reports by lines is told: code scanning, annotations. */
export interface ReportFinding {
  /** The name of a rule, the code of a refusal or a failure, or `verified`. */
  readonly rule: string
  readonly level: Level
  /** As the `path` of its report. */
  readonly path: string
  /** 1-based line of the file as it is. */
  readonly line: number
  readonly title: string
  /** One or more sentences; they say what the title does not. */
  readonly message: string
}

export type Level = 'note' | 'warning' | 'error'

/** The rule of what building and running showed. */
export const verifiedRule = 'verified'

/**
 * What is to be said of a file: one finding for each change, `warning` where it rests on an assumption; one for what is refused or failed;
 * one for an image that was not shown to be the same. Nothing of a file that may stay as it is.
 */
export function findingsOf({ path, result, verification }: FileReport): readonly ReportFinding[] {
  switch (result.outcome) {
    case 'unchanged':
      return []
    case 'refused':
    case 'failed': {
      const line = 'line' in result ? (result.line ?? 1) : 1
      const level = result.outcome === 'failed' ? 'error' : 'note'
      const title = `${result.outcome === 'failed' ? 'Failed' : 'Not migrated'}: ${result.code}`
      const message = sentences([result.reason, moreHelp(result)])
      return [{ rule: result.code, level, path, line, title, message }]
    }
    case 'migrated': {
      const changes = result.changes.map((change): ReportFinding => ({
        rule: change.rule,
        level: change.risk === 'safe' ? 'note' : 'warning',
        path,
        line: lineOf(change, result),
        title: change.title,
        message: sentences([
          change.why,
          change.assumption === undefined ? undefined : `To review: ${change.assumption}`,
        ]),
      }))
      if (verification === undefined || verification.verdict === 'same') return changes
      const isBroken = ['different', 'build-broken'].includes(verification.verdict)
      return [
        ...changes,
        {
          rule: verifiedRule,
          level: isBroken ? 'error' : 'warning',
          path,
          line: 1,
          title: `Verified: ${verification.verdict}`,
          message: sentences([
            verification.reason,
            ...verification.differences.map(({ message }) => message),
          ]),
        },
      ]
    }
  }
}

/** Where a change shows in the file as it is: the instruction that it replaces and rests on, else one of these, else the file's start. */
function lineOf({ rule, evidence }: Change, { replaced }: Migrated): number {
  const own = replaced.filter(({ by }) => by === rule).map(({ line }) => line)
  const seen = evidence.flatMap((each) => dockerfileLine(each) ?? [])
  return seen.find((line) => own.includes(line)) ?? own[0] ?? seen[0] ?? 1
}

/** What would help, where the reason does not say it already. */
export function moreHelp({
  reason,
  help,
}: {
  readonly reason: string
  readonly help: string | undefined
}): string | undefined {
  return help === undefined || reason.endsWith(help) ? undefined : help
}

function sentences(parts: readonly (string | undefined)[]): string {
  return parts
    .flatMap((part) => {
      const text = part?.trim() ?? ''
      return text === '' ? [] : [/[.!?:]$/.test(text) ? text : `${text}.`]
    })
    .join(' ')
}
