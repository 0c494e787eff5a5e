import type { SurveyRow } from '../campaign/survey.ts'
import { groupDigits } from '../../report/group-digits.ts'
import { shareText, sizeText } from '../../report/size-text.ts'
import { escapeHtml } from '../../report/escape-html.ts'
import { htmlPage } from '../../report/html/page.ts'
import { filterForm, htmlTable } from './html-table.ts'
import { script, scriptHash } from './html-script.ts'
import { style } from './html-style.ts'
import { type Group, type Standing, standings, stateWords } from './standing.ts'
import { countStates, type Sizes, type StateCounts, summaryText, sumSizes } from './totals.ts'
import { nothingText } from './table.ts'

const title = 'Pull requests of msb-migrate'

/** `pr report`: one file that needs no network, and no script to be read; the script filters and sorts. */
export function campaignHtml(rows: readonly SurveyRow[]): string {
  const all = standings(rows)
  const main = rows.length === 0 ? `<p class="lead">${escapeHtml(nothingText)}</p>` : mainPart(all)
  return htmlPage({ title, style, script: { text: script, hash: scriptHash }, main })
}

function mainPart(all: readonly Standing[]): string {
  const counts = countStates(all)
  return `<p class="lead">${escapeHtml(summaryText(counts))}</p>
${tiles(all)}
${stateBar(counts, all.length)}
<h2 id="list">Services</h2>
${filterForm(counts, all.length)}
${htmlTable(all)}`
}

function tiles(all: readonly Standing[]): string {
  const rows = all.map(({ row }) => row)
  const repositories = new Set(rows.map(({ repository }) => repository)).size
  const inGroup = (group: Group): number => all.filter((each) => each.group === group).length
  const sizes = sumSizes(rows)
  return `<dl class="tiles">
${[
  tile('Services', groupDigits(all.length)),
  tile('Repositories', groupDigits(repositories)),
  tile('Need a person', groupDigits(inGroup('needs-person'))),
  tile('In review', groupDigits(inGroup('in-review'))),
  tile('Merged', groupDigits(inGroup('done'))),
  ...(sizes === undefined ? [] : [savings(sizes)]),
].join('\n')}
</dl>`
}

function tile(name: string, value: string, note = ''): string {
  const more = note === '' ? '' : ` <small>${note}</small>`
  return `<div><dt>${name}</dt><dd>${value}${more}</dd></div>`
}

function savings({ services, before, after }: Sizes): string {
  const share = shareText(after, before)
  const note = [
    `${groupDigits(services)} measured`,
    ...(share === '' ? [] : [`${share} of it left`]),
  ]
  return tile(
    'Images',
    `<span>${sizeText(before)} →</span> <span>${sizeText(after)}</span>`,
    note.join(', '),
  )
}

/** Its parts are as wide as their states are frequent; the list below says the same in words. */
function stateBar(counts: StateCounts, total: number): string {
  const parts = [...counts].map(
    ([state, count]) => `<span class="fill s-${state}" style="flex-grow:${count}"></span>`,
  )
  const names = [...counts].map(([state, count]) => {
    const share = shareText(count, total)
    return `<li><span class="dot s-${state}"></span>${stateWords[state]} <b>${groupDigits(count)}</b> <small>${share}</small></li>`
  })
  return `<div class="bar" aria-hidden="true">${parts.join('')}</div>
<ul class="legend" aria-label="Services by state">${names.join('')}</ul>`
}
