import { parseRun, type Instruction, type ShellCommand } from '../../../src/transform.ts'

/** A place where a RUN names a variable. */
export interface Occurrence {
  /** In the instruction's text: `$NAME` or `${NAME}`, whole. */
  readonly start: number
  readonly end: number
  /** `literal` stands in single quotes or behind an escape: another program looks it up. `other` has an operator of the shell: `${NAME:-x}`. */
  readonly kind: 'expanded' | 'literal' | 'other'
  readonly command: ShellCommand
}

/** Whether a place stands in the words of a command, which another reading of the RUN may have given. */
export const isIn = ({ command }: Occurrence, source: ShellCommand | undefined): boolean =>
  command.start === source?.start && command.end === source.end

/** Where the commands of a RUN name a variable; undefined where some place is not seen as part of a command: in a here-document, in a loop's list. */
export function occurrencesIn(
  instruction: Instruction,
  name: string,
): readonly Occurrence[] | undefined {
  const { text } = instruction
  if (!mentions(text, name)) return []
  const commands = parseRun(instruction)?.links.flatMap((link) => link.commands) ?? []
  const found = commands.flatMap((command) =>
    [
      ...command.assignments.map(({ value }) => value),
      ...command.words,
      ...command.redirects.map(({ target }) => target),
    ].flatMap(({ start, end }) =>
      placesIn(text.slice(start, end), name).map((place) => ({
        start: start + place.start,
        end: start + place.end,
        kind: place.kind,
        command,
      })),
    ),
  )
  const places = new Map(found.map((occurrence) => [occurrence.start, occurrence]))
  return places.size === countOf(text, name) ? [...places.values()] : undefined
}

/** Whether a text names a variable as shells and BuildKit do. */
export const mentions = (text: string, name: string): boolean => countOf(text, name) > 0

function countOf(text: string, name: string): number {
  let count = 0
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1))
    if (referenceAt(text, at, name) !== undefined) count += 1
  return count
}

/** The end of the reference that begins at a `$`, and whether it is a plain one. */
function referenceAt(
  text: string,
  at: number,
  name: string,
): { readonly end: number; readonly isPlain: boolean } | undefined {
  const isBraced = text[at + 1] === '{'
  const start = at + (isBraced ? 2 : 1)
  const end = start + name.length
  if (!text.startsWith(name, start) || isWordCharacter(text[end])) return undefined
  if (!isBraced) return { end, isPlain: true }
  return text[end] === '}' ? { end: end + 1, isPlain: true } : { end, isPlain: false }
}

const isWordCharacter = (character: string | undefined) =>
  character !== undefined && /\w/.test(character)

/** The references in one word as it is written, quotes heeded. */
function placesIn(raw: string, name: string): readonly Omit<Occurrence, 'command'>[] {
  const places: Omit<Occurrence, 'command'>[] = []
  let quote: string | undefined
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw[at]
    if (character === '\\' && quote !== "'") {
      const literal = raw[at + 1] === '$' ? referenceAt(raw, at + 1, name) : undefined
      if (literal !== undefined) places.push({ start: at + 1, end: literal.end, kind: 'literal' })
      at += 1
    } else if (character === quote) quote = undefined
    else if (quote === undefined && (character === "'" || character === '"')) quote = character
    else if (character === '$') {
      const found = referenceAt(raw, at, name)
      if (found === undefined) continue
      const kind = quote === "'" ? 'literal' : found.isPlain ? 'expanded' : 'other'
      places.push({ start: at, end: found.end, kind })
    }
  }
  return places
}
