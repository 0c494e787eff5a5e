import type { FileReport } from '../../report/file-report.ts'
import { jsonEntry, jsonHead, jsonTail } from '../../report/json-report.ts'
import type { Look } from '../../report/paint.ts'
import { diffsOf, prettyReport, statusLine } from '../../report/pretty-report.ts'
import { jsonSummary, type Tally } from '../../report/summary.ts'
import { type VerdictRow, verdictTable } from '../../report/verdict-table.ts'
import { markdownDetails, markdownHead, markdownRow } from '../../report/verification-markdown.ts'
import { isVerified, verificationReport } from '../../report/verification-report.ts'
import type { CliOptions, Format } from '../cli-options.ts'

/** How the payload is printed: a head, each report with the number of those before it, a tail. */
export interface Rendering {
  readonly head: string
  readonly file: (report: FileReport, index: number) => string | Uint8Array
  readonly tail: (tally: Tally) => string
  /** True where the reader would not learn from the payload which files were refused or failed, and why. */
  readonly isSilentOnRefusals: boolean
}

/** 'list' names the files that change; 'text' is the new Dockerfile itself. */
export type PayloadForm = Exclude<Format, 'html' | 'csv'> | 'list' | 'text' | 'verification'

/** What `--format` says, or what suits the mode. */
export function formOf({ format, mode, stdinFilepath, verify }: CliOptions): PayloadForm {
  // `pr report` alone has these.
  if (format !== undefined && format !== 'html' && format !== 'csv') return format
  if (verify?.isCommand === true || (verify !== undefined && mode === 'write'))
    return 'verification'
  if (mode === 'check' || mode === 'write') return 'list'
  return stdinFilepath !== undefined && mode === undefined ? 'text' : 'pretty'
}

/** The rendering for a form of the payload. `original` is what 'text' prints of a file that stays as it is. */
export function renderingFor(
  form: PayloadForm,
  look: Look,
  original: Uint8Array = new Uint8Array(),
): Rendering {
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
    case 'markdown':
      return verificationRendering(form, look)
    case 'text':
      return {
        ...plain,
        file: ({ result }) => (result.outcome === 'migrated' ? result.after : original),
        isSilentOnRefusals: true,
      }
  }
}

/** What was verified, file by file, then all of it on one screen; as Markdown the table comes first. */
function verificationRendering(form: 'verification' | 'markdown', look: Look): Rendering {
  const rows: VerdictRow[] = []
  const isMarkdown = form === 'markdown'
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
