import { heredocSpans } from './heredoc-span.ts'
import type { Dockerfile, Instruction } from '../instruction.ts'
import { continuationMark } from './logical-line.ts'

/**
 * The source with each character in its place, but with everything blotted out that dockerfile-ast takes for something
 * else than BuildKit does: here-documents and what opens them, comments inside of instructions, escapes that continue no
 * line, JSON, and `=` in comments, which it takes for parser directives. Of the arguments one letter a line stays, so
 * that it still has to find out by itself where each instruction begins and ends.
 */
export function maskSource(
  dockerfile: Pick<Dockerfile, 'instructions' | 'directives' | 'tail' | 'escape'>,
): string {
  const { instructions, directives, tail, escape } = dockerfile
  const parts: string[] = []
  for (const [index, instruction] of instructions.entries()) {
    parts.push(maskLead(instruction.lead, index === 0 ? directives.length : 0))
    parts.push(maskInstruction(instruction, escape))
  }
  parts.push(maskLead(tail, 0))
  return parts.join('')
}

/** Comments and blank lines. The parser directives among the first lines stay. */
function maskLead(lead: string, directives: number): string {
  if (lead === '') return ''
  const bom = lead.startsWith('\uFEFF') ? 1 : 0
  const masked = linesOf(lead.slice(bom)).map((line, index) => {
    if (index < directives) return line
    const hash = line.indexOf('#')
    return hash < 0 ? blank(line) : `${' '.repeat(hash)}#${blank(line.slice(hash + 1))}`
  })
  return lead.slice(0, bom) + masked.join('')
}

function maskInstruction(instruction: Instruction, escape: string): string {
  const { text, flags, body } = instruction
  const start = flags[0]?.start ?? body.offsets[0] ?? text.length
  const end = heredocSpans(instruction)[0]?.start ?? text.length
  const lines = linesOf(text.slice(start, end)).map((line, index) =>
    index > 0 && /^\s*#/.test(line) ? blank(line) : maskLine(line, escape),
  )
  return text.slice(0, start) + lines.join('') + blank(text.slice(end))
}

function maskLine(line: string, escape: string): string {
  const content = contentEnd(line)
  const mark = continuationMark(line, 0, content, escape)
  const first = line.search(/\S/)
  const head = first < 0 || first === mark || first >= content ? '' : `${' '.repeat(first)}x`
  if (mark === undefined) return head + blank(line.slice(head.length))
  return `${head}${' '.repeat(mark - head.length)}${escape}${blank(line.slice(mark + 1))}`
}

function contentEnd(line: string): number {
  let end = line.endsWith('\n') ? line.length - 1 : line.length
  while (end > 0 && line[end - 1] === '\r') end--
  return end
}

/** Blanks, but for the line ends; dockerfile-ast ends a line at a lone carriage return, too. */
function blank(text: string): string {
  return text.replaceAll(/[^\r\n]+/g, (run) => ' '.repeat(run.length)).replaceAll(/\r(?!\n)/g, ' ')
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
