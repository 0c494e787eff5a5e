import type { Evidence } from '../../facts/evidence.ts'
import { shownLine, shownPath } from '../../report/paint.ts'
import { contractText } from '../../report/pretty-report.ts'
import { answerHint, assumptionsOf, questionText, whyAsked } from '../words.ts'
import {
  type FileState,
  isBusy,
  isWritable,
  type ReviewState,
  type Row,
  rowsOf,
} from '../state/review-state.ts'
import { closeLines } from './close-lines.ts'
import { diffRows } from './diff-rows.ts'
import { factTexts } from './header.ts'
import { keyTable } from './help-lines.ts'
import { printLine } from './line.ts'

// For screen readers and terminals that can do nothing: sentences, one below the other, words in place of signs.

/** A file in words. */
export function plainFile({ at, files }: ReviewState, file: FileState): readonly string[] {
  const { report } = file
  const { result } = report
  const ecosystem =
    'ecosystem' in result && result.ecosystem !== undefined ? `, ${result.ecosystem}` : ''
  const decision = { open: 'not answered', write: 'will be written', leave: 'stays as it is' }
  return [
    `File ${at + 1} of ${files.length}: ${shownPath(report.path)}${ecosystem}. ${decision[file.decision]}.`,
    ...(factTexts(file).length === 0
      ? []
      : [`${factTexts(file).join('; ').replaceAll('->', 'to')}.`]),
    ...reasons(file),
    ...rowsOf(file).flatMap(plainRow),
    ...assumptionsOf(file.wanted.answers).map((text) => `By your answer: ${text}`),
    ...(result.outcome === 'migrated' ? result.contract : []).map(
      (change) => `In the image's config, ${contractText(change).replace('->', 'to')}`,
    ),
    ...(result.outcome === 'migrated' ? result.stays : []),
    ...plainDiff(file),
  ].map(shownLine)
}

function reasons({ report: { result, faults = [] } }: FileState): readonly string[] {
  if (faults.length > 0)
    return [
      'Your text was not taken:',
      ...faults.map(({ line, problem }) =>
        line === undefined ? problem : `line ${line}: ${problem}`,
      ),
    ]
  if (result.outcome === 'migrated') return []
  const line = 'line' in result && result.line !== undefined ? `, line ${result.line}` : ''
  return [`${result.outcome}${line}: ${result.reason} Code ${result.code}.`]
}

function plainRow(row: Row, index: number): readonly string[] {
  const number = index + 1
  if (row.kind === 'question') {
    const { fact, lines } = row.question
    return [
      `Question ${number}: ${questionText(fact)}`,
      `  ${whyAsked(fact, lines.length > 0)}`,
      ...lines.map(plainEvidence),
    ]
  }
  const { title, rule, why, assumption, evidence } = row.change
  return [
    `Change ${number}, switched ${row.isOn ? 'on' : 'off'}: ${title}. Rule ${rule}.`,
    `  Why: ${why}`,
    ...(assumption === undefined ? [] : [`  To review: ${assumption}`]),
    ...evidence.map(plainEvidence),
  ]
}

function plainEvidence({ path, line, text }: Evidence): string {
  return `  Evidence: ${shownPath(path)}${line === undefined ? '' : `, line ${line}`}: ${text}`
}

const wordsOf = (line: string) => (line.trim() === '' ? 'an empty line' : line)

function plainDiff({ report, changes }: FileState): readonly string[] {
  return diffRows(report, changes).flatMap((row) => {
    switch (row.kind) {
      case 'file':
        return [`What changes in ${row.text}:`]
      case 'hunk':
        return [`  at ${row.text}`]
      case 'same':
        return [`  stays: ${wordsOf(row.text)}`]
      case 'added':
      case 'removed':
        return [
          `  ${row.kind}${row.change === undefined ? '' : ` by change ${row.change}`}: ${wordsOf(row.text)}`,
        ]
    }
  })
}

/** What is asked, in a line of its own. */
export function plainQuestion(
  { mode, savesFacts }: ReviewState,
  file: FileState | undefined,
): string {
  switch (mode.kind) {
    case 'answer':
      return `${questionText(mode.fact)} ${answerHint(mode.fact)}. Type "back" to go back. `
    case 'find':
      return 'Type a part of the path of a file, or "back". '
    case 'close':
      return `Type y and Enter to write this, n to write nothing, u to go back${savesFacts ? '' : ', c to write answers to the configuration'}. `
    default:
      break
  }
  if (file !== undefined && isBusy(file)) return 'Working. '
  const ask = file !== undefined && isWritable(file) ? 'Write this file' : 'Leave this file'
  return `${ask}? Type y or n, the number of a change to switch it or of a question to answer it, or "help". `
}

/** The keys in words. */
export function plainHelp(): readonly string[] {
  return [
    'Type one of these, then Enter. An empty line does nothing.',
    ...keyTable
      .filter(([keys]) => !/^(w|up|pg|3|space)/.test(keys))
      .map(([keys, what]) => `${keys}: ${what}.`),
    'a number: switch that change off or on, or answer that question.',
    'show: say this file again.',
  ]
}

/** The last screen in words. */
export function plainClose(state: ReviewState): readonly string[] {
  const look = { color: false, terminal: true }
  return closeLines(state, 200, 10_000).map((line) =>
    printLine(line, look).replace('[ ] ', 'No: ').replace('[x] ', 'Yes: '),
  )
}
