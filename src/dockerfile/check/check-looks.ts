import type { Instruction } from '../instruction.ts'
import { readDirective } from '../parse/directives.ts'
import { openingOfOrNone } from '../parse/heredoc.ts'
import { SyntaxFault } from '../syntax-fault.ts'

const takesHeredocs = new Set(['RUN', 'COPY', 'ADD'])

/** Their words are names and paths; BuildKit reads a here-document in RUN, COPY and ADD alone. */
const plain = new Set(['WORKDIR', 'USER', 'VOLUME', 'EXPOSE', 'STOPSIGNAL'])

/**
 * Fails where BuildKit takes something for less than it looks like: whoever wrote it meant something else, and a person has to say what.
 * @throws SyntaxFault
 */
export function checkLooks(instruction: Instruction, escape: string): void {
  const { keyword, words, heredocs, lead, text, line } = instruction
  // The path of a WORKDIR is one word, blanks and all.
  const opening = words
    .flatMap(({ raw }) => raw.split(/\s+/))
    .find((word) => openingOfOrNone(word) !== undefined)
  if (plain.has(keyword) && opening !== undefined)
    throw unclear(`${keyword} opens no here-document: ${opening} is part of its value`, line)
  if (heredocs.length > 0 && text.includes('\r\r\n'))
    throw unclear(
      'A line of a here-document ends in two carriage returns, which its script sees',
      line,
    )
  const own = heredocs.length === 0 ? text : ''
  if (takesHeredocs.has(keyword) && /\\[ \t]<<-?["']?\w/.test(own))
    throw unclear('A backslash in front of << keeps it from opening a here-document', line)
  if (/\r(?!\r*(?:\n|$))/.test(own))
    throw unclear('A carriage return stands inside of a line', line)
  if (/[\u2028\u2029]/.test(text))
    throw unclear('A Unicode line or paragraph separator ends no line here', line)
  const before = lead.split('\n')
  const first = line - before.length + 1
  for (const [i, comment] of (lead + own).split('\n').entries()) {
    const directive = readDirective(comment.trim())
    if (directive?.name === 'escape' && directive.value !== escape)
      throw unclear(
        `"# escape=${directive.value}" is a comment here: directives stand above all else in a file`,
        first + i,
      )
  }
}

function unclear(reason: string, line: number): SyntaxFault {
  return new SyntaxFault(reason, 'unsupported-syntax', line)
}
