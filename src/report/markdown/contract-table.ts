import type { ContractChange } from '../../plan/outcome.ts'
import { cellCode } from './markdown-text.ts'

/** What changes of the image's config, as a table of Markdown below its sentence; empty where nothing does. */
export function contractTable(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return ''
  const rows = contract.map(
    ({ field, before, after }) =>
      `| ${cellCode(field)} | ${valueText(before)} | ${valueText(after)} |\n`,
  )
  return `\nThe image's configuration changes in:\n\n| | before | after |\n| --- | --- | --- |\n${rows.join('')}`
}

/** A value as Markdown. */
function valueText(value: unknown): string {
  const text = contractValue(value)
  return plainValues.has(text) ? text : cellCode(text)
}

const plainValues: ReadonlySet<string> = new Set(['not set', 'empty', 'set'])

/** A value of an image's config. `{}` is what Docker has for a port or a volume that is declared. */
export function contractValue(value: unknown): string {
  if (value === null || value === undefined) return 'not set'
  if (value === '') return 'empty'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text === '{}' ? 'set' : cut(text)
}

/** A text that is not long. */
export function cut(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}
