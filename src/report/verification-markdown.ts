import type { Finding } from '../verify/verification.ts'
import { timesText } from './image-lines.ts'
import { groupDigits } from './group-digits.ts'
import { shareText, sizeText } from './size-text.ts'
import type { VerdictRow } from './verdict-table.ts'

/** Findings that are listed of a file. */
const mostFindings = 10

/** The head of the table of all files, for a pull request's body. */
export const markdownHead = `| Dockerfile | before | after | | verdict |
| --- | ---: | ---: | ---: | --- |
`

/** A file's row of that table. */
export function markdownRow({ path, verification: { verdict, images } }: VerdictRow): string {
  const sizes =
    images === undefined
      ? ['', '', '']
      : [
          sizeText(images.before.size),
          sizeText(images.after.size),
          shareText(images.after.size, images.before.size),
        ]
  return `| ${[code(path), ...sizes, `**${verdict}**`].join(' | ')} |\n`
}

/** What is to be said of the files below the table. */
export function markdownDetails(rows: readonly VerdictRow[]): string {
  return rows.map(detailsOf).join('')
}

function detailsOf({ path, verification }: VerdictRow): string {
  const { reason, differences, notes, failure, images, builds } = verification
  const times = timesText(builds)
  return [
    `\n### ${code(path)}\n\n${text(reason)}\n`,
    list(differences),
    failure === undefined
      ? ''
      : `\n${fenced([failure.instruction?.text ?? '', ...failure.log].join('\n'))}`,
    images === undefined ? '' : `\n${factsTable(images)}`,
    times === '' ? '' : `\nBuilt ${times}.\n`,
    notes.length === 0 ? '' : `\nWorth knowing:\n${list(notes)}`,
  ].join('')
}

function factsTable({ before, after }: NonNullable<VerdictRow['verification']['images']>): string {
  const row = (name: string, read: (facts: typeof before) => string): string =>
    `| ${name} | ${read(before)} | ${read(after)} |\n`
  return [
    '| | before | after |\n| --- | ---: | ---: |\n',
    row('size', ({ size }) => sizeText(size)),
    row('compressed', ({ compressed }) => sizeText(compressed)),
    row('layers', ({ layers }) => String(layers)),
    row('files', ({ files }) => groupDigits(files)),
    row('OS packages', ({ osPackages }) => groupDigits(osPackages)),
    row('language packages', ({ languagePackages }) => groupDigits(languagePackages)),
    row('setuid files', ({ setuid }) => String(setuid.length)),
    row('user', ({ user }) => code(user === '' ? 'root' : user)),
  ].join('')
}

function list(findings: readonly Finding[]): string {
  if (findings.length === 0) return ''
  const shown = findings.slice(0, mostFindings)
  const more = findings.length - shown.length
  const lines = shown.map(
    ({ message, by }) => `- ${text(message)}${by === undefined ? '' : ` (${code(by)})`}\n`,
  )
  return `\n${lines.join('')}${more > 0 ? `- and ${more} more\n` : ''}`
}

/** Text of programs must not become markup, mention people, or break a table. */
function text(words: string): string {
  return words.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>#|@~]/g, '\\$&')
}

function code(words: string): string {
  return `\`${words.replace(/[`|\n]/g, ' ')}\``
}

function fenced(words: string): string {
  const longest = Math.max(2, ...[...words.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${words.trim()}\n${fence}\n`
}
