import { diffWordsWithSpace } from 'diff'
import type { Change } from '../../plan/change.ts'
import type { FileReport } from '../../report/file-report.ts'
import type { Look } from '../../report/paint.ts'
import type { DiffView } from '../state/review-state.ts'
import { type DiffRow, diffRows } from './diff-rows.ts'
import { blank, type Line, pad, type Span, span, wrap } from './line.ts'

/** How a diff is drawn. `chosen` is the number of the change that is looked at: its lines are marked. */
export interface DiffLook {
  readonly view: DiffView
  readonly width: number
  readonly chosen: number
  readonly color: Look['color']
}

type Changed = Extract<DiffRow, { readonly change: unknown }>

/** What changes, as lines of the screen; `first` is the line on which the chosen change begins. */
export function diffLines(
  report: FileReport,
  changes: readonly Change[],
  look: DiffLook,
): { readonly lines: readonly Line[]; readonly first: number } {
  const rows = diffRows(report, changes)
  const lines: Line[] = []
  let first = -1
  for (let i = 0; i < rows.length;) {
    const row = rows[i]
    if (row === undefined) break
    if (row.kind === 'file' || row.kind === 'hunk') {
      if (row.kind === 'file' && lines.length > 0) lines.push(blank)
      lines.push([span(row.kind === 'file' ? row.text : `   @ ${row.text}`, styleOf[row.kind])])
      i++
      continue
    }
    const end = endOfBlock(rows, i)
    const block = rows.slice(i, end).flatMap((each) => ('change' in each ? [each] : []))
    if (first < 0 && block.some(({ change }) => change === look.chosen)) first = lines.length
    lines.push(...draw(block, look))
    i = end
  }
  return { lines, first: Math.max(0, first) }
}

const styleOf = {
  file: 'bold',
  hunk: 'cyan',
  same: undefined,
  added: 'green',
  removed: 'red',
} as const
const signOf = { same: ' ', added: '+', removed: '-' } as const

/** Lines that go and those that come in their place are one block; so is each line that stays. */
function endOfBlock(rows: readonly DiffRow[], start: number): number {
  const isChanged = (row: DiffRow | undefined) => row?.kind === 'added' || row?.kind === 'removed'
  let end = start + 1
  if (isChanged(rows[start])) while (isChanged(rows[end])) end++
  return end
}

function draw(block: readonly Changed[], look: DiffLook): readonly Line[] {
  switch (look.view) {
    case 'unified':
      return block.flatMap((row) => unified(row, look))
    case 'side':
      return sideBySide(block, look)
    case 'word':
      return byWord(block, look)
  }
}

/** '>2 + ' for a line of the change that is looked at. */
function gutter({ kind, change }: Changed, { chosen }: DiffLook): Span {
  const number = change === undefined ? '' : String(change)
  const mark = change === chosen ? '>' : ' '
  return { text: `${mark}${number.padStart(2)} ${signOf[kind]} `, style: styleOf[kind] }
}

const gutterWidth = 6

function unified(row: Changed, look: DiffLook): readonly Line[] {
  return wrap([gutter(row, look), span(row.text, styleOf[row.kind])], look.width, gutterWidth)
}

/** Before on the left, after on the right. */
function sideBySide(block: readonly Changed[], look: DiffLook): readonly Line[] {
  const width = Math.floor((look.width - 3) / 2)
  const half = { ...look, width }
  const both = (left: readonly Line[], right: readonly Line[]): readonly Line[] =>
    Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [
      ...pad(left[i] ?? blank, width),
      { text: ' | ', style: 'dim' },
      ...(right[i] ?? blank),
    ])
  const [only] = block
  if (only?.kind === 'same') return both(unified(only, half), unified(only, half))
  const side = (kind: Changed['kind']) =>
    block.filter((row) => row.kind === kind).map((row) => unified(row, half))
  const [left, right] = [side('removed'), side('added')]
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) =>
    both(left[i] ?? [], right[i] ?? []),
  ).flat()
}

/** One text with what goes and what comes in it: without colours in brackets, as git does it. */
function byWord(block: readonly Changed[], look: DiffLook): readonly Line[] {
  const textOf = (kind: Changed['kind']) =>
    block.filter((row) => row.kind === kind).map(({ text }) => text)
  const [removed, added] = [textOf('removed'), textOf('added')]
  if (removed.length === 0 || added.length === 0) return block.flatMap((row) => unified(row, look))
  const parts = diffWordsWithSpace(removed.join('\n'), added.join('\n'))
  const lines: Span[][] = [[]]
  for (const part of parts)
    part.value.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([])
      if (text !== '') lines.at(-1)?.push(wordSpan(text, part, look))
    })
  const change = block.find((row) => row.change !== undefined)?.change
  return lines.flatMap((line) => {
    const sign = line.some(({ style }) => style !== undefined) || !look.color ? '~' : ' '
    const head = gutter({ kind: 'same', text: '', change }, look)
    const start: Span = { text: `${head.text.slice(0, 4)}${sign} `, style: head.style }
    return wrap([start, ...line], look.width, gutterWidth)
  })
}

function wordSpan(
  text: string,
  { added, removed }: { readonly added: boolean; readonly removed: boolean },
  { color }: DiffLook,
): Span {
  if (added) return span(color ? text : `{+${text}+}`, 'green')
  if (removed) return span(color ? text : `[-${text}-]`, 'red')
  return span(text)
}
