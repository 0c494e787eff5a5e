import { keywords, readArguments } from '../words/arguments.ts'
import { openingsIn, type HeredocOpening } from './heredoc.ts'
import type { Flag, Heredoc, Instruction } from '../instruction.ts'
import type { LogicalLine, PhysicalLine } from './logical-line.ts'
import { splitInstruction } from './split-instruction.ts'
import { SyntaxFault } from '../syntax-fault.ts'

export interface ReadContext {
  readonly source: string
  readonly escape: string
  /** Where the text that belongs to no instruction yet begins. */
  readonly leadStart: number
  readonly nextPhysical: () => PhysicalLine | undefined
}

const heredocKeywords: ReadonlySet<string> = new Set(['RUN', 'COPY', 'ADD'])

/**
 * One instruction of a joined line; its here-documents are taken from the lines that follow.
 * @throws SyntaxFault where BuildKit's parser fails
 */
export function readInstruction(logical: LogicalLine, context: ReadContext): Instruction {
  const { start, offsets, text } = logical
  const split = splitInstruction(text, context.escape)
  if (offsets[split.start] !== start) {
    throw new SyntaxFault('A continuation stands before an instruction', 'unsupported-syntax')
  }
  const keyword = split.keyword.toUpperCase()
  if (!keywords.has(keyword)) throw new SyntaxFault(unknownInstruction(split.keyword))
  const { exec, words } = readArguments(keyword, split.rest, context.escape)
  const openings = opensHeredocs(keyword, split.rest, exec, context.escape) ? openingsIn(text) : []
  const heredocs = openings.map((opening) => readHeredoc(opening, context))
  const end = heredocs.at(-1)?.end ?? logical.end

  const startOf = (index: number): number => (offsets[index] ?? logical.end) - start
  // Not the start of the next character, which may stand behind a continuation.
  const endOf = (index: number): number => (offsets[index - 1] ?? start - 1) + 1 - start
  const { rest, restStart } = split
  const restEnd = restStart + rest.length
  const bodyOffsets = offsets.slice(restStart, restEnd).map((offset) => offset - start)
  bodyOffsets.push(rest === '' ? startOf(restStart) : endOf(restEnd))
  return {
    keyword,
    lead: context.source.slice(context.leadStart, start),
    text: context.source.slice(start, end),
    line: logical.line,
    flags: split.flags.map((flag) => flagOf(flag.text, startOf(flag.start), endOf(flag.end))),
    body: { text: rest, offsets: bodyOffsets },
    form: exec === undefined ? 'shell' : 'exec',
    exec,
    heredocs: heredocs.map((found) => found.heredoc),
    words: words.map((word) => ({
      raw: word.raw,
      start: startOf(restStart + word.start),
      end: endOf(restStart + word.end),
    })),
  }
}

function flagOf(text: string, start: number, end: number): Flag {
  const equals = text.indexOf('=')
  return equals < 0
    ? { name: text.slice(2), value: undefined, start, end }
    : { name: text.slice(2, equals), value: text.slice(equals + 1), start, end }
}

/** RUN, COPY and ADD, also those of an ONBUILD, but never in JSON form. */
function opensHeredocs(
  keyword: string,
  rest: string,
  exec: readonly string[] | undefined,
  escape: string,
): boolean {
  if (keyword !== 'ONBUILD') return heredocKeywords.has(keyword) && exec === undefined
  const child = splitInstruction(rest, escape)
  const childKeyword = child.keyword.toUpperCase()
  if (!heredocKeywords.has(childKeyword)) return false
  return readArguments(childKeyword, child.rest, escape).exec === undefined
}

function readHeredoc(
  opening: HeredocOpening,
  context: ReadContext,
): { readonly heredoc: Heredoc; readonly end: number } {
  const { name, descriptor, expand, chomp } = opening
  const bodyParts: string[] = []
  for (let line = context.nextPhysical(); line !== undefined; line = context.nextPhysical()) {
    const content = context.source.slice(line.start, line.contentEnd)
    if ((chomp ? content.replace(/^\t+/, '') : content) === name) {
      return {
        heredoc: { name, descriptor, expand, chomp, body: bodyParts.join('') },
        end: line.end,
      }
    }
    bodyParts.push(context.source.slice(line.start, line.end))
  }
  throw new SyntaxFault(`The here-document <<${name} has no line "${name}" that ends it`)
}

function unknownInstruction(keyword: string): string {
  return keyword === '' ? 'An instruction is missing' : `Unknown instruction: ${keyword}`
}
