import type { FileReport } from '../../report/file-report.ts'
import { baseSizes } from '../../report/inventory/inventory.ts'
import { shownPath } from '../../report/paint.ts'
import { sizeText } from '../../report/size-text.ts'
import { stageChange } from '../../report/stages/stage-changes.ts'
import { assumptionsOf } from '../words.ts'
import { type FileState, isBusy, type ReviewState } from '../state/review-state.ts'
import { fit, type Line, type Span, span } from './line.ts'

/** What a file is, and what would come of it: two lines. */
export function headerLines(state: ReviewState, file: FileState, width: number): readonly Line[] {
  const { report } = file
  const ecosystem = 'ecosystem' in report.result ? report.result.ecosystem : undefined
  const first: Line = [
    span(`${state.at + 1}/${state.files.length} `, 'dim'),
    span(shownPath(report.path), 'bold'),
    ...(ecosystem === undefined ? [] : [span(` · ${ecosystem}`)]),
    span(' · '),
    decisionSpan(file),
  ]
  return [first, factsLine(file)].map((line) => fit(line, width))
}

function decisionSpan(file: FileState): Span {
  if (isBusy(file)) return span('working …', 'dim')
  switch (file.decision) {
    case 'open':
      return span(
        file.report.result.outcome === 'migrated' ? 'not answered' : file.report.result.outcome,
        'yellow',
      )
    case 'write':
      return span('will be written', 'green')
    case 'leave':
      return span('stays as it is', 'dim')
  }
}

function factsLine(file: FileState): Line {
  return [span(factTexts(file).join(' · '))]
}

/** Stages, saving and risk of a file, as short clauses; shown by every kind of screen. */
export function factTexts({ report, wanted }: FileState): readonly string[] {
  const answers = assumptionsOf(wanted.answers).length
  return [
    stagesText(report),
    savingText(report),
    riskText(report, answers),
    verdictText(report),
  ].filter((text) => text !== '')
}

/** '1 stage -> builder, runtime' */
function stagesText(report: FileReport): string {
  const change = stageChange(report)
  if (change === undefined)
    return report.stages === undefined ? '' : `${report.stages} ${plural(report.stages, 'stage')}`
  const names = change.after.map(({ name }, i) => name ?? `${i + 1}`)
  const before = change.before.length
  return before === names.length
    ? `${before} ${plural(before, 'stage')}`
    : `${before} ${plural(before, 'stage')} -> ${names.length} (${names.join(', ')})`
}

function savingText({ result, verification }: FileReport): string {
  if (result.outcome !== 'migrated' || verification !== undefined) return ''
  const sizes = baseSizes(result.before, result.after)
  if (sizes === undefined) return 'saving not known'
  const saved = (sizes.before - sizes.after) * 1e6
  return saved <= 0 ? 'same base image' : `saves about ${sizeText(saved)}`
}

function riskText({ result }: FileReport, answers: number): string {
  if (result.outcome !== 'migrated') return ''
  const count = result.changes.filter(({ risk }) => risk === 'review').length + answers
  return count === 0 ? 'no assumption' : `${count} ${plural(count, 'assumption')} to review`
}

function verdictText({ verification }: FileReport): string {
  if (verification === undefined) return ''
  const { verdict, reason, images } = verification
  const sizes =
    images === undefined ? '' : ` ${sizeText(images.before.size)} -> ${sizeText(images.after.size)}`
  return verdict === 'same' ? `verified: same${sizes}` : `verified: ${verdict}${sizes}, ${reason}`
}

const plural = (count: number, word: string) => (count === 1 ? word : `${word}s`)
