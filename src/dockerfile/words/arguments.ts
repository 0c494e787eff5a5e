/** An instruction's arguments, split the way that its keyword asks for; failures are those of BuildKit's parser. */
import { parseExecForm } from '../parse/exec-form.ts'
import { isSpace } from './space.ts'
import { splitInstruction } from '../parse/split-instruction.ts'
import { SyntaxFault } from '../syntax-fault.ts'
import { splitAtBlanks, splitOutsideQuotes, type Word } from './words.ts'

export interface Arguments {
  /** The strings of the JSON form; undefined in shell form. */
  readonly exec: readonly string[] | undefined
  /** Words of the shell form, with offsets in `rest`; none in JSON form. */
  readonly words: readonly Word[]
}

export const keywords: ReadonlySet<string> = new Set([
  'ADD',
  'ARG',
  'CMD',
  'COPY',
  'ENTRYPOINT',
  'ENV',
  'EXPOSE',
  'FROM',
  'HEALTHCHECK',
  'LABEL',
  'MAINTAINER',
  'ONBUILD',
  'RUN',
  'SHELL',
  'STOPSIGNAL',
  'USER',
  'VOLUME',
  'WORKDIR',
])

/**
 * Reads the arguments of an instruction.
 * @param keyword upper-cased
 * @param rest what follows keyword and flags, trimmed
 * @throws SyntaxFault where BuildKit's parser fails
 */
export function readArguments(keyword: string, rest: string, escape: string): Arguments {
  switch (keyword) {
    case 'CMD':
    case 'ENTRYPOINT':
    case 'RUN':
    case 'SHELL':
      return execOr(rest, whole)
    case 'ADD':
    case 'COPY':
    case 'VOLUME':
      return execOr(rest, splitAtBlanks)
    case 'EXPOSE':
    case 'FROM':
      return { exec: undefined, words: splitAtBlanks(rest) }
    case 'ARG':
      return { exec: undefined, words: splitOutsideQuotes(rest, escape) }
    case 'ENV':
    case 'LABEL':
      return { exec: undefined, words: assignments(keyword, rest, escape) }
    case 'HEALTHCHECK':
      return healthcheck(rest)
    case 'ONBUILD':
      return trigger(rest, escape)
    default:
      return { exec: undefined, words: whole(rest) }
  }
}

function whole(text: string): readonly Word[] {
  return text === '' ? [] : [{ raw: text, start: 0, end: text.length }]
}

function execOr(text: string, split: (text: string) => readonly Word[]): Arguments {
  const exec = parseExecForm(text)
  return exec === undefined ? { exec, words: split(text) } : { exec, words: [] }
}

/** `K=V K2=V2`, or the old `K rest of the line`, which the first word decides. */
function assignments(keyword: string, rest: string, escape: string): readonly Word[] {
  const words = splitOutsideQuotes(rest, escape)
  const [first] = words
  if (first === undefined) return []
  if (first.raw.includes('=')) {
    const bare = words.find((word) => !word.raw.includes('='))
    if (bare === undefined) return words
    throw new SyntaxFault(`${keyword} has no "=" in ${bare.raw}; it must be of the form name=value`)
  }
  const [name, second] = splitAtBlanks(rest)
  if (name === undefined || second === undefined) {
    throw new SyntaxFault(`${keyword} must have two arguments`)
  }
  // A space that is no blank, which the two ways to split see differently.
  if (name.raw.includes('=')) {
    throw new SyntaxFault(`${keyword} ${name.raw} reads two ways`, 'unsupported-syntax')
  }
  return [name, { raw: rest.slice(second.start), start: second.start, end: rest.length }]
}

/** The type (CMD or NONE) and the command. */
function healthcheck(rest: string): Arguments {
  let end = 0
  while (end < rest.length && !isSpace(rest.charCodeAt(end))) end++
  let next = end
  while (next < rest.length && isSpace(rest.charCodeAt(next))) next++
  const command = execOr(rest.slice(next), whole)
  const type = { raw: rest.slice(0, end), start: 0, end }
  const words = command.words.map((word) => ({
    raw: word.raw,
    start: word.start + next,
    end: word.end + next,
  }))
  return { exec: command.exec, words: end === 0 ? [] : [type, ...words] }
}

/** The instruction of an ONBUILD is one word; it is read here only for its failures. */
function trigger(rest: string, escape: string): Arguments {
  if (rest !== '') {
    const child = splitInstruction(rest, escape)
    const keyword = child.keyword.toUpperCase()
    if (keywords.has(keyword)) readArguments(keyword, child.rest, escape)
  }
  return { exec: undefined, words: whole(rest) }
}
