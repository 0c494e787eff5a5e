import type { Instruction } from '../instruction.ts'
import { ExpansionError, type Lookup } from './lex-state.ts'
import { expand, isPlain } from './lex.ts'

/**
 * A word as BuildKit expands it: quotes and escapes removed, variables replaced, `${V:-x}`, `${V-x}`, `${V:+x}`, `${V+x}`,
 * `${V:?x}`, `${V#p}`, `${V%p}` and `${V/p/x}` included.
 * https://docs.docker.com/reference/dockerfile/#environment-replacement
 * @param lookup answers null for a variable that is known to be unset, undefined for one that is not known
 * @returns undefined where a variable that it needs is not known, and where BuildKit fails
 */
export function expandWord(raw: string, lookup: Lookup, escape: string): string | undefined {
  if (isPlain(raw)) return raw
  try {
    const { text, unknown } = expand(raw, lookup, { escape })
    return unknown ? undefined : text
  } catch (error) {
    if (error instanceof ExpansionError) return undefined
    throw error
  }
}

/** The words that a text expands to, as BuildKit splits those of EXPOSE: a variable's value may be several. See `expandWord`. */
export function expandWords(
  raw: string,
  lookup: Lookup,
  escape: string,
): readonly string[] | undefined {
  try {
    const { words, unknown } = expand(raw, lookup, { escape })
    return unknown ? undefined : words
  } catch (error) {
    if (error instanceof ExpansionError) return undefined
    throw error
  }
}

/** The variables that a text names, once each, in order; those in single quotes or behind an escape are none. */
export function variablesIn(raw: string, escape = '\\', skipQuotes = false): readonly string[] {
  const names = new Set<string>()
  const note = (name: string): null => {
    names.add(name)
    return null
  }
  try {
    expand(raw, note, { escape, skipUnset: true, skipQuotes })
  } catch (error) {
    if (!(error instanceof ExpansionError)) throw error
    // Not a text that BuildKit would expand, so rather one name too many than one too few.
    for (const [, name] of raw.matchAll(/\$\{?(\w+)/g)) names.add(name ?? '')
  }
  return [...names]
}

/** The variables that BuildKit expands in an instruction, here-documents included; what a shell does with its text is not asked. */
export function variablesOf({ body, flags, heredocs }: Instruction): readonly string[] {
  return [
    ...variablesIn(body.text),
    ...flags.flatMap(({ value }) => variablesIn(value ?? '')),
    // https://docs.docker.com/reference/dockerfile/#here-documents: quotes are part of the text.
    ...heredocs.flatMap(({ body: text, expand: expands }) =>
      expands ? variablesIn(text, '\\', true) : [],
    ),
  ]
}

/** One `name=value` of an ENV, ARG or LABEL. */
export interface Assigned {
  /** Quotes removed; as written where it holds variables itself. */
  readonly name: string
  /** Quotes removed; undefined where it holds variables, and for an ARG without a default. */
  readonly value: string | undefined
  /** The value as written; undefined for an ARG without a default. */
  readonly raw: string | undefined
  /** Of name and value, in the instruction's text. */
  readonly start: number
  readonly end: number
}

/** What an ENV, ARG or LABEL sets, `ENV name the rest of the line` included. None for other instructions. */
export function assignmentsOf(instruction: Instruction, escape = '\\'): readonly Assigned[] {
  const { keyword, words } = instruction
  const [first, second] = words
  if (keyword !== 'ENV' && keyword !== 'LABEL' && keyword !== 'ARG') return []
  if (first === undefined) return []
  if (keyword !== 'ARG' && second !== undefined && !first.raw.includes('=')) {
    return [assigned(first.raw, second.raw, first.start, second.end, escape)]
  }
  return words.map(({ raw, start, end }) => {
    const equals = raw.indexOf('=')
    return equals < 0
      ? assigned(raw, undefined, start, end, escape)
      : assigned(raw.slice(0, equals), raw.slice(equals + 1), start, end, escape)
  })
}

function assigned(
  name: string,
  raw: string | undefined,
  start: number,
  end: number,
  escape: string,
): Assigned {
  const literal = (text: string): string | undefined => expandWord(text, () => undefined, escape)
  const value = raw === undefined ? undefined : literal(raw)
  return { name: literal(name) ?? name, value, raw, start, end }
}
