import { codeSpan, link, plainText } from '../../report/markdown/markdown-text.ts'
import type { TextSubject } from './subject.ts'
import { countText } from './summary.ts'

/** Files that are listed openly, and at all. */
const openlyListed = 3
const mostListed = 20

/** Outcomes whose help speaks to who runs this program, not to who owns the file. */
const forUsers = /^(no-transform|not-a-dockerfile|promise-.*|internal-error|unreadable)$/

/** A reason that ends with what would help. */
const advice =
  /\. (Add|Ask|Build|Compile|COPY|Do|Give|Install|Keep|Leave|Make|Move|Name|Put|Repair|Set|Start|Take|Use|Write)\b[^.]*(\.[^ ][^.]*)*\.$/

/** Dockerfiles of the repository that stay as they are although they were looked at, why, and what would help. */
export function leftAloneText({ leftAlone, markdown, fileUrl }: TextSubject): string {
  const rows = leftAlone.flatMap(({ path, result }) => {
    if (result.outcome !== 'refused' && result.outcome !== 'failed') return []
    const line = result.outcome === 'refused' ? result.line : undefined
    const help = helpOf(result)
    const name = link(codeSpan(path), fileUrl(path, line))
    return [
      `- ${name}: ${plainText(result.reason)}${help === '' ? '' : ` What would help: ${plainText(help)}`}\n`,
    ]
  })
  if (rows.length === 0) return ''
  const more = rows.length - mostListed
  const list = `${rows.slice(0, mostListed).join('')}${more > 0 ? `- and ${more} more\n` : ''}`
  const { length } = rows
  const head =
    length === 1
      ? 'One other Dockerfile of this repository was looked at and stays as it is'
      : `${capital(countText(length))} other Dockerfiles of this repository were looked at and stay as they are`
  return markdown.folds && length > openlyListed
    ? `<details>\n<summary>${head}</summary>\n\n${list}\n</details>\n`
    : `${head}:\n\n${list}`
}

function helpOf(result: {
  readonly code: string
  readonly reason: string
  readonly help: string | undefined
}): string {
  const { code, reason, help = '' } = result
  const isSaid = reason.includes(help) || advice.test(reason) || /^nothing/i.test(help)
  // Options of the command line mean nothing to a reader of the pull request.
  return isSaid || forUsers.test(code)
    ? ''
    : help.replace(/, or name the build context with --context/, '')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
