import type { Change } from '../../plan/change.ts'
import { shownPath } from '../../report/paint.ts'
import { contractText } from '../../report/pretty-report.ts'
import { assumptionsOf, questionText, whyAsked } from '../words.ts'
import { type FileState, isBusy, type Row, rowsOf } from '../state/review-state.ts'
import { fit, indented, type Line, span, widthOf, wrapWords } from './line.ts'

/** Columns before the words of a row: '> 1 [x] '. */
const indent = 8

/**
 * The list of changes and questions of a file in at most `most` lines: all with their reasons where that fits, else the one that is looked at
 * with its reasons, else a part of it.
 */
export function rowLines(
  file: FileState,
  chosen: number,
  width: number,
  most: number,
): readonly Line[] {
  const rows = rowsOf(file)
  const above = reasonLines(file, width)
  const below = answerLines(file, width)
  const draw = (has: (row: number) => boolean, room = Infinity): readonly Line[] => [
    ...above,
    ...rows.flatMap((row, i) => [
      headOf(row, i, i === chosen, width),
      ...(has(i) ? cut(detailsOf(row, width), room) : []),
    ]),
    ...below,
  ]
  const full = draw(() => true)
  if (full.length <= most) return full
  // All that there is to switch stays in sight, where that can be; the reasons give way.
  const room = most - above.length - rows.length - below.length
  const brief = draw((row) => row === chosen, Math.max(room, 2))
  if (brief.length <= most) return brief
  const heads = rows.slice(0, chosen).length + above.length
  const start = Math.max(0, Math.min(heads - 1, brief.length - most))
  return cut(brief.slice(start), most)
}

/** The first lines, the last one of which says that there are more. */
function cut(lines: readonly Line[], most: number): readonly Line[] {
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), [span('        … P shows all of it', 'dim')]]
}

function headOf(row: Row, index: number, isChosen: boolean, width: number): Line {
  const start = `${isChosen ? '>' : ' '}${String(index + 1).padStart(2)} `
  if (row.kind === 'question')
    return fit(
      [span(`${start}[?] `, 'yellow'), span(questionText(row.question.fact), 'bold')],
      width,
    )
  const { change, isOn } = row
  const head: Line = [
    span(`${start}[${isOn ? 'x' : ' '}] `, isChosen ? 'bold' : undefined),
    span(change.title, isOn ? 'bold' : 'dim'),
  ]
  // Where there is no room for it, the details have it.
  return hasRoom(change, width) ? [...head, span(`  ${change.rule}`, 'dim')] : fit(head, width)
}

const hasRoom = ({ title, rule }: Change, width: number) =>
  widthOf([span(title), span(rule)]) + indent + 2 <= width

function detailsOf(row: Row, width: number): readonly Line[] {
  if (row.kind === 'change') return changeDetails(row.change, width)
  const { fact, lines } = row.question
  return [
    ...belowHead(whyAsked(fact, lines.length > 0), width),
    ...lines.map((line) => evidenceLine(line, width)),
  ]
}

function changeDetails(change: Change, width: number): readonly Line[] {
  const { why, rule, assumption, evidence } = change
  return [
    ...belowHead(hasRoom(change, width) ? why : `${why} [${rule}]`, width),
    ...(assumption === undefined
      ? []
      : wrapWords(`To review: ${assumption}`, width - indent, 'yellow').map(moved)),
    ...evidence.map((each) => evidenceLine(each, width)),
  ]
}

function evidenceLine({ path, line, text }: Change['evidence'][number], width: number): Line {
  const place = `${shownPath(path)}${line === undefined ? '' : `:${line}`}`
  return fit(moved([span(place, 'cyan'), span(`  ${text}`)]), width)
}

/** Why a file stays as it is, or what speaks against a text that was edited. */
function reasonLines(file: FileState, width: number): readonly Line[] {
  const { result, faults } = file.report
  if (isBusy(file)) return []
  if (faults !== undefined)
    return [
      [span('Your text was not taken:', 'red')],
      ...faults.flatMap(({ line, problem }) =>
        wrapWords(`${line === undefined ? '' : `line ${line}: `}${problem}`, width - 2).map(
          (each) => indented(each, 2),
        ),
      ),
    ]
  if (result.outcome === 'migrated') return []
  const line = 'line' in result && result.line !== undefined ? ` (line ${result.line})` : ''
  return wrapWords(`${result.outcome}${line}: ${result.reason} [${result.code}]`, width)
}

/** What was answered, as the assumptions that it is; and what a rule left alone. */
function answerLines({ wanted, report: { result } }: FileState, width: number): readonly Line[] {
  const { stays, contract } = result.outcome === 'migrated' ? result : { stays: [], contract: [] }
  return [
    ...assumptionsOf(wanted.answers).flatMap((text) =>
      wrapWords(`By your answer: ${text}`, width - 4, 'yellow').map((line) => indented(line, 4)),
    ),
    ...contract.map((change) => fit([span(`    image config: ${contractText(change)}`)], width)),
    ...stays.flatMap((text) => wrapWords(text, width - 4, 'dim').map((line) => indented(line, 4))),
  ]
}

const moved = (line: Line) => indented(line, indent)

function belowHead(text: string, width: number): readonly Line[] {
  return wrapWords(text, width - indent).map(moved)
}
