import type { Finding } from '../../verification/finding.ts'
import { timesText } from '../verdicts/image-lines.ts'
import { groupDigits } from '../group-digits.ts'
import { cellCode, codeSpan, fenced, plainText } from './markdown-text.ts'
import { shareText, sizeText } from '../size-text.ts'
import type { VerdictRow } from '../verdicts/verdict-table.ts'

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
  return `| ${[cellCode(path), ...sizes, `**${verdict}**`].join(' | ')} |\n`
}

/** What is to be said of the files below the table. */
export function markdownDetails(rows: readonly VerdictRow[]): string {
  return rows.map(detailsOf).join('')
}

function detailsOf({ path, verification }: VerdictRow): string {
  const { images, builds, notes } = verification
  const times = timesText(builds)
  return [
    `\n### ${codeSpan(path)}\n\n${plainText(verification.reason)}\n`,
    markdownDoubts(verification),
    images === undefined ? '' : `\n${markdownFacts(images)}`,
    times === '' ? '' : `\nBuilt ${times}.\n`,
    notes.length === 0 ? '' : `\nWorth knowing:\n${list(notes)}`,
  ].join('')
}

/** How a rule is called in the text; its name as code unless said. */
export type NameOf = (rule: string) => string

/** What is different, and the end of the log of a build that failed; empty where there is neither. */
export function markdownDoubts(
  { differences, failure }: VerdictRow['verification'],
  nameOf: NameOf = codeSpan,
): string {
  const log =
    failure === undefined
      ? ''
      : `\n${fenced([failure.instruction?.text ?? '', ...failure.log].join('\n'))}`
  return `${list(differences, nameOf)}${log}`
}

/** Both images side by side. */
export function markdownFacts({
  before,
  after,
}: NonNullable<VerdictRow['verification']['images']>): string {
  const row = (name: string, read: (facts: typeof before) => string): string =>
    `| ${name} | ${read(before)} | ${read(after)} |\n`
  return [
    '| | before | after |\n| --- | ---: | ---: |\n',
    row('size', ({ size }) => sizeText(size)),
    row('compressed', ({ compressed }) => sizeText(compressed)),
    row('layers', ({ layers }) => String(layers)),
    row('files', ({ files }) => groupDigits(files)),
    row('OS packages', ({ osPackages }) => groupDigits(osPackages)),
    before.languagePackages + after.languagePackages === 0
      ? ''
      : row('language packages', ({ languagePackages }) => groupDigits(languagePackages)),
    before.setuid.length + after.setuid.length === 0
      ? ''
      : row('setuid files', ({ setuid }) => String(setuid.length)),
    row('user', ({ user }) => cellCode(user === '' ? 'root' : user)),
  ].join('')
}

function list(findings: readonly Finding[], nameOf: NameOf = codeSpan): string {
  if (findings.length === 0) return ''
  const shown = findings.slice(0, mostFindings)
  const more = findings.length - shown.length
  const lines = shown.map(
    ({ message, by }) => `- ${plainText(message)}${by === undefined ? '' : ` (${nameOf(by)})`}\n`,
  )
  return `\n${lines.join('')}${more > 0 ? `- and ${more} more\n` : ''}`
}
