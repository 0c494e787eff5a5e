/**
 * Reads JSON as configuration files have it: comments, trailing commas and a byte order mark are allowed.
 * Gives undefined where that fails; never throws.
 */
export function parseJsonText(text: string): unknown {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  return parseStrict(source) ?? parseStrict(plainJson(source))
}

function parseStrict(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}

/** The line of a text that is no JSON at which that shows, 1-based; undefined for one that is. */
export function jsonFaultLine(text: string): number | undefined {
  const source = plainJson(text.replace(/^\uFEFF/, ''))
  try {
    JSON.parse(source)
    return undefined
  } catch (error) {
    // "... in JSON at position 25"; where the text ends too early, none is named.
    const at = /position (\d+)/.exec(String(error))?.[1]
    return source
      .slice(0, at === undefined ? undefined : Number(at))
      .trimEnd()
      .split('\n').length
  }
}

/** A string, a comment, or a comma with nothing but blanks and comments before the bracket that closes. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*[}\]])/g

function plainJson(text: string): string {
  return text.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token
    return token.startsWith('/') ? ' ' : ''
  })
}
