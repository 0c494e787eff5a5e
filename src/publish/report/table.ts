import type { SurveyRow } from '../campaign/survey.ts'
import { groupDigits } from '../../report/group-digits.ts'
import { wrapWords } from '../../report/fold.ts'
import { shownLine } from '../../report/paint.ts'
import { type Group, groups, groupWords, type Standing, standings, stateWords } from './standing.ts'
import { countStates, sizesText, summaryText, sumSizes } from './totals.ts'

/** What every report says where there is nothing to report. */
export const nothingText =
  'No services: no pull request of msb-migrate was found, and no campaign that knows of one.'

/**
 * `pr status`: what needs a person first, a summary last. A service is one line where `width` columns hold those of its group, else its
 * pull request and its reason stand below it. Addresses and names are never cut: people copy them.
 */
export function campaignTable(rows: readonly SurveyRow[], width = 100): string {
  if (rows.length === 0) return `${nothingText}\n`
  const all = standings(rows)
  const sizes = sumSizes(rows)
  return [
    ...groups.flatMap((group) => groupLines(group, all, width)),
    ...wrapWords(summaryText(countStates(all)), width),
    ...(sizes === undefined ? [] : wrapWords(sizesText(sizes), width)),
    '',
  ].join('\n')
}

interface Cells {
  readonly state: string
  readonly repository: string
  readonly service: string
  readonly url: string
  readonly why: string
}

function groupLines(group: Group, all: readonly Standing[], width: number): readonly string[] {
  const cells = all.filter((each) => each.group === group).map(cellsOf)
  if (cells.length === 0) return []
  const widths = {
    state: widest(cells.map(({ state }) => state)),
    repository: widest(cells.map(({ repository }) => repository)),
    service: widest(cells.map(({ service }) => service)),
    url: widest(cells.map(({ url }) => url)),
  }
  const lines = cells.map((each) => oneLine(each, widths))
  const title = `${groupWords[group]} (${groupDigits(cells.length)})`
  const isWide = lines.every((line) => line.length <= width)
  const shown = isWide ? lines : cells.flatMap((each) => severalLines(each, widths.state, width))
  return [title, ...shown, '']
}

function cellsOf({ row, state, why, url }: Standing): Cells {
  return {
    state: stateWords[state],
    repository: shownLine(row.repository),
    service: shownLine(row.service.title),
    url: shownLine(url ?? ''),
    why: shownLine(why),
  }
}

type Widths = Readonly<Record<'state' | 'repository' | 'service' | 'url', number>>

function oneLine({ state, repository, service, url, why }: Cells, widths: Widths): string {
  const columns = [
    pad(state, widths.state),
    pad(repository, widths.repository),
    pad(service, widths.service),
    ...(widths.url === 0 ? [] : [pad(url, widths.url)]),
    why,
  ]
  return `  ${columns.join('  ')}`.trimEnd()
}

function severalLines(cells: Cells, stateWidth: number, width: number): readonly string[] {
  const { state, repository, service, url, why } = cells
  const indent = ' '.repeat(stateWidth + 4)
  const room = Math.max(20, width - indent.length)
  const name = `${repository}  ${service}`
  const names = name.length <= room ? [name] : [repository, service]
  const lines = [
    ...names,
    ...(url === '' ? [] : [url]),
    ...(why === '' ? [] : wrapWords(why, room)),
  ]
  return lines.map((line, i) => (i === 0 ? `  ${pad(state, stateWidth)}  ${line}` : indent + line))
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, text.length), 0)
}

function pad(text: string, width: number): string {
  return text.padEnd(width)
}
