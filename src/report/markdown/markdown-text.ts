import { shownLine, shownText } from '../paint.ts'

/**
 * Words that a host acts on: mentions, references to issues, commits, labels and snippets, emoji codes, formulas, links. GitLab's list is
 * the longest: https://docs.gitlab.com/user/markdown/#gitlab-specific-references
 */
const active = /[@#$~%^]\S|\S[@#]|![\d]|&\w|\w:\/\/|^www\.|^gh-\d|^[0-9a-f]{7,40}$/i
/** The key of an issue in a tracker beside the host: 'SHOP-12'. */
const issueKey = /^[A-Z][A-Z0-9_]+-\d/

/** Names of files and images, which read better as code: '/app/data', '.dockerignore', 'src/index.ts:9', 'yarn.lock', 'php:8.2-cli'. */
const name =
  /^\.{0,2}\/[^/\s]|^\.\w|_|\/.*[./]|\.\w*\/|\w\.\w+:\d+$|^[a-z][\w.-]*\.[a-z]{2,10}\d?$|^[a-z][\w./-]*:[\w.-]+$/

/** Before a word and after it. */
const edges = /^([("'“‘]*)(.*?)([)"'”’,.;:!?]*)$/

/**
 * A keyword in front of what it would close. GitLab looks for these in the raw text, code included:
 * https://docs.gitlab.com/user/project/issues/managing_issues/#default-closing-pattern
 */
const closing =
  /\b((?:clos|fix|resolv|implement)(?:e[sd]?|s|ed|ing)?:?)(?= +(?:issues? +)?(?:\S*#\d|https?:\/\/|[A-Z][A-Z0-9_]+-\d))/gi
/** A letter without a shape or a width: https://www.unicode.org/faq/unsup_char.html */
const wordJoiner = '\u2060'

/** Where a word leads to, if it is to be a link. */
export type LinkOf = (word: string) => string | undefined

/**
 * Text of a program or a project as Markdown that shows it, on one line: it becomes no markup, mentions nobody and closes no issue. What
 * stands between backticks is code, and so is a word that a host would act on, and the name of a file.
 */
export function plainText(words: string, linkOf: LinkOf = () => undefined): string {
  const tokens = words.trim().match(/`[^`]+`|\s+|[^\s`]+|`/g) ?? []
  const text = tokens.map((token) => tokenText(token, linkOf)).join('')
  // At the start of a line these begin lists, titles and rules.
  return text.replace(/^(?:[-+=]|\d+(?=[.)](?:\s|$)))/, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  )
}

function tokenText(token: string, linkOf: LinkOf): string {
  if (/^\s/.test(token)) return ' '
  if (/^`[^`]/.test(token)) return linked(token.slice(1, -1), linkOf)
  const [, before = '', core = '', after = ''] = edges.exec(token) ?? []
  // An emoji's code ends with what may follow a word.
  if (/:[\w+-]+:/.test(token)) return codeSpan(token)
  const isCode = active.test(core) || issueKey.test(core) || name.test(core)
  return isCode || linkOf(core) !== undefined
    ? `${before}${linked(core, linkOf)}${after}`
    : escaped(token)
}

function linked(words: string, linkOf: LinkOf): string {
  const url = linkOf(words)
  return url === undefined ? codeSpan(words) : link(codeSpan(words), url)
}

function escaped(word: string): string {
  return shownLine(word).replace(/[\\`*_{}[\]<>|~&#@]/g, '\\$&')
}

/** A link with Markdown as its text. https://spec.commonmark.org/0.31.2/#link-destination */
export function link(text: string, url: string): string {
  const target = url.replace(/[()\s<>\\`|]/g, (character) => encodeURIComponent(character))
  // encodeURIComponent leaves these.
  return `[${text}](${target.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
}

/** Text as code within a line. https://spec.commonmark.org/0.31.2/#code-spans */
export function codeSpan(words: string): string {
  const text = shownLine(words).replace(/\s+/g, ' ').trim().replace(closing, `$1${wordJoiner}`)
  const fence = '`'.repeat(longestRun(text) + 1)
  const isPadded = text.startsWith('`') || text.endsWith('`')
  return text === '' ? '` `' : isPadded ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`
}

/** Code in a cell of a table, where `|` would end it: https://github.github.com/gfm/#example-200 */
export function cellCode(words: string): string {
  return codeSpan(words).replace(/\|/g, '\\|')
}

/** A block of code behind a fence that nothing in it can close. */
export function fenced(text: string, language = ''): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const body = shownText(text)
    .replace(/^\n+|\n+$/g, '')
    .replace(closing, `$1${wordJoiner}`)
  return `${fence}${language}\n${body}\n${fence}\n`
}

/** Text as code in HTML, where Markdown is not read. */
export function htmlCode(words: string): string {
  const text = shownLine(words).replace(/[&<>"'@#]/g, (c) => `&#${c.charCodeAt(0)};`)
  return `<code>${text}</code>`
}

/**
 * Text for where nothing is code, as a commit's message: a blank behind the sign, and `@name` mentions nobody, `#12` is no issue. With a
 * letter of no width instead, `git log` would show its number.
 */
export function inertText(words: string): string {
  return shownLine(words)
    .replace(/(^|[^\w])([@#])(?=\w)/g, '$1$2 ')
    .replace(/(\w)#(?=\d)/g, '$1# ')
    .replace(/(^|[\s(])(!|gh-)(?=\d)/gi, '$1$2 ')
    .replace(closing, (word) => `${word.replace(/:$/, '')},`)
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
}
