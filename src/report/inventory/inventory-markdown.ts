import { cellCode, plainText } from '../markdown/markdown-text.ts'
import { outcomeWords } from '../summary.ts'
import type { InventoryFile } from './inventory.ts'
import { headline, type InventoryTable, inventoryTables, savingText } from './tables.ts'
import { inventoryTotals } from './totals.ts'

/** `inventory --format markdown`: the tables, then all files, folded. */
export function inventoryMarkdown(files: readonly InventoryFile[]): string {
  const summary = inventoryTotals(files)
  const all: InventoryTable = {
    title: 'Files',
    head: ['Dockerfile', '', 'ecosystem', 'stages', 'by'],
    rows: files.map(({ path, outcome, ecosystem, stages, code, rules }) => [
      path,
      outcomeWords[outcome],
      ecosystem ?? '',
      stages === undefined ? '' : String(stages),
      code ?? rules.join(', '),
    ]),
    columns: ['name', 'words', 'words', 'number', 'words'],
  }
  return [
    `${headline(summary)}\n`,
    ...inventoryTables(summary).map((table) => `\n### ${table.title}\n\n${tableText(table)}`),
    `\n${plainText(savingText(summary))}\n`,
    files.length === 0
      ? ''
      : `\n<details>\n<summary>All files</summary>\n\n${tableText(all)}\n</details>\n`,
  ].join('')
}

function tableText({ head, rows, columns }: InventoryTable): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [
    line(head),
    line(columns.map((column) => (column === 'number' ? '---:' : '---'))),
    ...rows.map((row) =>
      line(row.map((cell, i) => (columns[i] === 'name' ? cellCode(cell) : plainText(cell)))),
    ),
  ].join('')
}
