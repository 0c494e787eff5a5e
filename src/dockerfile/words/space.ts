/** What Go's unicode.IsSpace calls a space; JavaScript's \s differs by U+0085 and U+FEFF. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 0x09 && code <= 0x0d)
  if (code === 0x85 || code === 0xa0 || code === 0x1680) return true
  if (code >= 0x2000 && code <= 0x200a) return true
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000
}

/** The offset of the first character from `from` on that is no space; `to` if there is none. */
export function skipSpace(text: string, from: number, to = text.length): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at++
  return at
}

/** The offset after the last character before `to` that is no space; `from` if there is none. */
export function skipSpaceBack(text: string, from: number, to = text.length): number {
  let at = to
  while (at > from && isSpace(text.charCodeAt(at - 1))) at--
  return at
}

/** Go's strings.TrimSpace. */
export function trimSpace(text: string): string {
  const start = skipSpace(text, 0)
  return text.slice(start, skipSpaceBack(text, start))
}

/** The characters that BuildKit splits arguments at: `[\t\v\f\r ]`. */
export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c || code === 0x0d
}
