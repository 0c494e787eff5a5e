import { escapeHtml } from '../escape-html.ts'
import { fileList } from '../html/file-list.ts'
import { filterHash, filterScript } from '../html/filter-script.ts'
import { htmlPage } from '../html/page.ts'
import { reportStyle } from '../html/report-style.ts'
import type { InventoryFile } from './inventory.ts'
import { headline, type InventoryTable, inventoryTables, savingText } from './tables.ts'
import { inventoryTotals } from './totals.ts'

/** `inventory --format html`: one page with the tables, and all files with filters. */
export function inventoryHtml(files: readonly InventoryFile[]): string {
  const summary = inventoryTotals(files)
  const listed = files.map((file) => ({
    ...{ file, part: undefined },
    stages: file.stages === undefined ? '' : String(file.stages),
  }))
  return htmlPage({
    title: 'An inventory of Dockerfiles',
    style: reportStyle,
    script: { text: filterScript, hash: filterHash },
    main: [
      `<p class="lead">${escapeHtml(headline(summary))} ${escapeHtml(savingText(summary))}</p>\n`,
      ...inventoryTables(summary).map(tableHtml),
      files.length === 0 ? '' : fileList(listed),
    ].join(''),
  })
}

function tableHtml({ title, head, rows, columns }: InventoryTable): string {
  const kind = (i: number): string => (columns[i] === 'number' ? ' class="number"' : '')
  const lines = rows.map((row) => {
    const [name = '', ...rest] = row.map(escapeHtml)
    const cells = rest.map((cell, i) => `<td${kind(i + 1)}>${cell}</td>`)
    return `<tr><th scope="row">${name}</th>${cells.join('')}</tr>\n`
  })
  const titles = head.map((cell, i) => `<th scope="col"${kind(i)}>${escapeHtml(cell)}</th>`)
  return `<h2>${escapeHtml(title)}</h2>
<table class="plain"><thead><tr>${titles.join('')}</tr></thead>
<tbody>
${lines.join('')}</tbody></table>
`
}
