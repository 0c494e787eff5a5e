import type { Dockerfile, Instruction } from './instruction.ts'
import { heredocSpans } from './heredoc-span.ts'
import { continuationMark } from './logical-line.ts'

/**
 * The source with everything blotted out that dockerfile-ast takes for something else than BuildKit does, each
 * character in its place: here-documents and their openings, comments inside of instructions, escapes that continue no
 * line, strings of the JSON form, later `--`, and `=` in comments, which it takes for parser directives.
 */
export function maskSource(
  dockerfile: Pick<Dockerfile, 'instructions' | 'directives' | 'tail' | 'escape'>,
): string {
  const { instructions, directives, tail, escape } = dockerfile
  return [
    ...instructions.flatMap((instruction, index) => [
      maskLead(instruction.lead, index === 0 ? directives.length : 0),
      maskInstruction(instruction, escape),
    ]),
    maskLead(tail, 0),
  ].join('')
}

/** Comments and blank lines. The parser directives among the first lines stay. */
function maskLead(lead: string, directives: number): string {
  return linesOf(lead)
    .map((line, index) => {
      if (index < directives) return line
      const hash = line.indexOf('#')
      if (hash < 0) return line.startsWith('\uFEFF') ? `\uFEFF${blank(line.slice(1))}` : blank(line)
      const before = line.startsWith('\uFEFF')
        ? `\uFEFF${blank(line.slice(1, hash))}`
        : blank(line.slice(0, hash))
      return before + loneReturns(line.slice(hash).replaceAll('=', '~'))
    })
    .join('')
}

function maskInstruction(instruction: Instruction, escape: string): string {
  const { text, body } = instruction
  const bodyStart = body.offsets[0] ?? text.length
  const headEnd = heredocSpans(instruction)[0]?.start ?? text.length
  const head = linesOf(text.slice(0, headEnd)).map((line, index) =>
    index > 0 && /^\s*#/.test(line) ? blank(line) : maskLine(line, escape),
  )
  const joined = head.join('')
  const args = joined.slice(bodyStart)
  const masked = (instruction.form === 'exec' ? maskStrings(args) : args)
    .replaceAll('--', '__')
    .replaceAll('<<', '__')
  return joined.slice(0, bodyStart) + masked + blank(text.slice(headEnd))
}

/** Escapes that continue no line become letters. */
function maskLine(line: string, escape: string): string {
  const content = line.replace(/\r*\n$/, '')
  const mark = continuationMark(content, 0, content.length, escape)
  const before = content.slice(0, mark).replaceAll(escape, 'x')
  return loneReturns(before + line.slice(before.length))
}

function maskStrings(args: string): string {
  return args.replaceAll(/"[^"\n]*"/g, (string) => `"${'x'.repeat(string.length - 2)}"`)
}

function blank(text: string): string {
  return text.replaceAll(/[^\r\n]/g, ' ').replaceAll(/\r(?!\n)/g, ' ')
}

/** dockerfile-ast ends a line at each carriage return. */
function loneReturns(text: string): string {
  return text.replaceAll(/\r(?!\n)/g, ' ')
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}
