import { timesText } from '../../report/verdicts/image-lines.ts'
import { codeSpan, plainText } from '../../report/markdown/markdown-text.ts'
import { shareText, sizeText } from '../../report/size-text.ts'
import type { VerdictRow } from '../../report/verdicts/verdict-table.ts'
import {
  markdownDoubts,
  markdownFacts,
  markdownHead,
  markdownRow,
  type NameOf,
} from '../../report/markdown/verification-markdown.ts'
import type { Finding } from '../../verification/finding.ts'
import type { TextSubject } from './subject.ts'

const mostNotes = 5

/** A verified file, and what its changes are called above. */
interface NamedRow extends VerdictRow {
  readonly nameOf: NameOf
}

/** What building and running both images showed; empty where that was not asked for. */
export function verifiedText({
  reports,
  isDraftBecause,
}: Pick<TextSubject, 'reports' | 'isDraftBecause'>): string {
  const rows = reports.flatMap(({ path, verification, result }) => {
    if (verification === undefined) return []
    const changes = result.outcome === 'migrated' ? result.changes : []
    const nameOf: NameOf = (rule) => {
      const title = changes.findLast((change) => change.rule === rule)?.title
      return title === undefined ? codeSpan(rule) : `comes from **${plainText(title)}**`
    }
    return [{ path, verification, nameOf }]
  })
  const warning =
    isDraftBecause === undefined
      ? ''
      : '**This is a draft: the new image is not shown to do what the old one does.** Please read what was found before it is merged.\n\n'
  const [first] = rows
  if (first === undefined)
    return isDraftBecause === undefined ? '' : `${warning}${plainText(isDraftBecause)}\n`
  return `${warning}${rows.length === 1 ? oneRow(first) : manyRows(rows)}`
}

function oneRow({ verification, nameOf }: NamedRow): string {
  const { verdict, reason, images, builds, notes, differences } = verification
  const times = timesText(builds)
  // The reason of a difference is the first of them.
  const isSaid = differences.some(({ message }) => reason.startsWith(message))
  return [
    `${savedText([verification])}${howText([verification])} Verdict: **${verdict}**${isSaid ? '' : `. ${plainText(reason)}`}${isSaid ? ':' : ''}\n`,
    markdownDoubts(verification, nameOf),
    images === undefined ? '' : `\n${markdownFacts(images)}`,
    times === '' ? '' : `\nBuilt ${times}.\n`,
    notesText(notes),
  ].join('')
}

function manyRows(rows: readonly NamedRow[]): string {
  const all = rows.map(({ verification }) => verification)
  const lines = rows.map(({ path, verification, nameOf }) => {
    const doubts = markdownDoubts(verification, nameOf).replace(/^(?=.)/gm, '  ')
    return `- ${codeSpan(path)}: ${plainText(verification.reason)}\n${doubts.replace(/^\n/, '')}`
  })
  return `${savedText(all)}${howText(all)}\n\n${markdownHead}${rows.map(markdownRow).join('')}\n${lines.join('')}`
}

/** 'The images weigh 91 MB instead of 1.21 GB (8 %). ' */
function savedText(all: readonly VerdictRow['verification'][]): string {
  const images = all.flatMap((each) => each.images ?? [])
  if (images.length !== all.length) return ''
  const sum = (half: 'before' | 'after'): number =>
    images.reduce((n, each) => n + each[half].size, 0)
  const [before, after] = [sum('before'), sum('after')]
  const subject = all.length === 1 ? 'The image weighs' : 'Together the images weigh'
  return `${subject} ${sizeText(after)} instead of ${sizeText(before)} (${shareText(after, before)}). `
}

function howText(all: readonly VerdictRow['verification'][]): string {
  if (all.every(({ runs }) => runs !== undefined))
    return 'Before this was opened, old and new image were built, run and compared.'
  if (all.every(({ images }) => images !== undefined))
    return 'Before this was opened, old and new image were built and compared.'
  return 'Before this was opened, an attempt was made to build, run and compare old and new image.'
}

function notesText(notes: readonly Finding[]): string {
  if (notes.length === 0) return ''
  const lines = notes.slice(0, mostNotes).map(({ message }) => `- ${plainText(message)}\n`)
  const more = notes.length - mostNotes
  return `\nWorth knowing:\n\n${lines.join('')}${more > 0 ? `- and ${more} more\n` : ''}`
}
