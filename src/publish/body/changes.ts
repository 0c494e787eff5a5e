import type { Evidence } from '../../facts/evidence.ts'
import type { Change } from '../../plan/change.ts'
import { contractTable, cut } from '../../report/markdown/contract-table.ts'
import { besideContext } from '../../report/json/json-report.ts'
import {
  codeSpan,
  htmlCode,
  link,
  type LinkOf,
  plainText,
} from '../../report/markdown/markdown-text.ts'
import { placeOf } from './evidence-place.ts'
import { countText } from './summary.ts'
import { type MigratedFile, migratedFiles, type TextSubject } from './subject.ts'

/** How much is said of a change: all evidence, some of it, the reason alone, the title alone. */
export type Detail = 'all' | 'some' | 'none' | 'titles'

const mostEvidence = { all: Infinity, some: 3, none: 0, titles: 0 } as const

/** Each change with its reason and the lines that it rests on, file by file. */
export function changesText(subject: TextSubject, detail: Detail): string {
  const files = migratedFiles(subject)
  const [first] = files
  if (first === undefined) return ''
  if (files.length === 1) return changesOfFile(first, subject, detail)
  return files
    .map((file) => {
      const text = changesOfFile(file, subject, detail)
      const { length } = file.result.changes
      const count = `${countText(length)} change${length === 1 ? '' : 's'}`
      return subject.markdown.folds
        ? `<details>\n<summary>${htmlCode(file.path)}: ${count}</summary>\n\n${text}\n</details>\n`
        : `${codeSpan(file.path)}:\n\n${text}`
    })
    .join('\n')
}

function changesOfFile(file: MigratedFile, subject: TextSubject, detail: Detail): string {
  const changes = file.result.changes.map((change) => changeText(change, file, subject, detail))
  const { contract, stays } = file.result
  const left = stays.map((reason) => `\n${plainText(reason)}\n`)
  return `${changes.join('')}${contractTable(contract)}${detail === 'titles' ? '' : left.join('')}`
}

function changeText(
  change: Change,
  file: MigratedFile,
  subject: TextSubject,
  detail: Detail,
): string {
  const linkOf = linksOf(change, file, subject)
  const title = `**${plainText(change.title)}.**`
  if (detail === 'titles') return `- ${title}\n`
  const shown = change.evidence.slice(0, mostEvidence[detail])
  const lines = shown.map((each) => `  - ${evidenceText(each, file, subject)}\n`)
  const rest = change.evidence.length - shown.length
  const more = detail === 'some' && rest > 0 ? `  - and ${rest} more\n` : ''
  return `- ${title} ${plainText(change.why, linkOf)}\n${lines.join('')}${more}`
}

function evidenceText(evidence: Evidence, file: MigratedFile, subject: TextSubject): string {
  const text = evidence.text.trim()
  const place = placeOf(evidence, file)
  if (place.kind === 'new') return `in the new ${codeSpan(file.path)}: ${codeSpan(cut(text))}`
  const { path, line } = place
  const name = codeSpan(`${path}${line === undefined ? '' : `:${line}`}`)
  // What lies outside of the repository has no page.
  const where = path.startsWith('../') ? name : link(name, subject.fileUrl(path, line))
  return text === '' || text === evidence.path ? where : `${where}: ${codeSpan(cut(text))}`
}

/** Places that a sentence names, as `src/server.ts:12`. */
function linksOf(change: Change, file: MigratedFile, { fileUrl }: TextSubject): LinkOf {
  return (word) => {
    const [, path, line] = /^(.+):(\d+)$/.exec(word) ?? []
    if (path === undefined || path === 'Dockerfile') return undefined
    const full = besideContext(file.context, path)
    const isKnown = change.evidence.some((each) => each.path === path)
    return isKnown && !full.startsWith('../') ? fileUrl(full, Number(line)) : undefined
  }
}

/** What the changes rest on, for a person to check. Each once. */
export function assumptionsText(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const rows = files.flatMap((file) =>
    file.result.changes.flatMap((change) => {
      if (change.assumption === undefined) return []
      const where = files.length > 1 ? `${codeSpan(file.path)}: ` : ''
      const words = plainText(change.assumption, linksOf(change, file, subject))
      return [`- [ ] ${where}${words} (assumed by **${plainText(change.title)}**)\n`]
    }),
  )
  return [...new Set(rows)].join('')
}
