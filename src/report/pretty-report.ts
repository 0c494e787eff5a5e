import type { Change } from '../plan/change.ts'
import type { ContractChange, Migrated } from '../plan/outcome.ts'
import { unifiedDiff } from '../review/unified-diff.ts'
import type { FileReport } from './file-report.ts'
import { besideContext } from './json-report.ts'
import { type Look, paint, paintDiff, shown } from './paint.ts'

/** The diffs of a migrated file, new files beside it first; empty for every other outcome. */
export function diffsOf({ path, context, result }: FileReport): readonly string[] {
  if (result.outcome !== 'migrated') return []
  const { before, after, otherFiles } = result
  return [
    ...otherFiles.map((file) => unifiedDiff({ ...file, path: besideContext(context, file.path) })),
    unifiedDiff({ path, before, after }),
  ]
}

/**
 * A file for people: its diffs, then each change with its reason; or why it stays as it is. Without colours the diffs can be applied
 * as they stand: `git apply` and `patch` skip the text between them.
 */
export function prettyReport(report: FileReport, look: Look): string {
  const { result } = report
  switch (result.outcome) {
    case 'migrated':
      return [
        `${paint(look, 'bold', shown(look, report.path))}${result.ecosystem === undefined ? '' : ` (${result.ecosystem})`}\n`,
        ...diffsOf(report).map((diff) => paintDiff(look, diff)),
        '\n',
        shown(look, describeChanges(result)),
        '\n',
      ].join('')
    case 'unchanged':
      return `${statusLine(report, look)}\n`
    case 'refused':
    case 'failed':
      return `${statusLine(report, look)}\n${result.help === undefined ? '' : `  ${shown(look, result.help)}\n`}\n`
  }
}

/** `services/dev/Dockerfile:12: refused: REASON [development-image]`, as compilers write it. */
export function statusLine({ path, result }: FileReport, look: Look): string {
  if (result.outcome === 'migrated') return shown(look, path)
  const line = 'line' in result && result.line !== undefined ? `:${result.line}` : ''
  const color = { unchanged: 'dim', refused: 'yellow', failed: 'red' } as const
  const outcome = paint(look, color[result.outcome], `${result.outcome}:`)
  return `${shown(look, path + line)}: ${outcome} ${shown(look, oneLine(result.reason))} [${result.code}]`
}

/** Each change with its reason, assumption and evidence; then what changes of the image, and what stays. Ends with a line end. */
export function describeChanges({ changes, contract, stays }: Migrated): string {
  return [
    ...changes.map(describeChange),
    describeContract(contract),
    ...stays.map((reason) => `* ${oneLine(reason)}\n`),
  ].join('')
}

function describeChange(change: Change): string {
  const lines = [
    `* ${oneLine(change.title)} [${change.rule}]`,
    `  ${oneLine(change.why)}`,
    ...(change.risk === 'review'
      ? [`  To review: ${oneLine(change.assumption ?? 'rests on an assumption')}`]
      : []),
    ...change.evidence.map(
      ({ path, line, text }) =>
        `  ${path}${line === undefined ? '' : `:${line}`}  ${oneLine(text)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

function describeContract(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return ''
  const lines = contract.map(
    ({ field, before, after, by }) =>
      `  ${field}: ${valueText(before)} -> ${valueText(after)} [${by}]\n`,
  )
  return `* What is different in the image's config:\n${lines.join('')}`
}

function valueText(value: unknown): string {
  return value === null || value === undefined ? 'none' : JSON.stringify(value)
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
