import { openingOfOrNone } from '../parse/heredoc.ts'
import { heredocSpans } from '../parse/heredoc-span.ts'
import type { Instruction, Joined } from '../instruction.ts'
import { parseShellText } from './shell-parser.ts'
import type { ShellScript } from './shell-script.ts'
import { plainWord } from './shell-word.ts'
import { interpreterOf, isPosixShell } from './shells.ts'

/**
 * The commands of a RUN, with positions in the instruction's own text; in JSON form the one command that it is. Of
 * `RUN <<EOF` the here-document is the script, elsewhere here-documents belong to their commands. Undefined where the
 * shell would not read it, or where a `#!` names another interpreter. Which shell SHELL has set is the caller's to ask.
 */
export function parseRun(instruction: Instruction): ShellScript | undefined {
  if (instruction.exec !== undefined) return execScript(instruction, instruction.exec)
  return parseJoined(scriptOf(instruction))
}

/** The commands of a CMD, ENTRYPOINT or HEALTHCHECK, as `parseRun` gives them. */
export function parseShellForm(instruction: Instruction): ShellScript | undefined {
  if (instruction.keyword !== 'HEALTHCHECK') return parseRun(instruction)
  if (instruction.exec !== undefined) return execScript(instruction, instruction.exec)
  const { text, offsets } = instruction.body
  const command = instruction.words[1]
  if (command === undefined) return undefined
  const at = text.length - command.raw.length
  return parseJoined({ text: text.slice(at), offsets: offsets.slice(at) })
}

/** The commands of a script: an entrypoint's, or one of package.json. Undefined where it does not parse. */
export function parseScript(text: string): ShellScript | undefined {
  return parseShellText(text, { start: (at) => at, end: (at) => at })
}

function parseJoined(joined: Joined | undefined): ShellScript | undefined {
  if (joined === undefined) return undefined
  const { text, offsets } = joined
  const last = offsets.at(-1) ?? 0
  return parseShellText(text, {
    start: (at) => offsets[at] ?? last,
    // Not the next character's place, which may be behind a continuation.
    end: (at) => (at === 0 ? (offsets[0] ?? 0) : (offsets[at - 1] ?? last - 1) + 1),
  })
}

/** What BuildKit hands to the shell: https://docs.docker.com/reference/dockerfile/#here-documents */
function scriptOf(instruction: Instruction): Joined | undefined {
  const { body, heredocs, text } = instruction
  const spans = heredocSpans(instruction)
  const [first] = spans
  if (first === undefined) return body
  if (heredocs.length === 1 && openingOfOrNone(body.text) !== undefined) {
    const script = joinedSpan(text, first.start, first.end, heredocs[0]?.chomp ?? false)
    const interpreter = interpreterOf(script.text)
    return interpreter === undefined || isPosixShell(interpreter[0]) ? script : undefined
  }
  const parts = [body.text]
  const offsets = [...body.offsets]
  for (const span of spans) {
    parts.push('\n', text.slice(span.start, span.terminatorEnd))
    for (let at = span.start; at <= span.terminatorEnd; at++) offsets.push(at)
  }
  return { text: parts.join(''), offsets }
}

/** A span of a text, its lines' leading tabs left out where `<<-` says so. */
function joinedSpan(text: string, start: number, end: number, chomp: boolean): Joined {
  const offsets: number[] = []
  const parts: string[] = []
  let lineStart = true
  for (let at = start; at < end; at++) {
    const character = text.charAt(at)
    if (chomp && lineStart && character === '\t') continue
    lineStart = character === '\n'
    parts.push(character)
    offsets.push(at)
  }
  return { text: parts.join(''), offsets: [...offsets, end] }
}

function execScript(instruction: Instruction, exec: readonly string[]): ShellScript {
  if (exec.length === 0) return { links: [] }
  const { offsets } = instruction.body
  const span = { start: offsets[0] ?? 0, end: offsets.at(-1) ?? 0 }
  const words = exec.map((value) => plainWord(value, span.start, span.end))
  const command = { assignments: [], words, redirects: [], inner: [], ...span }
  return { links: [{ ...span, operator: undefined, kind: 'simple', commands: [command] }] }
}
