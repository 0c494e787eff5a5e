import type { BuildFailure } from '../../verification/build-outcome.ts'
import type { Verdict, Verification } from '../../verification/verification.ts'
import type { FileReport } from '../file-report.ts'
import { imageLines } from './image-lines.ts'
import { type Look, type Paint, paint, shown, shownPath } from '../paint.ts'
import type { Finding } from '../../verification/finding.ts'

const colors: Readonly<Record<Verdict, Paint>> = {
  same: 'green',
  different: 'red',
  'build-broken': 'red',
  'baseline-broken': 'yellow',
  'not-runnable': 'yellow',
  skipped: 'dim',
}

/** A verdict in its colour, filled up to a width. */
export function paintVerdict(look: Look, verdict: Verdict, width = 0): string {
  return paint(look, colors[verdict], verdict.padEnd(width))
}

/**
 * What the verification of a file showed, for people: `services/api/Dockerfile: same: ...`, then the differences, the failure with the
 * end of its log, what else is worth knowing, and both images side by side. Ends with a line end.
 */
export function verificationReport(path: string, verification: Verification, look: Look): string {
  const { verdict, reason, differences, notes, failure } = verification
  const lines = [
    `${shownPath(path)}: ${paintVerdict(look, verdict)}: ${shown(look, oneLine(reason))}`,
    ...differences.map((finding) => findingLine(finding, '-', look)),
    ...notes.map((finding) => findingLine(finding, '*', look)),
    ...(failure === undefined ? [] : failureLines(failure, look)),
    ...imageLines(verification, look),
  ]
  return `${lines.join('\n')}\n`
}

/** A migrated file with its verification; every other one is not of interest here. */
export function isVerified(
  report: FileReport,
): report is FileReport & { readonly verification: Verification } {
  return report.verification !== undefined
}

function findingLine({ message, by }: Finding, mark: string, look: Look): string {
  return shown(look, `  ${mark} ${oneLine(message)}${by === undefined ? '' : ` [${by}]`}`)
}

function failureLines({ instruction, origin, log }: BuildFailure, look: Look): readonly string[] {
  const from =
    origin === undefined
      ? ''
      : origin.kind === 'added'
        ? ` (added by ${origin.by ?? 'msb-migrate'})`
        : ` (line ${origin.line ?? '?'} before${origin.by === undefined ? '' : `, edited by ${origin.by}`})`
  return [
    ...(instruction === undefined
      ? []
      : [`  line ${instruction.line}${from}:`, ...indent(instruction.text, look)]),
    ...(log.length === 0 ? [] : ['  its log ends with:', ...indent(log.join('\n'), look)]),
  ]
}

function indent(text: string, look: Look): readonly string[] {
  return text.split('\n').map((line) => shown(look, `    ${line.replace(/\r$/, '')}`))
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
