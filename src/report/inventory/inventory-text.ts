import { type Look, paint, shownLine } from '../paint.ts'
import type { InventoryFile } from './inventory.ts'
import { headline, type InventoryTable, inventoryTables, savingText } from './tables.ts'
import { inventoryTotals } from './totals.ts'

/** `inventory` for people: what there is in tables that fit on a screen, no list of files. */
export function inventoryText(files: readonly InventoryFile[], look: Look): string {
  const summary = inventoryTotals(files)
  return [
    `${headline(summary)}\n`,
    ...inventoryTables(summary).map((table) => `\n${tableText(table, look)}`),
    `\n${savingText(summary)}\n`,
  ].join('')
}

function tableText({ title, head, rows, columns }: InventoryTable, look: Look): string {
  const all = [[title, ...head.slice(1)], ...rows].map((row) => row.map(shownLine))
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)))
  const lines = all.map((row, line) => {
    const text = row
      .map((cell, i) =>
        columns[i] === 'number' ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd()
    return line === 0 ? paint(look, 'bold', text) : text
  })
  return lines.map((line) => `${line}\n`).join('')
}
