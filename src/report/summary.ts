import type { FileReport } from './file-report.ts'
import { groupDigits } from './group-digits.ts'
import type { Verdict, Verification } from '../verification/verification.ts'
import type { JsonSummary } from './json/json-schema.ts'

type Kind = FileReport['result']['outcome']

/** What each outcome is called in a table. */
export const outcomeWords: Readonly<Record<Kind, string>> = {
  migrated: 'would change',
  unchanged: 'unchanged',
  refused: 'refused',
  failed: 'failed',
}

export function isOutcome(word: string): word is Kind {
  return Object.hasOwn(outcomeWords, word)
}

/** What came of all files so far; grows while they come in. */
export interface Tally {
  readonly counts: Record<Kind, number>
  /** How often each code was given, by outcome. */
  readonly codes: Record<Kind, Map<string, number>>
  /** How often each verdict was given, where images were verified. */
  readonly verdicts: Map<Verdict, number>
  /** Files that Docker itself kept from being verified. */
  kept: number
}

/** A tally of no files. */
export function emptyTally(): Tally {
  return {
    counts: { migrated: 0, unchanged: 0, refused: 0, failed: 0 },
    codes: { migrated: new Map(), unchanged: new Map(), refused: new Map(), failed: new Map() },
    verdicts: new Map(),
    kept: 0,
  }
}

/** Counts one more file. */
export function count(tally: Tally, result: FileReport['result']): void {
  tally.counts[result.outcome]++
  if (result.outcome === 'migrated') return
  const codes = tally.codes[result.outcome]
  codes.set(result.code, (codes.get(result.code) ?? 0) + 1)
}

/** Counts one more verdict. */
export function countVerdict(tally: Tally, { verdict, problem }: Verification): void {
  tally.verdicts.set(verdict, (tally.verdicts.get(verdict) ?? 0) + 1)
  if (problem !== undefined) tally.kept++
}

/** The summary of the JSON document. */
export function jsonSummary({ counts, verdicts }: Tally): JsonSummary {
  const files = counts.migrated + counts.unchanged + counts.refused + counts.failed
  return {
    files,
    ...counts,
    ...(verdicts.size === 0 ? {} : { verdicts: Object.fromEntries(verdicts) }),
  }
}

/**
 * One line for people: `12 Dockerfiles: 7 would change, 3 unchanged (nothing-to-improve), 2 refused (onbuild, no-cmd) · 0.4 s`.
 * `written` counts the files that were written, undefined where none was meant to be.
 */
export function summaryLine(tally: Tally, written: number | undefined, seconds: number): string {
  return `${summaryWords(tally, written)} · ${seconds.toFixed(1)} s`
}

/** The same without the time. */
export function summaryWords(tally: Tally, written: number | undefined): string {
  const { files, migrated } = jsonSummary(tally)
  const verdicts = [...tally.verdicts].map(([verdict, n]) => `${groupDigits(n)} ${verdict}`)
  const parts = [
    ...(written === undefined
      ? [part(migrated, 'would change')]
      : [part(written, 'changed'), part(migrated - written, 'left as they were')]),
    part(tally.counts.unchanged, `unchanged${codesOf(tally.codes.unchanged)}`),
    part(tally.counts.refused, `refused${codesOf(tally.codes.refused)}`),
    part(tally.counts.failed, `failed${codesOf(tally.codes.failed)}`),
    verdicts.length === 0 ? '' : `verified: ${verdicts.join(', ')}`,
  ].filter((text) => text !== '')
  const head = `${groupDigits(files)} Dockerfile${files === 1 ? '' : 's'}`
  return `${head}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`
}

function part(n: number, what: string): string {
  return n === 0 ? '' : `${groupDigits(n)} ${what}`
}

/** The three most frequent codes; with their numbers where there are several. */
function codesOf(codes: ReadonlyMap<string, number>): string {
  const sorted = [...codes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const [first] = sorted
  if (first === undefined) return ''
  if (sorted.length === 1) return ` (${first[0]})`
  const shown = sorted.slice(0, 3).map(([code, n]) => `${n} ${code}`)
  return ` (${shown.join(', ')}${sorted.length > 3 ? ', ...' : ''})`
}
