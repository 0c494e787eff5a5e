/** The value of a variable; undefined where it is not known. What is not set is empty. */
export type Variable = (name: string) => string | undefined

const deepest = 20
/** Variables that double each other grow without end. */
const longest = 65_536

/**
 * A text of a Makefile with its variables filled in. A part that is not known, a function among them, becomes `unknown`; without one the
 * answer is undefined. https://www.gnu.org/software/make/manual/html_node/Reference.html
 */
export function expand(
  text: string,
  variable: Variable,
  unknown?: string,
  depth = 0,
): string | undefined {
  let out = ''
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign !== '$') {
      out += sign
      continue
    }
    const next = text.charAt(++at)
    if (next === '$') {
      out += '$'
      continue
    }
    const end = next === '(' || next === '{' ? closing(text, at) : at
    const name = end === at ? next : text.slice(at + 1, end)
    at = end
    const value = /^[^\s,:$()]+$/.test(name) ? variable(name) : undefined
    const inner =
      value === undefined || depth > deepest
        ? undefined
        : expand(value, variable, unknown, depth + 1)
    const part = inner ?? unknown
    if (part === undefined || out.length + part.length > longest) return unknown
    out += part
  }
  return out
}

/** Where the bracket that opens at a place is closed; the text's end where it is not. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '(' || sign === '{') depth++
    if ((sign === ')' || sign === '}') && --depth === 0) return at
  }
  return text.length
}

export const wordsOf = (text: string): readonly string[] =>
  text.split(/\s+/).filter((word) => word !== '')
