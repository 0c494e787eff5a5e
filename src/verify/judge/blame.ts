import path from 'node:path'
import type { Migrated } from '../../library.ts'
import type { ErrorKind } from '../../verification/observation.ts'

/** What of a migration left something out. */
export interface Blame {
  /** The rule. */
  readonly by: string
  /** Its title, or the line of the old Dockerfile that it replaced. */
  readonly why: string
}

type Migration = Pick<Migrated, 'changes' | 'replaced'>

/**
 * The change that left out what a log line misses: one whose evidence or words name it, or its folder; else the one whose kind of
 * change it is. Undefined where no change can have done it.
 */
export function blameFor(
  kind: ErrorKind,
  name: string | undefined,
  { changes, replaced }: Migration,
): Blame | undefined {
  const blame = (by: string): Blame | undefined => {
    const change = changes.find(({ rule }) => rule === by)
    return change && { by, why: change.title }
  }
  if (kind === 'permission') return blame('non-root-user') ?? blame('split-stages')
  for (const word of name === undefined ? [] : wordsOf(name)) {
    const line = replaced.find(({ text }) => hasWord(text, word))
    if (line !== undefined)
      return { by: line.by, why: `line ${line.line}: ${firstLine(line.text)}` }
    const change = changes.find(({ title, why, evidence }) =>
      [title, why, ...evidence.flatMap((each) => [each.path, each.text])].some((text) =>
        hasWord(text, word),
      ),
    )
    if (change !== undefined) return { by: change.rule, why: change.title }
  }
  return kind === 'other' ? undefined : blame('split-stages')
}

/** From the whole to its parts: '/app/views/index.ejs', 'views/index.ejs', 'index.ejs', 'views'. */
function wordsOf(name: string): readonly string[] {
  const clean = name.replace(/^file:\/\//, '')
  const library = /^(?:.*\/)?(lib[\w+-]+?)(?:[\d.-]*)\.so/.exec(clean)?.[1]
  if (library !== undefined) return [library]
  const parts = clean.split('/').filter((part) => part !== '' && part !== '.' && part !== '..')
  const tails = parts.map((_, at) => parts.slice(at).join('/'))
  const words = [clean, ...tails, ...parts.toReversed(), path.posix.parse(clean).name]
  return [...new Set(words)].filter((word) => word.length > 2 && !common.has(word))
}

/** Parts of paths that stand everywhere and tell nothing. */
const common = new Set([
  'app',
  'usr',
  'src',
  'var',
  'www',
  'html',
  'home',
  'node',
  'local',
  'lib',
  'bin',
  'etc',
  'opt',
  'index',
  'main',
  'tmp',
  'share',
  'workspace',
])

function hasWord(text: string, word: string): boolean {
  const at = text.indexOf(word)
  if (at < 0) return false
  const around = [text[at - 1] ?? ' ', text[at + word.length] ?? ' ']
  // Packages of libraries have their version behind them: libpq5 has libpq.so.5.
  const [before = ' ', after = ' '] = around
  return !/[\w-]/.test(before) && !(word.startsWith('lib') ? /[A-Za-z_]/ : /[\w-]/).test(after)
}

function firstLine(text: string): string {
  const [line = ''] = text.trim().split('\n')
  return line.length > 80 ? `${line.slice(0, 79)}…` : line
}
