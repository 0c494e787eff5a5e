import type { Verification } from '../../verification/verification.ts'
import { type Look, paint, shownPath } from '../paint.ts'
import { bar, shareText, sizeText } from '../size-text.ts'
import { paintVerdict } from './verification-report.ts'

/** A verified file. */
export interface VerdictRow {
  readonly path: string
  readonly verification: Verification
}

const barWidth = 20

/** All verified files on one screen: sizes before and after, a bar for what is left, verdicts. Empty for less than two. */
export function verdictTable(rows: readonly VerdictRow[], look: Look): string {
  if (rows.length < 2) return ''
  const width = Math.min(60, Math.max(...rows.map(({ path }) => path.length)))
  const lines = rows.map(({ path, verification: { verdict, images } }) => {
    const shown = shownPath(path)
    const name = shown.length > width ? `…${shown.slice(1 - width)}` : shown
    const sizes =
      images === undefined
        ? ' '.repeat(barWidth + 25)
        : sizeColumns(images.before.size, images.after.size, look)
    return `${name.padEnd(width)}  ${sizes}  ${paintVerdict(look, verdict)}\n`
  })
  return `\n${lines.join('')}`
}

function sizeColumns(before: number, after: number, look: Look): string {
  const left = bar(Math.min(after, before), before, barWidth)
  const rest = '░'.repeat(barWidth - left.length)
  const columns = `${sizeText(before).padStart(7)} -> ${sizeText(after).padStart(7)}`
  return `${columns} ${paint(look, 'cyan', left)}${paint(look, 'dim', rest)} ${shareText(after, before).padStart(5)}`
}
