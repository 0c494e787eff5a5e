import { assumptionsText, changesText, type Detail } from './changes.ts'
import { commitMessageOf } from './commit-message.ts'
import { fillTemplate } from './fill-template.ts'
import { intoTemplate } from './into-template.ts'
import { diffText, leftAloneText, sizesText, summaryText, tryText } from './sections.ts'
import { stagesText } from './stages.ts'
import { migratedFiles, type TextSubject } from './subject.ts'
import { fitTitle, titleOf } from './title.ts'

/** Files whose stages are drawn; of more, a list of changes says enough. */
const mostDrawn = 4

/** The words of a pull request. `body` begins with the marker, whatever has to be cut. */
export interface PullRequestText {
  readonly title: string
  readonly body: string
  /** Without trailers. */
  readonly commitMessage: string
}

/**
 * Title, body and commit message for what is changed. Where the body is longer than the host takes, the end of the diff goes first, then
 * evidence, then reasons; never the marker, never what a person has to check.
 */
export function pullRequestText(subject: TextSubject, marker: string): PullRequestText {
  const own = titleOf(subject)
  const title = fitTitle(
    subject.titleTemplate === undefined
      ? own
      : fillTemplate(subject.titleTemplate, { title: own, service: subject.serviceTitle }),
  )
  return { title, body: bodyOf(subject, marker, own), commitMessage: commitMessageOf(subject, own) }
}

const details: readonly Detail[] = ['all', 'some', 'none']

function bodyOf(subject: TextSubject, marker: string, title: string): string {
  for (const detail of details) {
    const without = compose(subject, marker, title, detail, 0)
    const room = subject.bodyLimit - without.length
    if (room < 0) continue
    // What is around the diff, its fence and its sentence, is less than this.
    const body = compose(subject, marker, title, detail, room - 400)
    if (body.length <= subject.bodyLimit) return body
  }
  const least = `${marker}\n\n${summaryText(subject)}\n${section('Please check', assumptionsText(subject))}`
  return least.slice(0, subject.bodyLimit)
}

function compose(
  subject: TextSubject,
  marker: string,
  title: string,
  detail: Detail,
  diffLimit: number,
): string {
  const parts = {
    summary: summaryText(subject),
    sizes: sizesText(subject),
    stages: allStages(subject),
    changes: changesText(subject, detail),
    assumptions: assumptionsText(subject),
    'left-alone': leftAloneText(subject),
    try: tryText(subject),
    diff: diffText(subject, Math.max(0, diffLimit)),
    files: migratedFiles(subject)
      .map(({ path }) => `- \`${path}\`\n`)
      .join(''),
  }
  if (subject.bodyTemplate !== undefined) {
    const values = { ...parts, title, service: subject.serviceTitle }
    return `${marker}\n\n${fillTemplate(subject.bodyTemplate, values).trimEnd()}\n`
  }
  const body = [
    parts.summary,
    parts.sizes,
    section('Please check', parts.assumptions),
    section('Stages', parts.stages),
    section('Changes', parts.changes),
    section('Try it', parts.try),
    parts['left-alone'],
    parts.diff,
    footer(subject),
  ]
    .filter((part) => part !== '')
    .map((part) => part.trimEnd())
    .join('\n\n')
  return `${marker}\n\n${intoTemplate(subject.template, body)}\n`
}

function allStages(subject: TextSubject): string {
  const files = migratedFiles(subject)
  if (files.length > mostDrawn) return ''
  return files
    .map((file) => {
      const head = files.length > 1 ? `\`${file.path}\`\n\n` : ''
      return `${head}${stagesText(file, subject.markdown.mermaid)}`
    })
    .join('\n')
}

function section(title: string, text: string): string {
  return text === '' ? '' : `### ${title}\n\n${text}`
}

function footer({ version, baseBranch, base }: TextSubject): string {
  return `Made by msb-migrate ${version} from \`${baseBranch}\` at ${base.slice(0, 10)}. Commits that you push to this branch stay: it is not built again then. Close this pull request to decline; it is not opened again.`
}
