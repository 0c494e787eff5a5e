import { groupDigits } from '../group-digits.ts'
import { shareText, sizeText } from '../size-text.ts'
import type { InventorySummary } from './inventory-schema.ts'

/** A table of an inventory, for whatever shows it. */
export interface InventoryTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** What each column has: names of the program or of projects, numbers as shown, or words. */
  readonly columns: readonly ('name' | 'number' | 'words')[]
}

/** The tables of an inventory that have rows. */
export function inventoryTables(summary: InventorySummary): readonly InventoryTable[] {
  const { ecosystems, stages, rules, reasons } = summary
  const tables: readonly InventoryTable[] = [
    {
      title: 'Ecosystems',
      head: ['', 'files', 'would change', 'unchanged', 'refused', 'failed'],
      rows: ecosystems.map(({ ecosystem, migrated, unchanged, refused, failed }) => [
        ecosystem ?? 'not known',
        ...[migrated + unchanged + refused + failed, migrated, unchanged, refused, failed].map(
          groupDigits,
        ),
      ]),
      columns: ['name', 'number', 'number', 'number', 'number', 'number'],
    },
    {
      title: 'Stages',
      head: ['', 'files'],
      rows: [
        ['one stage', stages.single],
        ['several stages', stages.multi],
        ['not read', stages.unknown],
      ].flatMap(([name, files]) =>
        typeof files === 'number' && files > 0 ? [[String(name), groupDigits(files)]] : [],
      ),
      columns: ['words', 'number'],
    },
    {
      title: 'What would change',
      head: ['rule', 'files'],
      rows: rules.map(({ rule, files }) => [rule, groupDigits(files)]),
      columns: ['name', 'number'],
    },
    ...(['refused', 'unchanged', 'failed'] as const).map((outcome): InventoryTable => ({
      title: reasonTitles[outcome],
      head: ['code', 'files', ''],
      rows: reasons
        .filter((each) => each.outcome === outcome)
        .map(({ code, files, meaning }) => [code, groupDigits(files), meaning]),
      columns: ['name', 'number', 'words'],
    })),
  ]
  return tables.filter(({ rows }) => rows.length > 0)
}

const reasonTitles = {
  refused: 'What is refused',
  unchanged: 'What stays as it is',
  failed: 'What failed',
} as const

/** '12 Dockerfiles: 7 would change, 5 refused.' */
export function headline({ files, outcomes }: InventorySummary): string {
  const { migrated, unchanged, refused, failed } = outcomes
  const parts = [
    [migrated, 'would change'],
    [unchanged, 'unchanged'],
    [refused, 'refused'],
    [failed, 'failed'],
  ].flatMap(([n, what]) => (typeof n === 'number' && n > 0 ? [`${groupDigits(n)} ${what}`] : []))
  const head = `${groupDigits(files)} Dockerfile${files === 1 ? '' : 's'}`
  return `${head}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`
}

/** What may be saved, in a sentence that says how it is known. */
export function savingText({ saving }: InventorySummary): string {
  const { known, unknown, megabytesBefore, megabytesAfter } = saving
  if (known + unknown === 0) return 'Expected saving: none, since nothing would change.'
  const rest =
    unknown === 0 ? '' : ` Not known for ${groupDigits(unknown)} other${unknown === 1 ? '' : 's'}.`
  if (known === 0) return `Expected saving: not known.`
  const [before, after] = [megabytesBefore * 1e6, megabytesAfter * 1e6]
  const left = shareText(after, before)
  return `Expected saving: about ${sizeText(before - after)} of ${sizeText(before)}${left === '' ? '' : ` (${left} is left)`} in ${groupDigits(known)} image${known === 1 ? '' : 's'}, an estimate from base images alone; verify measures.${rest}`
}
