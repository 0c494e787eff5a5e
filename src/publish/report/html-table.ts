import { groupDigits } from '../../report/group-digits.ts'
import { sizeText } from '../../report/size-text.ts'
import { escapeHtml, htmlLink } from '../../report/escape-html.ts'
import { groups, groupWords, type Standing, stateWords } from './standing.ts'
import type { StateCounts } from './totals.ts'

// On a narrow screen the style sheet shows rows as blocks, which takes a table's roles away; so they are said.

/** A row a service: what needs a person first. */
export function htmlTable(all: readonly Standing[]): string {
  const hasSizes = all.some(({ row }) => row.service.sizes !== undefined)
  const cells = [
    head('state', 'State'),
    head('service', 'Service'),
    head('pull', 'Pull request'),
    ...(hasSizes ? [head('images', 'Images')] : []),
    head('why', 'Why'),
  ]
  return `<table role="table" class="list" aria-labelledby="list">
<thead role="rowgroup"><tr role="row">${cells.join('')}</tr></thead>
<tbody role="rowgroup">
${all.map((each) => htmlRow(each, hasSizes)).join('\n')}
</tbody>
</table>`
}

function htmlRow({ row, state, group, why, url }: Standing, hasSizes: boolean): string {
  const { repository, service } = row
  const { sizes, pull } = service
  const saved = sizes === undefined ? 0 : sizes.before - sizes.after
  const link = url === undefined ? '' : htmlLink(url, `#${pull?.number ?? ''}`)
  const images = sizes === undefined ? '' : `${sizeText(sizes.before)} → ${sizeText(sizes.after)}`
  const cells = [
    cell('state', `<span class="dot s-${state}"></span>${stateWords[state]}`),
    cell('service', `<b>${escapeHtml(service.title)}</b> <small>${escapeHtml(repository)}</small>`),
    cell('pull', link),
    ...(hasSizes ? [cell('images', images)] : []),
    cell('why', escapeHtml(why)),
  ]
  const data = `data-state="${state}" data-group="${group}" data-repository="${escapeHtml(repository)}" data-service="${escapeHtml(service.key)}" data-saved="${saved}"`
  return `<tr role="row" ${data}>${cells.join('')}</tr>`
}

function head(name: string, title: string): string {
  return `<th scope="col" role="columnheader" class="${name}">${title}</th>`
}

function cell(name: string, content: string): string {
  return `<td role="cell" class="${name}">${content}</td>`
}

/** Hidden until the script is there to heed it. */
export function filterForm(counts: StateCounts, total: number): string {
  const states = [...counts].map(
    ([state, count]) =>
      `<option value="state ${state}">${stateWords[state]} (${groupDigits(count)})</option>`,
  )
  const all = groups.map((group) => `<option value="group ${group}">${groupWords[group]}</option>`)
  return `<form hidden role="search" aria-label="Filter and sort the list">
<label>State <select name="state"><option value="">all</option><optgroup label="Groups">${all.join('')}</optgroup><optgroup label="States">${states.join('')}</optgroup></select></label>
<label>Sort by <select name="sort"><option value="">urgency</option><option value="repository">repository</option><option value="service">service</option><option value="saved">bytes saved</option></select></label>
<label class="search">Search <input type="search" name="text" placeholder="repository, service or reason"></label>
<output role="status">${groupDigits(total)} of ${groupDigits(total)} shown</output>
</form>`
}
