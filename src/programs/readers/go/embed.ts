/** The patterns of a `//go:embed` line: words, or quoted. https://pkg.go.dev/embed#hdr-Directives */
export function embedPatterns(comment: string): readonly string[] {
  const mark = '//go:embed'
  if (!comment.startsWith(mark) || !/^\s/.test(comment.slice(mark.length))) return []
  const words = comment.slice(mark.length).match(/"(?:[^"\\]|\\.)*"|`[^`]*`|\S+/g) ?? []
  return words.map((word) => (/^["`]/.test(word) ? word.slice(1, -1) : word).replace(/^all:/, ''))
}
