import { dirname } from 'node:path/posix'
import { diffsOf } from '../../report/pretty-report.ts'
import { cellCode, codeSpan, fenced, plainText } from '../../report/markdown-text.ts'
import { shareText, sizeText } from '../../report/size-text.ts'
import { isSplit, migratedFiles, type MigratedFile, type TextSubject } from './subject.ts'

/** Refused files that are listed openly. */
const openlyListed = 3
/** Lines of a diff that is shown openly. */
const openlyShown = 40

/** What is done and why, for somebody who has never heard of this program. */
export function summaryText(subject: TextSubject): string {
  const files = migratedFiles(subject)
  const splits = files.filter(isSplit)
  const names = files.length === 1 ? codeSpan(files[0]?.path ?? '') : `${files.length} Dockerfiles`
  const split =
    splits.length === 0
      ? ''
      : `${splits.length === files.length ? capital(names) : `${splits.length} of ${files.length} Dockerfiles`} ${splits.length === 1 && files.length === 1 ? 'builds its image' : 'build their images'} in a builder stage, and the image that runs takes from it only what it needs at run time. ${plainText(splits.length === 1 ? firstSentence(splits[0]?.result.changes.find(({ rule }) => rule === 'split-stages')?.why ?? '') : 'Build tools, sources and development dependencies stay behind.')}`
  const plain =
    splits.length === 0
      ? `This makes ${names} leaner and safer, and leaves what it builds as it is.`
      : ''
  const others = [...new Set(files.flatMap(newFiles))]
  const beside =
    others.length === 0
      ? ''
      : ` ${others.length === 1 ? 'A new file stands beside it' : 'New files stand beside it'}: ${others.map(codeSpan).join(', ')}.`
  return `${split}${plain}${beside}\n`
}

function firstSentence(text: string): string {
  const end = text.search(/[.;] /)
  return end < 0 ? text : `${text.slice(0, end)}.`
}

function newFiles({ context, result }: MigratedFile): readonly string[] {
  return result.otherFiles
    .filter(({ before }) => before === null)
    .map(({ path }) => (context === '.' ? path : `${context}/${path}`))
}

function capital(text: string): string {
  return text.startsWith('`') ? text : text.charAt(0).toUpperCase() + text.slice(1)
}

/** What the images weigh, where they were built and run; empty where not. */
export function sizesText({ reports, isDraftBecause }: TextSubject): string {
  const rows = reports.flatMap(({ path, verification }) => {
    if (verification?.images === undefined) return []
    const { before, after } = verification.images
    const cells = [sizeText(before.size), sizeText(after.size), shareText(after.size, before.size)]
    return [`| ${[cellCode(path), ...cells, verification.verdict].join(' | ')} |\n`]
  })
  const warning =
    isDraftBecause === undefined
      ? ''
      : `**This is a draft: the images are not shown to do the same.** ${plainText(isDraftBecause)}\n\n`
  if (rows.length === 0) return warning
  const reasons = reports.flatMap(({ verification }) =>
    verification === undefined ? [] : [plainText(verification.reason)],
  )
  const how = [...new Set(reasons)].join(' ')
  return `${warning}Both images were built and run, and compared. ${how}\n\n| Dockerfile | before | after | | verdict |\n| --- | ---: | ---: | ---: | --- |\n${rows.join('')}`
}

/** Dockerfiles of the repository that stay as they are, and why. */
export function leftAloneText({ leftAlone, markdown }: TextSubject): string {
  if (leftAlone.length === 0) return ''
  const rows = leftAlone.flatMap(({ path, result }) => {
    if (result.outcome === 'migrated') return []
    const help = result.help === undefined ? '' : ` ${plainText(result.help)}`
    return [`- ${codeSpan(path)} (${result.code}): ${plainText(result.reason)}${help}\n`]
  })
  const head =
    rows.length === 1
      ? 'One other Dockerfile stays as it is:'
      : `${rows.length} other Dockerfiles stay as they are:`
  return folded(head, rows.join(''), markdown.folds && rows.length > openlyListed)
}

/** Two commands to try it with. */
export function tryText(subject: TextSubject): string {
  const { branch, cloneRemote } = subject
  const remote = cloneRemote ?? 'origin'
  const fetch =
    cloneRemote === undefined
      ? `git fetch ${remote} ${quote(branch)} && git switch ${quote(branch)}`
      : `git fetch ${quote(remote)} ${quote(branch)} && git switch --detach FETCH_HEAD`
  const builds = migratedFiles(subject).map(({ path, context }) => {
    const file =
      path === (context === '.' ? 'Dockerfile' : `${context}/Dockerfile`)
        ? ''
        : ` -f ${quote(path)}`
    return `docker build${file} -t ${tagOf(path)} ${quote(context)}`
  })
  return fenced([fetch, ...builds].join('\n'), 'sh')
}

function tagOf(path: string): string {
  const name = dirname(path).split('/').at(-1) ?? ''
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return `${plain === '' ? 'app' : plain}:split`
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`
}

/** The diff; `limit` is the number of characters that it may have. Cut at a line, and said. */
export function diffText({ reports, markdown }: TextSubject, limit: number): string {
  const diff = reports.flatMap((report) => diffsOf(report)).join('')
  const lines = diff.trimEnd().split('\n')
  let size = 0
  let kept = 0
  for (const line of lines) {
    size += line.length + 1
    if (size > limit) break
    kept++
  }
  const left = lines.length - kept
  if (kept === 0) return 'The diff is too long for this page; the changed files have it.\n'
  const more =
    left === 0
      ? ''
      : `\n${left} more ${left === 1 ? 'line is' : 'lines are'} left out here; the changed files have them all.\n`
  const text = `${fenced(lines.slice(0, kept).join('\n'), 'diff')}${more}`
  return folded(`Diff (${lines.length} lines)`, text, markdown.folds && lines.length > openlyShown)
}

function folded(title: string, text: string, isFolded: boolean): string {
  return isFolded
    ? `<details>\n<summary>${title}</summary>\n\n${text}\n</details>\n`
    : `${title.replace(/^Diff .*$/, 'Diff:')}\n\n${text}`
}
