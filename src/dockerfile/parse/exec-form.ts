import { skipSpace } from '../words/space.ts'
import { SyntaxFault } from '../syntax-fault.ts'

/**
 * The strings of `["a", "b"]`, or undefined where BuildKit reads the shell form: it wants a JSON array, whole and valid.
 * Throws SyntaxFault for a valid array that holds anything but strings.
 */
export function parseExecForm(text: string): readonly string[] | undefined {
  const start = skipSpace(text, 0)
  if (text[start] !== '[') return undefined
  const values = parseArray(text.slice(start))
  if (values === undefined) return undefined
  const strings = values.filter((value) => typeof value === 'string')
  if (strings.length < values.length) {
    throw new SyntaxFault('A JSON array of arguments holds strings only')
  }
  // Go's decoder puts U+FFFD where an escape makes half a character.
  return strings.map((value) => value.replaceAll(/\p{Surrogate}/gu, '\uFFFD'))
}

function parseArray(text: string): readonly unknown[] | undefined {
  try {
    const value: unknown = JSON.parse(text)
    // Go refuses numbers beyond a float's range, which makes it the shell form.
    return Array.isArray(value) && !value.includes(Infinity) && !value.includes(-Infinity)
      ? value
      : undefined
  } catch {
    return undefined
  }
}
