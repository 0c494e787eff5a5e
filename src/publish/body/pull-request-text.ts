import { codeSpan, inertText, link, plainText } from '../../report/markdown/markdown-text.ts'
import { assumptionsText, changesText, type Detail } from './changes.ts'
import { commitMessageOf } from './commit-message.ts'
import { diffLines, diffText } from './diff-text.ts'
import { fillTemplate, type Placeholder } from './fill-template.ts'
import { intoTemplate } from './into-template.ts'
import { leftAloneText } from './left-alone.ts'
import { stagesText } from './stages-text.ts'
import { migratedFiles, type TextSubject } from './subject.ts'
import { summaryText } from './summary.ts'
import { fitTitle, titleOf } from './title.ts'
import { tryText } from './try-it.ts'
import { verifiedText } from './verified.ts'

/** The words of a pull request. `body` begins with the marker, whatever has to be cut. */
export interface PullRequestText {
  readonly title: string
  readonly body: string
  /** Without trailers. */
  readonly commitMessage: string
}

type Parts = Readonly<Record<Placeholder, string>>

/**
 * Title, body and commit message for what is changed. Where the body is longer than the host takes, the end of the diff goes first, then
 * evidence, then reasons; never the marker (one line), never what a person has to check.
 */
export function pullRequestText(subject: TextSubject, marker: string): PullRequestText {
  const own = titleOf(subject)
  const { titleTemplate, serviceTitle } = subject
  const filled =
    titleTemplate === undefined
      ? own
      : fillTemplate(titleTemplate, { title: own, service: inertText(serviceTitle) })
  const title = fitTitle(filled) || own
  const body = bodyOf(subject, marker, title)
  return { title, body, commitMessage: commitMessageOf(subject, title) }
}

const details: readonly Detail[] = ['all', 'some', 'none', 'titles']

function bodyOf(subject: TextSubject, marker: string, title: string): string {
  const lines = diffLines(subject)
  const { bodyLimit, markdown } = subject
  for (const detail of details) {
    const parts = partsOf(subject, title, detail)
    const write = (diff: string): string => `${marker}\n\n${layOut(subject, { ...parts, diff })}\n`
    const whole = write(diffText(lines, Infinity, markdown.folds))
    if (whole.length <= bodyLimit) return whole
    // With a letter for the diff, for a part without text has no heading.
    const room = bodyLimit - write('x').length
    if (room > 0) return write(diffText(lines, room, markdown.folds))
  }
  return shortest(subject, marker)
}

/** What is never cut, where the rest does not fit. */
function shortest(subject: TextSubject, marker: string): string {
  const check = section('Please check', checkText(subject))
  const all = [marker, summaryText(subject), check].map((part) => part.trimEnd()).join('\n\n')
  return all.length <= subject.bodyLimit ? all : `${marker}\n\n${check}`.slice(0, subject.bodyLimit)
}

function partsOf(subject: TextSubject, title: string, detail: Detail): Omit<Parts, 'diff'> {
  return {
    title: plainText(title),
    service: plainText(subject.serviceTitle),
    summary: summaryText(subject),
    sizes: verifiedText(subject),
    stages: stagesText(subject),
    changes: changesText(subject, detail),
    assumptions: assumptionsText(subject),
    'left-alone': leftAloneText(subject),
    try: tryText(subject),
    files: migratedFiles(subject)
      .map(({ path }) => `- ${codeSpan(path)}\n`)
      .join(''),
  }
}

function layOut(subject: TextSubject, parts: Parts): string {
  if (subject.bodyTemplate !== undefined) return fillTemplate(subject.bodyTemplate, parts).trim()
  const body = [
    parts.summary,
    section('Before and after', parts.sizes),
    section('Stages', parts.stages),
    section('Changes', parts.changes),
    section('Please check', checkText(subject)),
    section('Left alone', parts['left-alone']),
    section('Try it', parts.try),
    section('Diff', parts.diff),
    `---\n\n${footer(subject)}`,
  ]
    .filter((part) => part !== '')
    .map((part) => part.trimEnd())
    .join('\n\n')
  return intoTemplate(subject.template, body)
}

function checkText(subject: TextSubject): string {
  const items = assumptionsText(subject)
  const isOne = items.split('\n- [ ]').length === 1
  return items === ''
    ? ''
    : `The repository doesn't show whether ${isOne ? 'this holds; please tick it if it does' : 'these hold; please tick what does'}:\n\n${items}`
}

function section(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n\n${text}`
}

function footer({ version, baseBranch, base, fileUrl, reports }: TextSubject): string {
  const [report] = reports
  const commit = codeSpan(base.slice(0, 10))
  const at = report === undefined ? commit : link(commit, fileUrl(report.path, undefined))
  return `Made by msb-migrate ${version} from ${codeSpan(baseBranch)} at ${at}. Commits that you push to this branch are never overwritten. Close this to decline it: it isn't opened again.`
}
