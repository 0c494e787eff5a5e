import { commentLines } from '../dockerfile/comment-lines.ts'
import type { Dockerfile } from '../dockerfile/instruction.ts'
import type { Statement, Statements } from '../project/config/preferences.ts'
import { lineEvidence } from './evidence.ts'

/** What comments of a Dockerfile say to this program: `# msb-migrate: keep views/`. */
export interface CommentDirectives {
  /** The line of an `ignore-file`; undefined where there is none. */
  readonly ignoredAt: number | undefined
  /** Rules that are switched off for this file. */
  readonly skipped: readonly NamedRule[]
  /** Rules that are switched on for this file. */
  readonly used: readonly NamedRule[]
  readonly statements: Statements
  /** A comment that means nothing. */
  readonly unknown: { readonly text: string; readonly line: number } | undefined
}

interface NamedRule {
  readonly rule: string
  readonly line: number
}

const directive = /^#\s*msb-migrate:\s*(.*?)\s*$/
const listNames = ['keep', 'reads', 'writes', 'programs'] as const

/** The words that can follow `# msb-migrate:`. */
export const directiveNames = ['ignore-file', 'ignore', 'use', ...listNames, 'start'] as const

/** Reads the comments between instructions; those inside of one are the shell's. A word has no blanks, and a program no path; a command is the rest of its line. */
export function readDirectives(dockerfile: Dockerfile): CommentDirectives {
  const said = new Map<string, Statement[]>()
  const skipped: NamedRule[] = []
  const used: NamedRule[] = []
  let ignoredAt: number | undefined
  let unknown: CommentDirectives['unknown']
  for (const { text, line } of commentsOf(dockerfile)) {
    const sentence = directive.exec(text)?.[1]
    if (sentence === undefined) continue
    const [name = '', ...values] = sentence.split(/[\s,]+/)
    const kind = listNames.find((each) => each === name)
    const command = /^start\s+(.*)$/.exec(sentence)?.[1]
    const state = (key: string, stated: readonly string[]) =>
      said.set(key, [
        ...(said.get(key) ?? []),
        ...stated.map((value) => ({ text: value, evidence: lineEvidence({ line, text }) })),
      ])
    if (command !== undefined) {
      state('start', [command])
      continue
    }
    const isPlain = !/["']/.test(sentence) && (kind !== 'programs' || !sentence.includes('/'))
    if (!isPlain) unknown ??= { text, line }
    else if (name === 'ignore-file' && values.length === 0) ignoredAt ??= line
    else if ((name === 'ignore' || name === 'use') && values.length > 0)
      (name === 'use' ? used : skipped).push(...values.map((rule) => ({ rule, line })))
    else if (kind !== undefined && values.length > 0)
      state(kind, kind !== 'keep' && values.join() === 'none' ? [] : values)
    else unknown ??= { text, line }
  }
  const { keep = [], reads, writes, programs, start } = Object.fromEntries(said)
  return { ignoredAt, skipped, used, unknown, statements: { keep, reads, writes, programs, start } }
}

function commentsOf({ instructions, tail, source }: Dockerfile) {
  const last = instructions.at(-1)
  const leads = instructions.map(({ lead, line }) => ({ text: lead, end: line }))
  const end = last === undefined ? 1 : source.split('\n').length
  return [...leads, { text: tail, end }].flatMap(({ text, end: below }) => {
    if (!text.includes('msb-migrate:')) return []
    const lines = text.split('\n')
    // The line that the next instruction begins, or what a final line end leaves.
    const first = below - lines.length + 1
    return lines.flatMap((own, i) =>
      commentLines(own).map((each) => ({ text: each, line: first + i })),
    )
  })
}
