/** Where the token ends that begins somewhere; undefined for a comment or a text that does not end. */
export function tokenEnd(text: string, at: number): number | undefined {
  const sign = text[at] ?? ''
  const after = (mark: string) => {
    const end = text.indexOf(mark, at + mark.length)
    return end < 0 ? undefined : end + mark.length
  }
  if (sign === '`') return after('`')
  if (text.startsWith('/*', at)) return after('*/')
  if (text.startsWith('//', at)) {
    const end = text.indexOf('\n', at)
    return end < 0 ? text.length : end
  }
  if (sign === '"' || sign === "'") return quoteEnd(text, at, sign)
  let end = at + 1
  if (isOfWord(text.charCodeAt(at))) while (isOfWord(text.charCodeAt(end))) end++
  return end
}

function quoteEnd(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === quote) return at + 1
    if (text[at] === '\\') at++
  }
  return undefined
}

const isOfWord = (sign: number) =>
  (sign >= 97 && sign <= 122) ||
  (sign >= 65 && sign <= 90) ||
  (sign >= 48 && sign <= 57) ||
  sign === 95 ||
  sign >= 0x80

/** What may follow the imports: https://go.dev/ref/spec#Source_file_organization */
const declarations: ReadonlySet<string> = new Set(['const', 'var', 'type', 'func'])

/** A text up to its first declaration behind the imports, comments above that included; the whole of one whose tokens don't end. */
export function headText(text: string): string {
  for (let at = 0; at < text.length;) {
    const end = tokenEnd(text, at)
    if (end === undefined) return text
    if (end - at < 6 && declarations.has(text.slice(at, end))) return text.slice(0, at)
    at = end
  }
  return text
}
