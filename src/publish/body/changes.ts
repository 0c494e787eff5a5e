import type { Change } from '../../plan/change.ts'
import type { ContractChange } from '../../plan/outcome.ts'
import { besideContext } from '../../report/json-report.ts'
import { cellCode, codeSpan, plainText } from '../../report/markdown-text.ts'
import { type MigratedFile, migratedFiles, type TextSubject } from './subject.ts'

/** How much is said of a change: all evidence, some of it, or the reason alone. */
export type Detail = 'all' | 'some' | 'none'

const someEvidence = 3

/** Each change with its reason and the lines that it rests on, file by file. */
export function changesText(subject: TextSubject, detail: Detail): string {
  const files = migratedFiles(subject)
  return files
    .map((file) => {
      const head = files.length > 1 ? `#### ${codeSpan(file.path)}\n\n` : ''
      const changes = file.result.changes.map((change) => changeText(change, file, subject, detail))
      return `${head}${changes.join('')}${contractText(file.result.contract)}`
    })
    .join('\n')
}

function changeText(
  change: Change,
  file: MigratedFile,
  subject: TextSubject,
  detail: Detail,
): string {
  const most = detail === 'all' ? change.evidence.length : detail === 'some' ? someEvidence : 0
  const shown = change.evidence.slice(0, most).map(({ path, line, text }) => {
    const full = path === 'Dockerfile' ? file.path : besideContext(file.context, path)
    const place = `${full}${line === undefined ? '' : `:${line}`}`
    // What lies outside of the repository has no page.
    const name = full.startsWith('../')
      ? codeSpan(place)
      : `[${codeSpan(place)}](${linkTarget(subject.fileUrl(full, line))})`
    const words = text.trim() === '' || text.trim() === path ? '' : `: ${codeSpan(cut(text))}`
    return `  - ${name}${words}\n`
  })
  const rest = change.evidence.length - shown.length
  const more = detail !== 'none' && rest > 0 ? `  - and ${rest} more\n` : ''
  return `- **${plainText(change.title)}.** ${plainText(change.why)}\n${shown.join('')}${more}`
}

function cut(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text
}

/** https://spec.commonmark.org/0.31.2/#link-destination */
function linkTarget(url: string): string {
  return url.replace(
    /[()\s<>]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )
}

function contractText(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return ''
  const rows = contract.map(
    ({ field, before, after }) =>
      `| ${cellCode(field)} | ${valueText(before)} | ${valueText(after)} |\n`,
  )
  return `\nThe image's configuration changes in:\n\n| | before | after |\n| --- | --- | --- |\n${rows.join('')}`
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  if (value === '') return 'empty'
  if (typeof value === 'object' && Object.keys(value).length === 0) return 'there'
  return cellCode(cut(typeof value === 'string' ? value : JSON.stringify(value)))
}

/** What the changes rest on, for a person to check. Each once. */
export function assumptionsText(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const rows = files.flatMap((file) =>
    file.result.changes.flatMap(({ assumption }) => {
      if (assumption === undefined) return []
      const where = files.length > 1 ? `${codeSpan(file.path)}: ` : ''
      return [`- [ ] ${where}${plainText(assumption)}\n`]
    }),
  )
  return [...new Set(rows)].join('')
}
