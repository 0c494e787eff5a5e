import type { Look } from '../../report/paint.ts'
import { answerHint, questionText } from '../words.ts'
import { filesWith } from '../state/typing.ts'
import type { Page } from '../state/step.ts'
import { type FileState, isBusy, isWritable, type ReviewState } from '../state/review-state.ts'
import { closeLines } from './close-lines.ts'
import { diffLines } from './diff-lines.ts'
import { headerLines } from './header.ts'
import { helpLines } from './help-lines.ts'
import { fit, type Line, printLine, span, wrapWords } from './line.ts'
import { rowLines } from './row-lines.ts'

/** Of the terminal, in characters. */
export interface Size {
  readonly columns: number
  readonly rows: number
}

/** A screen that is drawn: its lines, the last one where the cursor stands, and how far its diff can be scrolled. */
export interface Drawn {
  readonly lines: readonly string[]
  readonly page: Page
}

/** Lines of what is said about the last key. */
const mostMessageLines = 2

const noPage: Page = { lines: 1, at: 0, last: 0 }

/** Draws a review. Pure: the same state, size and look give the same lines, never more than the terminal has. */
export function drawScreen(state: ReviewState, size: Size, look: Look): Drawn {
  // The last column stays free: some terminals go to the next line behind it.
  const width = Math.max(20, size.columns - 1)
  const rows = Math.max(8, size.rows)
  const { lines, page, question } = drawBody(state, width, rows - 1, look)
  const all = [
    ...lines.slice(0, rows - 1).map((line) => fit(line, width)),
    fit(question, width - 1),
  ]
  return { lines: all.map((line) => printLine(line, look)), page }
}

interface Body {
  readonly lines: readonly Line[]
  readonly page: Page
  /** The last line, with the cursor behind it. */
  readonly question: Line
}

function drawBody(state: ReviewState, width: number, rows: number, look: Look): Body {
  const { mode } = state
  const file = state.files[state.at]
  if (mode.kind === 'help') {
    const question = [span('Any key goes back', 'bold')]
    return { lines: helpLines().map((line) => fit(line, width)), page: noPage, question }
  }
  if (mode.kind === 'close') {
    const keys = state.savesFacts ? 'c off' : 'c config'
    const hasFacts = state.files.some(({ wanted }) => Object.keys(wanted.answers).length > 0)
    const ask = state.files.some(({ decision }) => decision === 'write') ? 'Write this' : 'End here'
    const question = [
      span(`${ask} [y yes, n write nothing, u back${hasFacts ? `, ${keys}` : ''}]? `, 'bold'),
    ]
    return { lines: closeLines(state, width, rows - 1), page: noPage, question }
  }
  if (mode.kind === 'find') {
    const found = filesWith(state, mode.text)
    const lines = found.slice(0, rows - 1).map((index): Line => {
      const path = state.files[index]?.report.path ?? ''
      return fit([span(`  ${index + 1}/${state.files.length} `, 'dim'), span(path)], width)
    })
    const question = [
      span(`Go to (Enter: the first behind this one; Esc: back): ${mode.text}`, 'bold'),
    ]
    return { lines, page: noPage, question }
  }
  return file === undefined
    ? { lines: [], page: noPage, question: [span('Nothing to review.')] }
    : drawFile(state, file, width, rows, look)
}

function drawFile(
  state: ReviewState,
  file: FileState,
  width: number,
  rows: number,
  { color }: Look,
): Body {
  const head = headerLines(state, file, width)
  const rule: Line = [span('─'.repeat(width), 'dim')]
  const foot = footLines(state, file, width)
  const body = rows - head.length - foot.length - 2
  const chosen = state.row + 1
  const { lines: diff, first } = diffLines(file.report, file.changes, {
    view: state.view,
    width,
    chosen,
    color,
  })
  // The diff gets what the list leaves, and never less than half where it needs that.
  const most = Math.max(body - diff.length, Math.floor(body / 2))
  const list = rowLines(file, state.row, width, most)
  const room = Math.max(0, body - list.length)
  const last = Math.max(0, diff.length - room)
  const at = Math.min(state.scroll ?? Math.max(0, first - 2), last)
  const place =
    last === 0
      ? rule
      : ruleWith(`${at + 1}-${at + room} of ${diff.length}, ${at < last ? 'pgdn' : 'pgup'}`, width)
  const shown = diff.slice(at, at + room)
  const lines = [...head, rule, ...list, place, ...shown, ...foot]
  return {
    lines,
    page: { lines: Math.max(1, room - 1), at, last },
    question: questionLine(state, file),
  }
}

function ruleWith(text: string, width: number): Line {
  const end = ` ${text} ──`
  return fit([span(`${'─'.repeat(Math.max(0, width - end.length))}${end}`, 'dim')], width)
}

/** What the last key came to, or what can be typed. */
function footLines(
  { mode, message, digits }: ReviewState,
  file: FileState,
  width: number,
): readonly Line[] {
  const lines: Line[] = []
  if (mode.kind === 'answer') {
    lines.push(fit([span(questionText(mode.fact), 'bold')], width))
    lines.push(fit([span(answerHint(mode.fact), 'dim')], width))
  }
  const text = isBusy(file)
    ? 'Working it out …'
    : digits === ''
      ? message
      : `${digits}: space switches it`
  lines.push(...wrapWords(text, width, 'yellow').slice(0, mostMessageLines))
  return lines
}

function questionLine({ mode }: ReviewState, file: FileState): Line {
  if (mode.kind === 'answer')
    return [span(`Answer (Enter: take it; Esc: back): ${mode.text}`, 'bold')]
  const { result } = file.report
  const others = result.outcome === 'migrated' ? result.otherFiles.length : 0
  const more = others === 0 ? '' : ` and ${others} more`
  if (result.outcome !== 'migrated' && (file.report.questions ?? []).length > 0)
    return [span('Answer the question, or leave the file [space,n,d,j,P,q,?]? ', 'bold')]
  const ask = isWritable(file) ? `Write this file${more}` : 'Leave this file'
  return [span(`${ask} [y,n,a,d,space,e,v,u,q,?]? `, 'bold')]
}
