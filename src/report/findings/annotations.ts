import { groupDigits } from '../group-digits.ts'
import { findingsOf, type Level, type ReportFinding } from './findings.ts'
import { shownLine } from '../paint.ts'
import type { Rendering } from '../rendering.ts'

/** GitHub shows so many of a level for each step: https://docs.github.com/rest/checks/runs */
const mostOfLevel = 10

const commands: Readonly<Record<Level, string>> = {
  note: 'notice',
  warning: 'warning',
  error: 'error',
}

/** Commands for the log of a GitHub workflow, which shows them as annotations. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
export function annotationRendering(): Rendering {
  const counts: Record<Level, number> = { note: 0, warning: 0, error: 0 }
  return {
    head: '',
    file: (report) =>
      findingsOf(report)
        .filter(({ level }) => ++counts[level] <= mostOfLevel)
        .map(annotation)
        .join(''),
    tail: () => restText(counts),
    isSilentOnRefusals: false,
  }
}

function annotation({ level, path, line, title, message }: ReportFinding): string {
  const properties = `file=${property(path)},line=${line},title=${property(title)}`
  return `::${commands[level]} ${properties}::${data(message)}\n`
}

function restText(counts: Readonly<Record<Level, number>>): string {
  const levels = ['error', 'warning', 'note'] as const
  const rest = levels.flatMap((level) => {
    const more = counts[level] - mostOfLevel
    const word = `${commands[level]}${more === 1 ? '' : 's'}`
    return more > 0 ? [`${groupDigits(more)} more ${word}`] : []
  })
  return rest.length === 0
    ? ''
    : `${rest.join(', ')}: GitHub shows ${mostOfLevel} of a level, so these are not annotated.\n`
}

/** Escapes as the runner undoes them: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(text: string): string {
  return shownLine(text).replace(/[%\r\n]/g, escaped)
}

function property(text: string): string {
  return shownLine(text.replace(/[%\r\n:,]/g, escaped))
}

function escaped(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
}
