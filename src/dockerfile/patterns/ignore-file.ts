/**
 * .dockerignore by Docker's own rules, which are not those of .gitignore:
 * https://docs.docker.com/build/concepts/context/#dockerignore-files, https://github.com/moby/patternmatcher
 */
import { literal, matchesWhole, notSlash, type GlobToken } from './glob.ts'
import { pathPatternTokens, readCharacterSet } from './path-pattern.ts'
import { trimSpace } from '../words/space.ts'

export interface IgnorePattern {
  /** Cleaned: no `!`, no slash at its ends, no `.` and `..` inside. */
  readonly pattern: string
  /** True for an exception, `!pattern`. */
  readonly negated: boolean
  /** 1-based. */
  readonly line: number
  /** By the pattern alone; the folders above the path are not asked. */
  readonly matches: (path: string) => boolean
}

/** The patterns of an ignore file in order. Malformed ones, for which a build would fail, are left out. */
export function parseIgnoreFile(text: string): readonly IgnorePattern[] {
  const patterns: IgnorePattern[] = []
  text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .forEach((line, index) => {
      if (line.startsWith('#')) return
      const whole = cleanLine(trimSpace(line))
      const negated = whole.startsWith('!')
      const pattern = negated ? whole.slice(1) : whole
      if (pattern === '' || pathPatternTokens(pattern) === undefined) return
      patterns.push({ pattern, negated, line: index + 1, matches: matcher(pattern) })
    })
  return patterns
}

/**
 * Whether the build context is without a path, relative to its root and with slashes: a pattern matches it or a folder
 * above it, and no later exception takes it back.
 */
export function isIgnored(patterns: readonly IgnorePattern[], path: string): boolean {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (parts.length === 0) return false
  const known = answers.get(patterns) ?? new Map<string, Answer>()
  answers.set(patterns, known)
  return answerFor(patterns, parts.join('/'), known).isIgnored
}

/** Which patterns match, by their indexes, as the builder asks. */
interface Answer {
  /** Of the path or a folder above it, those that the listing came to. */
  readonly listed: ReadonlySet<number>
  /** Of the path or a folder above it. */
  readonly matching: ReadonlySet<number>
  readonly isIgnored: boolean
}

/** Folders are asked for each of their files. */
const answers = new WeakMap<readonly IgnorePattern[], Map<string, Answer>>()

const nothing: Answer = { listed: new Set(), matching: new Set(), isIgnored: false }

function answerFor(
  patterns: readonly IgnorePattern[],
  path: string,
  known: Map<string, Answer>,
): Answer {
  // Down from the nearest folder that was asked for before; the stack is not endless.
  let end = path.length
  while (end > 0 && !known.has(path.slice(0, end))) end = path.lastIndexOf('/', end - 1)
  let answer = known.get(path.slice(0, Math.max(end, 0))) ?? nothing
  while (end < path.length) {
    const next = path.indexOf('/', end + 1)
    end = next < 0 ? path.length : next
    const way = path.slice(0, end)
    answer = answerBelow(answer, patterns, way)
    known.set(way, answer)
  }
  return answer
}

/** The builder asks twice, in two ways that differ where exceptions overlap: when it lists a file and when it opens it. */
function answerBelow(above: Answer, patterns: readonly IgnorePattern[], path: string): Answer {
  const listed = new Set<number>()
  const matching = new Set<number>()
  let isNotListed = false
  let isNotOpened = false
  for (const [index, { negated, matches }] of patterns.entries()) {
    const isMatch = matches(path)
    if (isMatch || above.matching.has(index)) matching.add(index)
    // MatchesUsingParentResults: down the folders, each with what its parent matched.
    if (above.listed.has(index) || (negated === isNotListed && isMatch)) {
      listed.add(index)
      isNotListed = !negated
    }
    // MatchesOrParentMatches: each pattern against the path and all folders above it.
    if (negated === isNotOpened && matching.has(index)) isNotOpened = !negated
  }
  return { listed, matching, isIgnored: isNotListed || isNotOpened }
}

/** Cleaned twice, as Docker does: `/!a` becomes an exception only after its slash is gone. */
function cleanLine(line: string): string {
  const negated = line.startsWith('!')
  const written = negated ? trimSpace(line.slice(1)) : line
  if (written === '') return ''
  const clean = cleanPath(written)
  const relative = clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean
  return cleanPath(negated ? `!${relative}` : relative)
}

/** Go's filepath.Clean. */
function cleanPath(path: string): string {
  const rooted = path.startsWith('/')
  const names: string[] = []
  for (const name of path.split('/')) {
    if (name === '' || name === '.') continue
    if (name !== '..') names.push(name)
    else if (names.length > 0 && names.at(-1) !== '..') names.pop()
    else if (!rooted) names.push(name)
  }
  const clean = (rooted ? '/' : '') + names.join('/')
  return clean === '' ? '.' : clean
}

/** A pattern's meaning, special cases of patternmatcher's included: without wildcards it is the text itself. */
function matcher(pattern: string): (path: string) => boolean {
  const characters = Array.from(pattern)
  const tokens: GlobToken[] = []
  let kind: 'exact' | 'prefix' | 'suffix' | 'glob' = 'exact'
  let at = 0
  while (at < characters.length) {
    const isFirst = at === 0
    const character = characters[at] ?? ''
    at++
    if (character === '*' && characters[at] === '*') {
      at++
      if (characters[at] === '/') at++
      if (at < characters.length) {
        tokens.push({ kind: 'folders' })
        kind = 'glob'
      } else if (kind === 'exact') {
        kind = 'prefix'
      } else {
        tokens.push({ kind: 'many', accepts: () => true })
        kind = 'glob'
      }
      if (isFirst) kind = 'suffix'
    } else if (character === '*' || character === '?') {
      tokens.push({ kind: character === '*' ? 'many' : 'one', accepts: notSlash })
      kind = 'glob'
    } else if (character === '\\' && at < characters.length) {
      tokens.push(literal(characters[at] ?? ''))
      at++
      kind = 'glob'
    } else if (character === '[') {
      const set = readCharacterSet(characters, at)
      if (set === undefined) return () => false
      tokens.push(set.token)
      at = set.end
      kind = 'glob'
    } else {
      tokens.push(literal(character))
      if (character === ']') kind = 'glob'
    }
  }
  switch (kind) {
    case 'exact':
      return (path) => path === pattern
    case 'prefix':
      return (path) => path.startsWith(pattern.slice(0, -2))
    case 'suffix': {
      const suffix = pattern.slice(2)
      return (path) => path.endsWith(suffix) || `/${path}` === suffix
    }
    case 'glob':
      return (path) => matchesWhole(tokens, path)
  }
}
