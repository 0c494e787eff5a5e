/** A place in a text that is read from left to right. */
export interface Scanner {
  /** Steps over white space. */
  readonly blanks: () => string
  /** Steps over the words, where they are next. */
  readonly take: (words: string) => boolean
  readonly sees: (words: string) => boolean
  /** Steps over all signs that do. */
  readonly while: (does: (sign: string) => boolean) => string
  readonly isDone: () => boolean
}

/** Begins to read a text. */
export function scan(text: string): Scanner {
  let at = 0
  const sees = (words: string) => text.startsWith(words, at)
  const takeWhile = (does: (sign: string) => boolean) => {
    const start = at
    while (at < text.length && does(text.charAt(at))) at++
    return text.slice(start, at)
  }
  return {
    blanks: () => takeWhile((sign) => sign.trim() === ''),
    sees,
    take: (words) => {
      if (!sees(words)) return false
      at += words.length
      return true
    },
    while: takeWhile,
    isDone: () => at === text.length,
  }
}
