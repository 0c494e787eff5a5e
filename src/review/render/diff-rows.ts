import { structuredPatch } from 'diff'
import type { Change } from '../../plan/change.ts'
import type { FileReport } from '../../report/file-report.ts'
import { splitRule } from '../../plan/rule-names.ts'
import { besideContext } from '../../report/json/json-report.ts'
import { shownPath } from '../../report/paint.ts'
import { patience, wholePatch } from '../unified-diff.ts'
import { lineRules } from './line-rules.ts'

/** One line of what changes, whichever way it is shown. */
export type DiffRow =
  | { readonly kind: 'file'; readonly text: string }
  | { readonly kind: 'hunk'; readonly text: string }
  | {
      readonly kind: 'same' | 'added' | 'removed'
      readonly text: string
      /** The change that made it, from 1; undefined where none did. */
      readonly change: number | undefined
    }

const known = new WeakMap<FileReport, readonly DiffRow[]>()

/** The lines that change, each with the number of its change: the Dockerfile first, then the files beside it. */
export function diffRows(report: FileReport, changes: readonly Change[]): readonly DiffRow[] {
  const rows = known.get(report) ?? rowsOf(report, changes)
  known.set(report, rows)
  return rows
}

function rowsOf(
  { path, context, result }: FileReport,
  changes: readonly Change[],
): readonly DiffRow[] {
  if (result.outcome !== 'migrated') return []
  const numberOf = (rule: string | undefined) => {
    const at = changes.findIndex((change) => change.rule === rule)
    return at < 0 ? undefined : at + 1
  }
  const rules = lineRules(result)
  const own = hunkRows(result.before, result.after, {
    added: (line) => numberOf(rules.added(line)),
    removed: (line) => numberOf(rules.removed(line)),
  })
  return [
    ...(own.length === 0 ? [] : [{ kind: 'file', text: shownPath(path) } as const, ...own]),
    ...result.otherFiles.flatMap((file): DiffRow[] => {
      const number = numberOf(ruleOf(file.path))
      const name = `${shownPath(besideContext(context, file.path))}${file.before === null ? ' (new)' : ''}`
      const one = () => number
      return [
        { kind: 'file', text: name },
        ...hunkRows(file.before ?? '', file.after, { added: one, removed: one }),
      ]
    }),
  ]
}

/** The rule that writes a file beside the Dockerfile. */
const ruleOf = (path: string) => (path.endsWith('.dockerignore') ? 'docker-ignore' : splitRule)

type NumberOf = (line: number) => number | undefined

function hunkRows(
  before: string,
  after: string,
  numbers: { readonly added: NumberOf; readonly removed: NumberOf },
): readonly DiffRow[] {
  if (before === after) return []
  const options = { context: 3, timeout: patience }
  const names = ['', ''] as const
  const { hunks } =
    structuredPatch(...names, before, after, undefined, undefined, options) ??
    wholePatch(names, before, after)
  return hunks.flatMap(({ oldStart, newStart, lines }, i) => {
    let old = oldStart
    let now = newStart
    const rows = lines.map((line): DiffRow => {
      const text = line.slice(1).replace(/\r$/, '')
      switch (line.charAt(0)) {
        case '+':
          return { kind: 'added', text, change: numbers.added(now++) }
        case '-':
          return { kind: 'removed', text, change: numbers.removed(old++) }
        case '\\':
          return { kind: 'hunk', text: 'no line end at the end of the file' }
        default:
          old++
          now++
          return { kind: 'same', text, change: undefined }
      }
    })
    const isFirst = i === 0 && newStart <= 1
    return isFirst ? rows : [{ kind: 'hunk', text: `line ${newStart}` }, ...rows]
  })
}
