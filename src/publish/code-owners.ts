import ignore from 'ignore'

/** Where hosts look for it, in this order: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
const places = [
  '.github/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.gitea/CODEOWNERS',
  '.forgejo/CODEOWNERS',
  'CODEOWNERS',
  'docs/CODEOWNERS',
]

/** The path of a repository's CODEOWNERS, among its paths. */
export function findCodeOwners(paths: readonly string[]): string | undefined {
  return places.find((place) => paths.includes(place))
}

/**
 * Who owns a path by a CODEOWNERS file: what the last pattern says that takes it. Sections of GitLab (`[Docs][2] @default`) each have an
 * answer of their own; all of them count. A pattern without owners has none, or its section's.
 */
export function readCodeOwners(text: string): (path: string) => readonly string[] {
  const sections: { owners: readonly string[]; readonly rules: Rule[] }[] = [
    { owners: [], rules: [] },
  ]
  for (const line of text.split(/\r?\n/)) {
    const words = splitWords(line)
    const [first = ''] = words
    const section = /^\^?\[[^\]]+\](?:\[\d+\])?$/.test(first) || /^\^?\[/.test(line.trim())
    if (section) {
      const after = line.slice(line.lastIndexOf(']') + 1)
      sections.push({ owners: splitWords(after), rules: [] })
    } else if (first !== '') {
      sections.at(-1)?.rules.push(ruleOf(first, words.slice(1)))
    }
  }
  return (path) => {
    const found = sections.flatMap(({ owners, rules }) => {
      const rule = rules.findLast(({ takes }) => takes(path))
      if (rule === undefined) return []
      return rule.owners.length > 0 ? rule.owners : owners
    })
    return [...new Set(found)]
  }
}

interface Rule {
  readonly takes: (path: string) => boolean
  readonly owners: readonly string[]
}

function ruleOf(pattern: string, owners: readonly string[]): Rule {
  // What is special in .gitignore alone is a letter here.
  const plain = pattern.replace(/^!/, '\\!').replace(/[[\]]/g, '\\$&')
  const matcher = ignore().add(plain)
  return { takes: (path) => matcher.ignores(path), owners }
}

/** Words at blanks; `\ ` and `\#` are letters, a `#` begins a comment. */
function splitWords(line: string): readonly string[] {
  const words = line.match(/(?:\\.|[^\s\\])+/g) ?? []
  const end = words.findIndex((word) => word.startsWith('#'))
  return end < 0 ? words : words.slice(0, end)
}
