/**
 * The words of a line that is split as a shell does, though no shell reads it: compose's commands, supervisord's. Variables and signs such as
 * `&&` are words as they stand. https://docs.python.org/3/library/shlex.html#parsing-rules
 */
export function splitWords(line: string): readonly string[] {
  const words: string[] = []
  let word: string | undefined
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const sign = line[at] ?? ''
    const next = line[at + 1]
    if (quote === '' && /\s/.test(sign)) {
      if (word !== undefined) words.push(word)
      word = undefined
    } else if (quote === '' && /["']/.test(sign)) {
      quote = sign
      word ??= ''
    } else if (sign === quote) {
      quote = ''
    } else if (sign === '\\' && next !== undefined && isEscape(next, quote)) {
      word = (word ?? '') + next
      at += 1
    } else {
      word = (word ?? '') + sign
    }
  }
  return word === undefined ? words : [...words, word]
}

/** In double quotes a backslash is one, but in front of these; in single quotes it always is. */
const isEscape = (next: string, quote: string): boolean =>
  quote === '' || (quote === '"' && /["\\]/.test(next))
