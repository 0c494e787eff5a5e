import { refusals } from '../../plan/refusals/refusals.ts'
import { ownValue } from '../../dockerfile/own-value.ts'
import { failures } from '../failures.ts'
import { counted, type InventoryFile } from './inventory.ts'
import type { InventorySummary } from './inventory-schema.ts'

/** All that an inventory counts. */
export function inventoryTotals(files: readonly InventoryFile[]): InventorySummary {
  const change = files.filter(({ outcome }) => outcome === 'migrated')
  const known = change.flatMap(({ base }) => base ?? [])
  const of = (test: (file: InventoryFile) => boolean): number => files.filter(test).length
  return {
    files: files.length,
    outcomes: outcomesOf(files),
    ecosystems: counted(files, ({ ecosystem }) => [ecosystem ?? null]).map(({ value }) => ({
      ecosystem: value,
      ...outcomesOf(files.filter(({ ecosystem }) => (ecosystem ?? null) === value)),
    })),
    stages: {
      single: of(({ stages }) => stages === 1),
      multi: of(({ stages }) => stages !== undefined && stages > 1),
      unknown: of(({ stages }) => stages === undefined),
    },
    rules: counted(files, ({ rules }) => rules).map(({ value, files }) => ({ rule: value, files })),
    reasons: (['refused', 'unchanged', 'failed'] as const).flatMap((outcome) =>
      counted(
        files.filter((file) => file.outcome === outcome),
        ({ code }) => (code === undefined ? [] : [code]),
      ).map(({ value, files }) => ({ outcome, code: value, files, meaning: meaningOf(value) })),
    ),
    saving: {
      known: known.length,
      unknown: change.length - known.length,
      megabytesBefore: sum(known.map(({ before }) => before)),
      megabytesAfter: sum(known.map(({ after }) => after)),
    },
  }
}

function outcomesOf(files: readonly InventoryFile[]): InventorySummary['outcomes'] {
  const of = (name: InventoryFile['outcome']): number =>
    files.filter(({ outcome }) => outcome === name).length
  return {
    migrated: of('migrated'),
    unchanged: of('unchanged'),
    refused: of('refused'),
    failed: of('failed'),
  }
}

function meaningOf(code: string): string {
  return ownValue(refusals, code)?.sentence ?? ownValue(failures, code) ?? ''
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
