import type { Change } from '../plan/change.ts'
import type { ContractChange, Migrated } from '../plan/outcome.ts'
import { unifiedDiff } from '../review/unified-diff.ts'
import type { FileReport } from './file-report.ts'
import { besideContext } from './json/json-report.ts'
import { secretValues, shortenSecrets } from './shorten-secrets.ts'
import { isShownWhole, type Look, paint, paintDiff, shown, shownPath } from './paint.ts'

/** The diffs of a migrated file, new files beside it first; empty for every other outcome. */
export function diffsOf({ path, context, result }: FileReport): readonly string[] {
  if (result.outcome !== 'migrated') return []
  const { before, after, otherFiles } = result
  return [
    ...otherFiles.map((file) => unifiedDiff({ ...file, path: besideContext(context, file.path) })),
    unifiedDiff({ path, before, after }),
  ]
}

/** The diffs without the secrets of the file, for what goes where the file itself does not. */
export function publicDiff(report: FileReport): string {
  const source = report.result.outcome === 'migrated' ? report.result.before : ''
  return shortenSecrets(diffsOf(report).join(''), secretValues(source))
}

/**
 * A file for people: its diffs, then each change with its reason; or why it stays as it is. Without colours the diffs can be applied
 * as they stand: `git apply` and `patch` skip the text between them, and those diffs that are not safe to show as they are, which it moves in.
 */
export function prettyReport(report: FileReport, look: Look): string {
  const { result } = report
  switch (result.outcome) {
    case 'migrated':
      return [
        `${paint(look, 'bold', shownPath(report.path))}${result.ecosystem === undefined ? '' : ` (${result.ecosystem})`}\n`,
        ...diffsOf(report).map((diff) => shownDiff(diff, look)),
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

/** A diff; where it is not shown as it is and might still be applied, as a text that no program takes for one. */
function shownDiff(diff: string, look: Look): string {
  const painted = paintDiff(look, diff)
  if (look.terminal || isShownWhole(diff)) return painted
  return `Not to be applied, since it has characters that are shown in another way:\n${painted.replace(/^(?=.)/gm, '  ')}`
}

/** `services/dev/Dockerfile:12: refused: REASON [development-image]`, as compilers write it. */
export function statusLine({ path, result }: FileReport, look: Look): string {
  if (result.outcome === 'migrated') return shownPath(path)
  const line = 'line' in result && result.line !== undefined ? `:${result.line}` : ''
  const color = { unchanged: 'dim', refused: 'yellow', failed: 'red' } as const
  const outcome = paint(look, color[result.outcome], `${result.outcome}:`)
  return `${shownPath(path)}${line}: ${outcome} ${shown(look, oneLine(result.reason))} [${result.code}]`
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
        `  ${shownPath(path)}${line === undefined ? '' : `:${line}`}  ${oneLine(text)}`,
    ),
  ]
  return `${lines.join('\n')}\n`
}

function describeContract(contract: readonly ContractChange[]): string {
  if (contract.length === 0) return ''
  const lines = contract.map((change) => `  ${contractText(change)}\n`)
  return `* What is different in the image's config:\n${lines.join('')}`
}

/** 'User: none -> "65532" [split-stages]' */
export function contractText({ field, before, after, by }: ContractChange): string {
  return `${field}: ${valueText(before)} -> ${valueText(after)} [${by}]`
}

function valueText(value: unknown): string {
  return value === null || value === undefined ? 'none' : JSON.stringify(value)
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
