import { splitRule } from '../../plan/rule-names.ts'
import { listText } from '../../plan/list-text.ts'
import type { Migrated } from '../../plan/outcome.ts'
import { refusals } from '../../plan/refusals/refusals.ts'
import type { FileReport } from '../file-report.ts'
import type { FileExplanation, InputLine, OutputLine } from './explain-schema.ts'
import { traceLines } from './trace.ts'

/** Why each line of a file is where it is, or why the file stays as it is. `line` leaves those of one line. */
export function explainFile(
  { path, result }: FileReport,
  line: number | undefined,
): FileExplanation {
  const head = {
    ...({ version: 1, kind: 'file', path, outcome: result.outcome } as const),
    ...('ecosystem' in result && result.ecosystem !== undefined
      ? { ecosystem: result.ecosystem }
      : {}),
    ...(line === undefined ? {} : { line }),
  }
  if (result.outcome !== 'migrated') {
    const { code, reason } = result
    const help =
      result.help ?? (result.outcome === 'failed' ? undefined : refusals[result.code].help)
    return {
      ...{ ...head, code, reason, output: [], input: [], changes: [] },
      ...(help === undefined ? {} : { help }),
    }
  }
  const { output, input: lines } = traceLines(result)
  const input = lines.map((each) => ({ ...each, ...whyOf(each, result) }))
  const isAsked = (each: InputLine | OutputLine): boolean =>
    line === undefined ||
    each.line === line ||
    ('to' in each ? each.to.some((to) => to.line === line) : each.from === line)
  const asked = { output: output.filter(isAsked), input: input.filter(isAsked) }
  const rules = new Set([...asked.output, ...asked.input].map(({ by }) => by))
  return {
    ...{ ...head, ...asked },
    changes: result.changes
      .filter(({ rule }) => line === undefined || rules.has(rule))
      .map(({ rule, title, why, assumption, evidence }) => ({
        ...{ rule, title, why, evidence: [...evidence] },
        ...(assumption === undefined ? {} : { assumption }),
      })),
  }
}

/** Why a line of the input is where it is now. */
function whyOf(
  { kind, to, by }: InputLine,
  { changes, ecosystem }: Migrated,
): Pick<InputLine, 'why'> {
  const rule = by ?? 'a rule'
  const title = changes.find((change) => change.rule === by)?.title
  const reason = title === undefined ? '' : `: ${title}`
  const stages = [...new Set(to.flatMap(({ stage }) => stage ?? []))]
  const where = stages.length === 0 ? '' : `, in stage ${listText(stages)}`
  switch (kind) {
    case 'blank':
      return {}
    case 'kept':
      return { why: `Nothing speaks against it: it stays as it is${where}.` }
    case 'repeated':
      return { why: `A stage has nothing of what another one sets; it is used${where}.` }
    case 'moved': {
      const transform = by === splitRule && ecosystem !== undefined ? ` of ${ecosystem}` : ''
      return { why: `The rule ${rule}${transform} moved it as it was${where}${reason}.` }
    }
    case 'edited':
      return { why: `The rule ${rule} changed it${where}${reason}.` }
    case 'dropped':
      return { why: `The rule ${rule} took it out${reason}.` }
  }
}
