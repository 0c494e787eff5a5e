/** The words behind a directive such as `//go:embed`; one in quotes is a string of Go. */
export function directiveWords(text: string): readonly string[] {
  const words = text.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\S+/g) ?? []
  return words.map((word) => {
    const isQuoted = word.length > 1 && word.endsWith(word.charAt(0))
    if (isQuoted && word.startsWith('`')) return word.slice(1, -1)
    return isQuoted && word.startsWith('"')
      ? word.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')
      : word
  })
}
