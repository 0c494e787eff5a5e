import { jsonEntry, jsonHead, jsonTail } from '../../report/json/json-report.ts'
import type { Look } from '../../report/paint.ts'
import { diffsOf, prettyReport, statusLine } from '../../report/pretty-report.ts'
import { jsonSummary } from '../../report/summary.ts'
import { type VerdictRow, verdictTable } from '../../report/verdicts/verdict-table.ts'
import {
  markdownDetails,
  markdownHead,
  markdownRow,
} from '../../report/markdown/verification-markdown.ts'
import { isVerified, verificationReport } from '../../report/verdicts/verification-report.ts'
import { readVersion } from '../version.ts'
import type { CliOptions } from '../cli-options.ts'
import type { Format } from '../formats.ts'
import type { Rendering } from '../../report/rendering.ts'

/** 'list' names the files that change; 'text' is the new Dockerfile itself. */
export type PayloadForm = Exclude<Format, 'csv'> | 'list' | 'text' | 'verification' | 'verdicts'

/** What `--format` says, or what suits the mode. */
export function formOf({ format, mode, stdinFilepath, verify }: CliOptions): PayloadForm {
  if (format === 'markdown' && verify !== undefined) return 'verdicts'
  // A plain run has no csv.
  if (format !== undefined && format !== 'csv') return format
  if (verify?.isCommand === true || (verify !== undefined && mode === 'write'))
    return 'verification'
  if (mode === 'check' || mode === 'write') return 'list'
  return stdinFilepath !== undefined && mode === undefined ? 'text' : 'pretty'
}

/** The rendering for a form of the payload. `original` is what 'text' prints of a file that stays as it is. */
export async function renderingFor(
  form: PayloadForm,
  look: Look,
  original: Uint8Array = new Uint8Array(),
): Promise<Rendering> {
  const plain = { head: '', tail: () => '' }
  switch (form) {
    case 'json':
      return {
        head: jsonHead,
        file: (report, index) => `${index === 0 ? '' : ','}\n${jsonEntry(report)}`,
        tail: (tally) => jsonTail(jsonSummary(tally)),
        isSilentOnRefusals: false,
      }
    case 'pretty':
      return {
        ...plain,
        file: (report) => {
          const verdict = isVerified(report)
            ? `${verificationReport(report.path, report.verification, look)}\n`
            : ''
          return `${prettyReport(report, look)}${verdict}`
        },
        isSilentOnRefusals: false,
      }
    case 'diff':
      return { ...plain, file: (report) => diffsOf(report).join(''), isSilentOnRefusals: true }
    case 'list':
      return {
        ...plain,
        file: (report) =>
          report.result.outcome === 'migrated' ? `${statusLine(report, look)}\n` : '',
        isSilentOnRefusals: true,
      }
    case 'verification':
    case 'verdicts':
      return verificationRendering(form, look)
    case 'sarif': {
      const { sarifRendering } = await import('../../report/findings/sarif.ts')
      const { ruleRows } = await import('../rule-names.ts')
      return sarifRendering({ version: readVersion(), rules: ruleRows })
    }
    case 'github':
      return (await import('../../report/findings/annotations.ts')).annotationRendering()
    case 'markdown':
      return (await import('../../report/markdown/markdown-rendering.ts')).markdownRendering()
    case 'html':
      return (await import('../../report/html/html-rendering.ts')).htmlRendering()
    case 'mermaid':
      return (await import('../../report/stages/mermaid-rendering.ts')).mermaidRendering()
    case 'dot':
      return (await import('../../report/stages/dot-rendering.ts')).dotRendering()
    case 'text':
      return {
        ...plain,
        file: ({ result }) => (result.outcome === 'migrated' ? result.after : original),
        isSilentOnRefusals: true,
      }
  }
}

/** What was verified, file by file, then all of it on one screen; as Markdown the table comes first. */
function verificationRendering(form: 'verification' | 'verdicts', look: Look): Rendering {
  const rows: VerdictRow[] = []
  const isMarkdown = form === 'verdicts'
  return {
    head: isMarkdown ? markdownHead : '',
    file: (report) => {
      if (!isVerified(report)) return ''
      const { path, verification } = report
      rows.push({ path, verification })
      return isMarkdown
        ? markdownRow({ path, verification })
        : verificationReport(path, verification, look)
    },
    tail: () => (isMarkdown ? markdownDetails(rows) : verdictTable(rows, look)),
    isSilentOnRefusals: true,
  }
}
