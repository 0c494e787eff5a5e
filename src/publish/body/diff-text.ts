import { fenced } from '../../report/markdown/markdown-text.ts'
import { publicDiff } from '../../report/pretty-report.ts'
import type { TextSubject } from './subject.ts'

/** Lines that are shown openly. */
const openlyShown = 40

/** What the host's page of the changed files has. */
const elsewhere = 'the list of changed files has all of it'

/** The lines of the diff of all files, without their secrets: a body goes where the files don't. */
export function diffLines({ reports }: Pick<TextSubject, 'reports'>): readonly string[] {
  const text = reports.map(publicDiff).join('')
  return text === '' ? [] : text.replace(/\n$/, '').split('\n')
}

/**
 * The diff in at most `limit` characters, folded where it is long; cut at a line, which is said. Where nothing can be folded, a long one is not
 * shown: it would only push away what the reader has to check.
 */
export function diffText(lines: readonly string[], limit: number, folds: boolean): string {
  if (lines.length === 0) return ''
  if (!folds && lines.length > openlyShown)
    return `The diff has ${lines.length} lines; ${elsewhere}.\n`
  const whole = blockOf(lines, 0, folds)
  if (whole.length <= limit) return whole
  // The block without a line of the diff, but with the longest sentence.
  let size = blockOf([], lines.length, folds).length + 2 * longestFence(lines)
  let kept = 0
  for (const line of lines) {
    // Control characters are shown as up to six.
    size += shownLength(line) + 1
    if (size > limit) break
    kept++
  }
  if (kept > 0) return blockOf(lines.slice(0, kept), lines.length - kept, folds)
  const none = `The diff has ${lines.length} lines and does not fit in here; ${elsewhere}.\n`
  return none.length <= limit ? none : ''
}

function blockOf(lines: readonly string[], left: number, folds: boolean): string {
  const count = lines.length + left
  const more =
    left === 0
      ? ''
      : `\nThe last ${left === 1 ? 'line is' : `${left} lines are`} left out here, since a description may not be longer; ${elsewhere}.\n`
  const text = `${fenced(lines.join('\n'), 'diff')}${more}`
  return folds && count > openlyShown
    ? `<details>\n<summary>${count} lines</summary>\n\n${text}\n</details>\n`
    : text
}

function shownLength(line: string): number {
  return fenced(line).length - fenced('').length
}

function longestFence(lines: readonly string[]): number {
  return Math.max(
    0,
    ...lines.map((line) => Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length))),
  )
}
