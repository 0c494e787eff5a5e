/** The parser's time is quadratic in here-documents that nothing ends. */
export function hasOpenHeredoc(text: string): boolean {
  if (!text.includes('<<')) return false
  const lastLines = new Map<string, number>()
  let at = 0
  for (const line of text.split('\n')) {
    lastLines.set(line.replace(/^\t+|\r$/g, ''), at)
    at += line.length + 1
  }
  for (const match of text.matchAll(/(?<!<)<<-?[ \t]*(["'\\]?)([A-Za-z_][\w.-]*)\1/g)) {
    if ((lastLines.get(match[2] ?? '') ?? -1) <= match.index) return true
  }
  return false
}
