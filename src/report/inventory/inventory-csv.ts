import { csvLine } from '../csv-line.ts'
import type { InventoryFile } from './inventory.ts'

/** The header line: names don't change, new columns come last. */
const columns = [
  'path',
  'outcome',
  'ecosystem',
  'stages',
  'code',
  'rules',
  'base_megabytes_before',
  'base_megabytes_after',
]

/** `inventory --format csv`: a header and one line a file. */
export function inventoryCsv(files: readonly InventoryFile[]): string {
  const lines = files.map(({ path, outcome, ecosystem, stages, code, rules, base }) =>
    csvLine([path, outcome, ecosystem, stages, code, rules.join(' '), base?.before, base?.after]),
  )
  return [csvLine(columns), ...lines].join('')
}
