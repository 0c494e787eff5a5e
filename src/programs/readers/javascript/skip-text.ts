// Where parts of a source end that are passed over without being parsed.

export const isWordCharacter = (sign: string) =>
  (sign >= 'a' && sign <= 'z') ||
  (sign >= 'A' && sign <= 'Z') ||
  (sign >= '0' && sign <= '9') ||
  sign === '_' ||
  sign === '$' ||
  sign > '\u007f'

export function endOfWord(text: string, at: number): number {
  let end = at + 1
  while (end < text.length && isWordCharacter(text[end] ?? '')) end++
  return end
}

export function indexOr(text: string, what: string, from: number): number {
  const at = text.indexOf(what, from)
  return at < 0 ? text.length : at
}

/** A string ends on its line, even where it is none: `don't` in a text of JSX. */
export function endOfQuoted(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === text[at] || text[end] === '\n') return end
  }
  return text.length
}

/** The closing backtick, or the bracket of the next `${`. */
export function endOfTemplate(text: string, at: number): number {
  for (let end = at + 1; end < text.length; end++) {
    if (text[end] === '\\') end++
    else if (text[end] === '`') return end
    else if (text[end] === '$' && text[end + 1] === '{') return end + 1
  }
  return text.length
}

export function endOfPattern(text: string, at: number): number {
  let isInClass = false
  for (let end = at + 1; end < text.length; end++) {
    const sign = text[end]
    if (sign === '\\') end++
    else if (sign === '\n') return end
    else if (sign === '[') isInClass = true
    else if (sign === ']') isInClass = false
    else if (sign === '/' && !isInClass) return end
  }
  return text.length
}
