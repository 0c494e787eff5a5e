import { normalizePath } from '../judge/normalize.ts'
import { type PageLinks, readPageLinks } from './page-links.ts'

/** Something to ask of both containers. */
export interface Question {
  /** The path as both know it: without hashes in names of assets. */
  readonly key: string
  readonly path: string
  /** How it was come by. What a page names may have another hash in the other image. */
  readonly from: 'user' | 'standard' | 'page'
  /** What the page takes it for; undefined for pages. */
  readonly role: Role | undefined
}

type Role = 'scripts' | 'styles' | 'images'
const roles: readonly Role[] = ['scripts', 'styles', 'images']

/** A path that no program has. */
export const nowhere = '/msb-migrate-no-such-page'

/** Pages of the first page that are asked for as well. */
const mostLinks = 4

/** What is asked whatever the answers are: the user's paths, or the usual ones. */
export function firstQuestions(
  paths: readonly string[],
  healthPath: string | undefined,
): readonly Question[] {
  if (paths.length > 0) return unique(paths.map((path) => question(path, 'user')))
  const standard = ['/', ...(healthPath === undefined ? [] : [healthPath]), nowhere]
  return unique(standard.map((path) => question(path, 'standard')))
}

/** What a page names: some links, and one each of its scripts, styles and images. `asked` are those that are asked already. */
export function pageQuestions(
  html: string,
  url: URL,
  asked: readonly Question[],
): readonly Question[] {
  const found = readPageLinks(html, url)
  const known = new Set(asked.map(({ key }) => key))
  const pages = found.links
    .filter((path) => !isAction(path))
    .map((path) => question(path, 'page'))
    .filter(({ key }) => !known.has(key))
  const assets = roles.flatMap((role) =>
    found[role].slice(0, 1).map((path) => question(path, 'page', role)),
  )
  return unique([
    ...unique(pages).slice(0, mostLinks),
    ...assets.filter(({ key }) => !known.has(key)),
  ])
}

/**
 * The same questions for the other container: what a page named is asked by the path that its own page has for it, or for the first that
 * is of the same kind: a build names its scripts otherwise than a development server.
 */
export function questionsFor(
  questions: readonly Question[],
  pages: readonly { readonly html: string; readonly url: URL }[],
): readonly Question[] {
  const found = pages.map(({ html, url }) => readPageLinks(html, url))
  const own = new Map<string, string>()
  for (const path of found.flatMap(allOf))
    if (!own.has(normalizePath(path))) own.set(normalizePath(path), path)
  const ofRole = (role: Role | undefined): string | undefined =>
    role === undefined ? undefined : found.flatMap((links) => links[role])[0]
  return questions.map((each) =>
    each.from === 'page'
      ? { ...each, path: own.get(each.key) ?? ofRole(each.role) ?? each.path }
      : each,
  )
}

function allOf({ links, scripts, styles, images }: PageLinks): readonly string[] {
  return [...links, ...scripts, ...styles, ...images]
}

function question(path: string, from: Question['from'], role?: Role): Question {
  return { key: from === 'page' ? normalizePath(path) : path, path, from, role }
}

function unique(questions: readonly Question[]): readonly Question[] {
  return [...new Map(questions.toReversed().map((each) => [each.key, each])).values()].toReversed()
}

/** Links that do something, or that never end. */
function isAction(path: string): boolean {
  return /\b(log-?out|sign-?out|delete|remove|destroy|unsubscribe|events?|stream|sse)\b/i.test(path)
}
