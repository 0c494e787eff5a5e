import type { Change } from '../../plan/change.ts'
import { contractTable, cut } from './contract-table.ts'
import type { FileReport } from '../file-report.ts'
import { moreHelp } from '../findings/findings.ts'
import { besideContext } from '../json/json-report.ts'
import { cellCode, codeSpan, fenced, htmlCode, plainText } from './markdown-text.ts'
import { publicDiff } from '../pretty-report.ts'
import type { Rendering } from '../rendering.ts'
import { stagesText } from '../stages/stage-changes.ts'
import { outcomeWords, summaryWords } from '../summary.ts'
import { markdownDoubts } from './verification-markdown.ts'

/**
 * A table of all files, then what is behind each, folded. It is no longer than `limit` bytes: details go first, and rows, which is
 * said. All comes with the tail, since the table comes first.
 */
export function markdownRendering(limit = Infinity): Rendering {
  const files: { readonly row: string; readonly details: string }[] = []
  return {
    head: '',
    file: (report) => {
      files.push({ row: rowOf(report), details: detailsOf(report) })
      return ''
    },
    tail: (tally) => {
      const head = `${plainText(summaryWords(tally, undefined))}.\n\n${tableHead}`
      const room = limit - Buffer.byteLength(head) - roomForWords
      const rows = fitting(
        files.map(({ row }) => row),
        room,
      )
      const details = fitting(
        files.map(({ details }) => details).filter((text) => text !== ''),
        room - Buffer.byteLength(rows.text),
      )
      const rest = files.length - rows.count
      return [
        head,
        rows.text,
        rest > 0 ? `\n${rest} more Dockerfiles do not fit in here.\n` : '',
        details.text,
        details.isWhole ? '' : '\nMore details do not fit in here.\n',
      ].join('')
    },
    isSilentOnRefusals: false,
  }
}

const roomForWords = 200

const tableHead = `| Dockerfile | | ecosystem | stages | changes |
| --- | --- | --- | --- | --- |
`

interface Fitting {
  readonly text: string
  readonly count: number
  readonly isWhole: boolean
}

/** So many of the texts as have room, in bytes, from the first on. */
function fitting(texts: readonly string[], room: number): Fitting {
  let size = 0
  let count = 0
  for (const text of texts) {
    size += Buffer.byteLength(text)
    if (size > room) break
    count++
  }
  return { text: texts.slice(0, count).join(''), count, isWhole: count === texts.length }
}

function rowOf(report: FileReport): string {
  const { path, result } = report
  const ecosystem = 'ecosystem' in result ? (result.ecosystem ?? '') : ''
  const what = result.outcome === 'migrated' ? String(result.changes.length) : codeSpan(result.code)
  const cells = [
    cellCode(path),
    outcomeWords[result.outcome],
    plainText(ecosystem),
    stagesText(report),
    what,
  ]
  return `| ${cells.join(' | ')} |\n`
}

function detailsOf(report: FileReport): string {
  const { path, result } = report
  if (result.outcome === 'unchanged') return ''
  if (result.outcome !== 'migrated') {
    const line = 'line' in result && result.line !== undefined ? `, line ${result.line}` : ''
    const more = moreHelp(result)
    const help = more === undefined ? '' : `\n\n${plainText(more)}`
    return folded(
      `${htmlCode(path)}: ${outcomeWords[result.outcome]}${line}`,
      `${plainText(result.reason)}${help}\n`,
    )
  }
  const { changes, contract, stays } = result
  const count = `${changes.length} change${changes.length === 1 ? '' : 's'}`
  const { verification } = report
  return folded(
    `${htmlCode(path)}: ${count}`,
    [
      ...changes.map((change) => changeText(change, report)),
      contractTable(contract),
      ...stays.map((reason) => `\n${plainText(reason)}\n`),
      verification === undefined
        ? ''
        : `\n**${verification.verdict}**: ${plainText(verification.reason)}\n${markdownDoubts(verification)}`,
      `\n${fenced(publicDiff(report), 'diff')}`,
    ].join(''),
  )
}

function folded(summary: string, text: string): string {
  return `\n<details>\n<summary>${summary}</summary>\n\n${text}\n</details>\n`
}

function changeText({ title, why, assumption, evidence }: Change, { path, context }: FileReport) {
  const lines = [
    `- **${plainText(title)}.** ${plainText(why)}`,
    ...(assumption === undefined ? [] : [`  - To review: ${plainText(assumption)}`]),
    ...evidence.map(({ path: name, line, text }) => {
      const file = name === 'Dockerfile' ? path : besideContext(context, name)
      const place = codeSpan(line === undefined ? file : `${file}:${line}`)
      return `  - ${place}${text === '' || text === name ? '' : `: ${codeSpan(cut(text))}`}`
    }),
  ]
  return `${lines.join('\n')}\n`
}
