import { expandWord, inQuotes, splitOutsideQuotes } from '../../../src/transform.ts'

/** The rest of a line that is one value, written as one word that comes to the same; undefined where none is found. */
export function asOneWord(raw: string, escape: string): string | undefined {
  const isPlain = !/["']/.test(raw) && !raw.includes(escape)
  const value = expandWord(raw, () => undefined, escape)
  const all = [
    raw,
    ...(isPlain ? [`"${raw}"`] : []),
    // Without variables, what the old form comes to.
    ...(value === undefined ? [] : [inQuotes(value, escape)]),
    withEscapedBlanks(raw, escape),
  ]
  return all.find((word) => {
    const [first, ...more] = splitOutsideQuotes(`A=${word}`, escape)
    return first?.raw === `A=${word}` && more.length === 0 && comesToTheSame(word, raw, escape)
  })
}

/** Whatever its variables are: with values of several words, empty, and unset. */
function comesToTheSame(word: string, raw: string, escape: string): boolean {
  return [(name: string) => `{${name}}  x`, () => '', () => null].every((lookup) => {
    const value = expandWord(word, lookup, escape)
    return value !== undefined && value === expandWord(raw, lookup, escape)
  })
}

/** Blanks outside of quotes behind the escape: `a\ b "c d"`. */
function withEscapedBlanks(raw: string, escape: string): string {
  let text = ''
  let quote: string | undefined
  for (let at = 0; at < raw.length; at++) {
    const sign = raw.charAt(at)
    if (sign === escape && quote !== "'" && at + 1 < raw.length) {
      text += sign + raw.charAt(at + 1)
      at++
      continue
    }
    if (quote === undefined && (sign === '"' || sign === "'")) quote = sign
    else if (sign === quote) quote = undefined
    text += quote === undefined && /\s/.test(sign) ? escape + sign : sign
  }
  return text
}
