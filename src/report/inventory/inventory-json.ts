import { plainJson } from '../paint.ts'
import type { InventoryFile } from './inventory.ts'
import type { InventoryJson } from './inventory-schema.ts'
import { inventoryTotals } from './totals.ts'

/** `inventory --format json`; inventory-schema.ts says what each field is. */
export function inventoryJson(files: readonly InventoryFile[]): string {
  const document: InventoryJson = {
    version: 1,
    summary: inventoryTotals(files),
    files: files.map(({ path, outcome, ecosystem, stages, code, rules, base }) => ({
      ...{ path, outcome, ecosystem: ecosystem ?? null, stages: stages ?? null },
      ...{ code: code ?? null, rules: [...rules], baseMegabytes: base ?? null },
    })),
  }
  return `${plainJson(JSON.stringify(document, null, 2))}\n`
}
