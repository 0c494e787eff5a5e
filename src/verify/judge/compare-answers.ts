import type { RawAnswer } from '../run/ask.ts'
import type { Interview } from '../run/ask-container.ts'
import { onlyBuildIds } from './build-ids.ts'
import { type Difference, differs, noted } from './difference.ts'
import { withPlainMarks } from './normalize.ts'

/**
 * Answers that are not the same, by the path that was asked. `isSite`: a web server has taken the place of another one, or of a
 * development server, which names other scripts on the same page; each sends to a folder's slash in its own way.
 */
export function compareAnswers(
  before: Interview,
  after: Interview,
  isSite: boolean,
): readonly Difference[] {
  const paths = new Map(after.questions.map(({ key, path }) => [key, path]))
  const oldPaths = new Map(before.questions.map(({ key, path }) => [key, path]))
  return [...before.answers].flatMap(([key, old]): readonly Difference[] => {
    const now = after.answers.get(key)
    if (now === undefined)
      return [
        differs(
          'answer',
          key,
          `${key} is answered with ${old.status} before, and not at all after`,
        ),
      ]
    const hasOwnName = paths.get(key) === oldPaths.get(key)
    if (isSite && isSamePage(old, now))
      return old.digest === now.digest
        ? []
        : [noted('page-assets', key, `${key} names other scripts or styles`)]
    if (isSite && sendAlike(old, now))
      return old.status === now.status
        ? []
        : [noted('redirect', key, change(key, 'status', old.status, now.status))]
    return compareOne(key, old, now, before.unsteady.has(key) || !hasOwnName)
  })
}

function compareOne(
  key: string,
  old: RawAnswer,
  now: RawAnswer,
  isUnsteady: boolean,
): readonly Difference[] {
  if (old.status !== now.status)
    return [differs('answer', key, change(key, 'status', old.status, now.status))]
  if (old.location !== now.location)
    return [
      differs(
        'answer',
        key,
        change(key, 'sends to', old.location ?? 'nowhere', now.location ?? 'nowhere'),
      ),
    ]
  // What an error page says is for people, and another server has another one.
  const make = old.status >= 400 ? noted : differs
  if (old.type !== now.type)
    return [make('answer-type', key, change(key, 'type', old.type ?? 'none', now.type ?? 'none'))]
  if (isUnsteady || !old.isWhole || !now.isWhole || old.digest === now.digest) return []
  const [id] = onlyBuildIds(old.text ?? '', now.text ?? '') ?? []
  if (id !== undefined)
    return [noted('build-id', key, change(key, 'names the build', id.before, id.after))]
  return [make('answer-body', key, `${key}: ${describeBodies(old, now)}`)]
}

const change = (key: string, what: string, from: string | number, to: string | number): string =>
  `${key}: ${what} ${from} before, ${to} after`

/** Two redirections to the same place; their bodies are for browsers that don't follow. */
const sendAlike = (old: RawAnswer, now: RawAnswer): boolean =>
  [old, now].every(({ status }) => status >= 300 && status < 400) &&
  old.location !== undefined &&
  old.location === now.location

/** Two pages that say the same, whatever scripts and styles they name. */
function isSamePage(old: RawAnswer, now: RawAnswer): boolean {
  if (old.text === undefined || now.text === undefined || old.status !== now.status) return false
  if (old.type !== 'text/html' || now.type !== 'text/html') return false
  return withoutAssets(old.text) === withoutAssets(now.text)
}

/** Without what a development server adds, and what a build that minifies takes away: scripts, styles, comments, blanks beside tags. */
function withoutAssets(html: string): string {
  return (
    withPlainMarks(html)
      .replace(/<!--[^]*?-->/g, '')
      .replace(/<(script|style)\b[^>]*>[^]*?<\/\1\s*>/gi, '')
      .replace(/<link\b[^>]*>/gi, '')
      .replace(/<!doctype html>/i, '')
      .replace(/<noscript>\s*<\/noscript>/gi, '')
      .replace(/ data-(?:astro-source-(?:file|loc)="[^"]*"|(?:critters|beasties)-container)/g, '')
      .replace(/\s+/g, ' ')
      // content="width=device-width, initial-scale=1"
      .replace(/<[^>]*>/g, (tag) => tag.replace(/([,;]) /g, '$1'))
      .replace(/=(["'])([^"'\s>=]*)\1/g, '=$2')
      .replace(/ ?\/?>/g, '>')
      .replace(/ ?(<[^>]*>) ?/g, '$1')
      .trim()
  )
}

/** The first place where two bodies differ. */
function describeBodies(old: RawAnswer, now: RawAnswer): string {
  if (old.text === undefined || now.text === undefined)
    return `${old.length} bytes before, ${now.length} other bytes after`
  const at = firstDifference(old.text, now.text)
  return `"${around(old.text, at)}" before, "${around(now.text, at)}" after`
}

function firstDifference(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return at
}

function around(text: string, at: number): string {
  const from = Math.max(0, at - 20)
  const piece = text.slice(from, at + 40).replace(/\s+/g, ' ')
  return `${from > 0 ? '…' : ''}${piece}${at + 40 < text.length ? '…' : ''}`
}
