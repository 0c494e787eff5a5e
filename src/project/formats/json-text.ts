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

/** A string, a comment, or a comma with nothing but blanks and comments before the bracket that closes. */
const TOKEN =
  /"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|,(?=(?:\s|\/\/[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/)*[}\]])/g

function plainJson(text: string): string {
  return text.replace(TOKEN, (token) => {
    if (token.startsWith('"')) return token
    return token.startsWith('/') ? ' ' : ''
  })
}
