/** Words on lines of at most this many characters; a word that is longer stands alone. */
export function wrapWords(text: string, width: number): readonly string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}

/** A line of a file in parts of at most this many characters, cut at blanks where there are some; joined they are the line. */
export function foldLine(text: string, width: number): readonly string[] {
  const parts: string[] = []
  let rest = text
  while (rest.length > width) {
    const blank = rest.lastIndexOf(' ', width - 1)
    const end = blank > width / 2 ? blank + 1 : width
    parts.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return [...parts, rest]
}
