import { gitPatterns } from '../project/git/git-patterns.ts'
import type { ForgeKind } from './forge.ts'

/**
 * Where each host looks for it, the first place first:
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location,
 * https://docs.gitlab.com/user/project/codeowners/#codeowners-file, https://docs.gitea.com/usage/code-owners
 */
const places = {
  github: ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'],
  gitlab: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'],
  gitea: ['CODEOWNERS', 'docs/CODEOWNERS', '.gitea/CODEOWNERS', '.forgejo/CODEOWNERS'],
  bitbucket: ['.bitbucket/CODEOWNERS', 'CODEOWNERS'],
} as const

/** The path of a repository's CODEOWNERS, among its paths: at its host's place, else at another's. */
export function findCodeOwners(paths: readonly string[], kind?: ForgeKind): string | undefined {
  const own = kind === undefined || kind === 'git' ? [] : places[kind]
  return [...own, ...Object.values(places).flat()].find((place) => paths.includes(place))
}

/** Gives the owners of a path: `@user`, `@org/team`, addresses. */
export type OwnersOf = (path: string) => readonly string[]

interface Rule {
  readonly takes: (path: string) => boolean
  readonly owners: readonly string[]
  /** GitLab's `!pattern`: these have no owner in this section. */
  readonly excludes: boolean
}

interface Section {
  /** Of rules that name nobody. */
  readonly owners: readonly string[]
  readonly rules: Rule[]
}

/**
 * Who owns a path by a CODEOWNERS file: whom the last pattern names that takes it. Sections of GitLab (`^[Docs][2] @default`) each have an
 * answer of their own, and all of them count. On Gitea patterns are regular expressions, and every one that takes a path counts. Lines that
 * say nothing are passed over.
 */
export function readCodeOwners(text: string, kind?: ForgeKind): OwnersOf {
  return kind === 'gitea' ? readExpressions(text) : readPatterns(text, kind)
}

function readPatterns(text: string, kind: ForgeKind | undefined): OwnersOf {
  const sections: Section[] = [{ owners: [], rules: [] }]
  for (const line of text.split(/\r\n|\r|\n/)) {
    const section = kind === 'github' ? undefined : sectionOf(line)
    if (section !== undefined) {
      sections.push(section)
      continue
    }
    const [pattern, ...owners] = wordsOf(line)
    if (pattern === undefined) continue
    const excludes = kind === 'gitlab' && pattern.startsWith('!')
    const takes = matcherOf(excludes ? pattern.slice(1) : pattern)
    sections.at(-1)?.rules.push({ takes, owners: owners.filter(isOwner), excludes })
  }
  return (path) => [...new Set(sections.flatMap((section) => ownersIn(section, path)))]
}

function ownersIn({ owners, rules }: Section, path: string): readonly string[] {
  if (rules.some(({ excludes, takes }) => excludes && takes(path))) return []
  const rule = rules.findLast(({ excludes, takes }) => !excludes && takes(path))
  if (rule === undefined) return []
  return rule.owners.length > 0 ? rule.owners : owners
}

/** https://docs.gitlab.com/user/project/codeowners/advanced/#define-sections */
function sectionOf(line: string): Section | undefined {
  const match = /^\s*\^?\[[^\]]+\](?:\[\d+\])?(?:\s+(.*))?\s*$/.exec(line)
  if (match === null) return undefined
  return { owners: wordsOf(match[1] ?? '').filter(isOwner), rules: [] }
}

/** GitHub: the rules of .gitignore, but for `!` and `[ ]`, and `docs/*` takes nothing in folders below. */
function matcherOf(pattern: string): (path: string) => boolean {
  const plain = pattern.replace(/^[!#]/, '\\$&').replace(/(?<!\\)[[\]]/g, '\\$&')
  const isTaken = gitPatterns(plain)
  const isFlat = /(^|\/)\*$/.test(pattern) && pattern !== '*'
  return (path) => {
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    return isTaken(path) && !(isFlat && folder !== '' && isTaken(folder))
  }
}

/** An expression of a repository may take for ever on a long path: none with a repeated group, nor with many repetitions. */
const repeatedGroup = /\)[*+{]/
const mostRepetitions = 4

/** https://docs.gitea.com/usage/code-owners#file-format */
function readExpressions(text: string): OwnersOf {
  const rules = text.split(/\r\n|\r|\n/).flatMap((line) => {
    const [pattern = '', ...owners] = expressionWords(line)
    const isNegative = pattern.startsWith('!')
    const expression = expressionOf(isNegative ? pattern.slice(1) : pattern)
    return expression === undefined
      ? []
      : [{ expression, isNegative, owners: owners.filter(isOwner) }]
  })
  return (path) => {
    const found = rules.filter(({ expression, isNegative }) => expression.test(path) !== isNegative)
    return [...new Set(found.flatMap(({ owners }) => owners))]
  }
}

function expressionOf(pattern: string): RegExp | undefined {
  const repetitions = pattern.match(/[*+{]/g)?.length ?? 0
  if (pattern === '' || repeatedGroup.test(pattern) || repetitions > mostRepetitions)
    return undefined
  try {
    return new RegExp(`^${pattern}$`)
  } catch {
    return undefined
  }
}

/** Gitea takes the letter behind a `\` as it is, so that `\\.` stands for `\.`. */
function expressionWords(line: string): readonly string[] {
  const text = /^(?:\\.|[^\\#])*/.exec(line)?.[0] ?? ''
  return (text.match(/(?:\\.|[^\s\\])+/g) ?? []).map((word) => word.replace(/\\(.)/g, '$1'))
}

function isOwner(word: string): boolean {
  return word.includes('@')
}

/** Words at blanks; `\ ` and `\#` are letters, a `#` begins a comment. */
function wordsOf(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  const end = words.findIndex((word) => word.startsWith('#'))
  return end < 0 ? words : words.slice(0, end)
}
