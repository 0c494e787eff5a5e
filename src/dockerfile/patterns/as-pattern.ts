/** A text as a regular expression that matches it and nothing else. Names in Dockerfiles may hold any character: `ENV A(B=1`. */
export function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Whether a text has a word: `PORT` is in `$PORT` and `--port=PORT`, not in `PORTS`. */
export function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<!\\w)${asPattern(word)}(?!\\w)`).test(text)
}
