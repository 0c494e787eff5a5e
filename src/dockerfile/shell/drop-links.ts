import type { Instruction } from '../instruction.ts'
import { isParseFailure, parseDockerfile } from '../parse/parse.ts'
import type { ShellLink } from './shell-script.ts'
import { parseRun } from './parse-shell.ts'
import { splice, type Edit } from '../splice.ts'

/**
 * The text of a RUN without some links of its chain: their operators, continuations and comments go, what stays is as it
 * was. A `||`, a `&` or a here-document beside a dropped link makes it impossible, and so does dropping all of them.
 * @param links of the instruction's `parseRun`
 * @returns undefined where it is impossible
 */
export function dropLinks(
  instruction: Instruction,
  links: readonly ShellLink[],
): string | undefined {
  const chain = instruction.exec === undefined ? parseRun(instruction)?.links : undefined
  if (chain === undefined) return undefined
  const dropped = chain.map((link) =>
    links.some(({ start, end }) => start === link.start && end === link.end),
  )
  if (!dropped.includes(false)) return undefined
  if (!dropped.includes(true)) return instruction.text
  if (usesHeredocs(instruction, chain)) return undefined
  const edits = editsFor(instruction.text, chain, dropped)
  if (edits === undefined) return undefined
  const text = splice(instruction.text, edits)
  const kept = chain.filter((_, index) => dropped[index] === false)
  return isSameChain(instruction, text, kept) ? text : undefined
}

/** Here-documents stand behind the chain; which link they belong to is not worth knowing. */
function usesHeredocs({ heredocs, body }: Instruction, chain: readonly ShellLink[]): boolean {
  if (heredocs.length > 0 && !/^\d*<<-?\s*\S+$/.test(body.text)) return true
  return chain.some(({ commands }) =>
    commands.some(({ redirects }) => redirects.some(({ operator }) => /^<<-?$/.test(operator))),
  )
}

function editsFor(
  text: string,
  chain: readonly ShellLink[],
  dropped: readonly boolean[],
): readonly Edit[] | undefined {
  const edits: Edit[] = []
  let lastKept: ShellLink | undefined
  let run: ShellLink[] = []
  for (const [index, link] of chain.entries()) {
    if (dropped[index] === true) {
      run.push(link)
      continue
    }
    const [first] = run
    if (first !== undefined) {
      const edit = joinAround(text, lastKept, run, link)
      if (edit === undefined) return undefined
      edits.push(edit)
    }
    lastKept = link
    run = []
  }
  const last = run.at(-1)
  if (last === undefined || lastKept === undefined) return edits
  if (!run.every(({ operator }) => isPlain(operator))) return undefined
  if (/^[ \t]*&/.test(text.slice(last.end))) return undefined
  const from = lastKept.end + sameLineComment(text, lastKept.end, run[0])
  return [...edits, { start: from, end: last.end, text: '' }]
}

/** What stands between the kept links before and after a run of dropped ones. */
function joinAround(
  text: string,
  before: ShellLink | undefined,
  run: readonly ShellLink[],
  after: ShellLink,
): Edit | undefined {
  const [first] = run
  const last = run.at(-1)
  if (first === undefined || last === undefined) return undefined
  const operators = [...run, after].map(({ operator }) => operator)
  if (!operators.every(isPlain)) return undefined
  const gap = text.slice(last.end, after.start)
  if (before === undefined) {
    return { start: first.start, end: after.start, text: commentsOf(gap, after.operator) }
  }
  const from = before.end + sameLineComment(text, before.end, first)
  const ends = operators.find((operator) => operator === ';' || operator === '\n')
  if (ends === undefined || ends === after.operator) {
    const skip = after.operator === '\n' ? sameLineComment(text, last.end, after) : 0
    return { start: from, end: last.end + skip, text: '' }
  }
  // The chain was broken here before, and must not become one now.
  if (first.operator !== ends || gap.includes('#')) return undefined
  return { start: from, end: after.start, text: text.slice(from, first.start) }
}

function isPlain(operator: ShellLink['operator']): boolean {
  return operator !== '||' && operator !== '&'
}

/** In a script, the length of what follows on a link's own line: its comment stays with it. */
function sameLineComment(text: string, from: number, next: ShellLink | undefined): number {
  if (next?.operator !== '\n') return 0
  const feed = text.indexOf('\n', from)
  return feed < 0 ? 0 : feed - from
}

/** The comment lines above the first kept link, with the continuation that they need. */
function commentsOf(gap: string, operator: ShellLink['operator']): string {
  const lines = gap.split('\n')
  const comments = lines.slice(1, -1).filter((line) => line.trimStart().startsWith('#'))
  if (comments.length === 0) return ''
  const indentation = /^[ \t]*/.exec(lines.at(-1) ?? '')?.[0] ?? ''
  if (operator === '\n')
    return [...comments.map((line) => line.trimStart()), indentation].join('\n')
  const continuation = /[\\`][ \t]*\r?$/.exec(lines[0] ?? '')?.[0]
  const mark = continuation ?? /[\\`][ \t]*\r?$/m.exec(gap)?.[0]
  return mark === undefined ? '' : [mark, ...comments, indentation].join('\n')
}

/** Reads the result again: one RUN, the kept links and nothing else. */
function isSameChain(instruction: Instruction, text: string, kept: readonly ShellLink[]): boolean {
  const escape = /`[ \t]*\r?\n/.test(instruction.text) && !/\\[ \t]*\r?\n/.test(instruction.text)
  const head = `${escape ? '# escape=`\n' : ''}FROM scratch\n`
  const parsed = parseDockerfile(head + text)
  if (isParseFailure(parsed)) return false
  const [, run, ...others] = parsed.instructions
  if (run === undefined || others.length > 0 || run.text !== text) return false
  const chain = parseRun(run)?.links ?? []
  return (
    chain.length === kept.length &&
    chain.every((link, index) => sameCommands(link, kept[index])) &&
    run.flags.length === instruction.flags.length
  )
}

function sameCommands(link: ShellLink, other: ShellLink | undefined): boolean {
  const words = ({ commands }: ShellLink) =>
    JSON.stringify(commands.map((command) => command.words.map(({ raw }) => raw)))
  return other?.kind === link.kind && words(link) === words(other)
}
