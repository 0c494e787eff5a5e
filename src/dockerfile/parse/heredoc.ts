/** Which here-documents an instruction opens: https://docs.docker.com/reference/dockerfile/#here-documents */
import { ExpansionError } from '../words/lex-state.ts'
import { expand } from '../words/lex.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/** What an opening word (`<<EOF`, `3<<-"END"`) says about its here-document. */
export interface HeredocOpening {
  readonly name: string
  readonly descriptor: number | undefined
  readonly expand: boolean
  readonly chomp: boolean
  /** `<< EOF`, which frontends before 1.16 do not read as a here-document. */
  readonly spaced: boolean
}

const noVariables = (): null => null
// Go's \s, which is ASCII only.
const opening = /^(\d*)<<(-?)([\t\n\f\r ]*)([^<]*)$/

/** BuildKit's ParseHeredoc: the here-document that a word opens, or undefined. Throws SyntaxFault for an open quote. */
export function openingOf(word: string): HeredocOpening | undefined {
  const match = opening.exec(word)
  const rest = match?.[4]
  if (match === null || rest === undefined || rest === '') return undefined
  const descriptor = match[1] === '' ? undefined : Number(match[1])
  const common = { descriptor, chomp: match[2] === '-', spaced: match[3] !== '' }
  if (/^[\w.-]+$/.test(rest)) return { ...common, name: rest, expand: true }
  try {
    // Always a backslash, whatever `# escape` says.
    const options = { escape: '\\', skipUnset: true }
    const { words } = expand(rest, noVariables, options)
    const [name] = words
    if (words.length !== 1 || name === undefined) return undefined
    const raw = expand(rest, noVariables, { ...options, rawQuotes: true }).words
    if (raw.length !== 1) throw new SyntaxFault(`The here-document ${word} is ambiguous`)
    return { ...common, name, expand: countQuotes(name) === countQuotes(raw[0] ?? '') }
  } catch (error) {
    if (!(error instanceof ExpansionError)) throw error
    throw new SyntaxFault(`The here-document ${word} can't be read: ${error.message}`)
  }
}

/** As `openingOf`, undefined also where BuildKit would fail. */
export function openingOfOrNone(word: string): HeredocOpening | undefined {
  try {
    return openingOf(word)
  } catch (error) {
    if (error instanceof SyntaxFault) return undefined
    throw error
  }
}

/**
 * The here-documents that a joined instruction opens, in order. None where its quotes do not match up: then BuildKit
 * reads no here-document either.
 */
export function openingsIn(line: string): readonly HeredocOpening[] {
  if (!line.includes('<<')) return []
  try {
    const { words } = expand(line, noVariables, {
      escape: '\\',
      skipUnset: true,
      rawQuotes: true,
      rawEscapes: true,
    })
    return words.map(openingOf).filter((found) => found !== undefined)
  } catch (error) {
    if (error instanceof ExpansionError) return []
    throw error
  }
}

function countQuotes(text: string): number {
  return text.length - text.replaceAll(/['"]/g, '').length
}
