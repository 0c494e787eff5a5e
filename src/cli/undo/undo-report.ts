import { relative } from 'node:path'
import type { Back, Fate, GroupFate } from '../../apply/journal/take-back.ts'
import { type Look, paint, paintDiff, shown, shownPath } from '../../report/paint.ts'
import { unifiedDiff } from '../../review/unified-diff.ts'
import type { Found } from './find-run.ts'

interface Undone {
  readonly found: Found
  readonly written: readonly (readonly GroupFate[])[]
  readonly isDry: boolean
  /** The working directory's real path. */
  readonly here: string
}

/** What is said of an `undo`. */
export interface UndoReport {
  /** For standard output: the reverse diffs, or a line for each file that went back. */
  readonly payload: string
  /** For standard error: what is left, and why. */
  readonly left: string
  readonly summary: string
  /** Is nothing left? */
  readonly isWhole: boolean
}

/** What became of the last run's writes, or would become of them. */
export function undoReport(undone: Undone, look: Look): UndoReport {
  const { found, written, isDry, here } = undone
  const plans = isDry ? found.last.map(({ plan }) => plan) : written
  const fates = plans.flat().flatMap((group) => group.fates)
  const backs = fates.flatMap((fate) => (fate.kind === 'back' ? [fate.back] : []))
  const left = fates.filter((fate) => fate.kind === 'left')
  const stuck = found.stuck.flatMap(({ plan }) =>
    plan.flatMap((group) => group.fates.filter((fate) => fate.kind === 'left')),
  )
  const name = (path: string): string => relative(here, path) || path
  const lines = backs.map((back) => (isDry ? reverseDiff(back, name, look) : doneLine(back, name)))
  return {
    payload: lines.join(''),
    left: [...left, ...stuck].map((fate) => leftLine(fate, name, look)).join(''),
    summary: `${summaryOf(undone, backs.length, left.length)}\n`,
    isWhole: left.length + stuck.length === 0,
  }
}

function doneLine({ path, to }: Back, name: (path: string) => string): string {
  return `${shownPath(name(path))}: ${to === null ? 'removed' : 'taken back'}\n`
}

function leftLine(
  fate: Fate & { readonly kind: 'left' },
  name: (path: string) => string,
  look: Look,
): string {
  return `${shownPath(name(fate.file.path))}: ${paint(look, 'yellow', 'left:')} ${shown(look, fate.why)}\n`
}

/** The diff of what would be written; a file that would go has none after it. */
function reverseDiff({ path, from, to }: Back, name: (path: string) => string, look: Look): string {
  const diff = unifiedDiff({ path: name(path), before: from, after: to ?? '' })
  return paintDiff(look, to === null ? diff.replace(/\n\+\+\+ [^\n]*/, '\n+++ /dev/null') : diff)
}

function summaryOf({ found, isDry }: Undone, back: number, left: number): string {
  const at = found.last[0]?.run.head.at
  if (at === undefined)
    return found.stuck.length > 0
      ? 'There is nothing else to take back here.'
      : 'There is nothing to take back: no run of yours wrote there, or all was taken back.'
  const run = `the run of ${at.slice(0, 16).replace('T', ' ')} UTC`
  const kept = left === 0 ? '' : `; ${files(left)} left as ${left === 1 ? 'it is' : 'they are'}`
  if (back === 0 && left === 0) return `Of ${run} nothing is left to take back.`
  return isDry
    ? `Of ${run} undo would take back ${files(back)}${kept}.`
    : `Of ${run} ${files(back)} ${back === 1 ? 'was' : 'were'} taken back${kept}.`
}

function files(count: number): string {
  return count === 1 ? '1 file' : `${count} files`
}
