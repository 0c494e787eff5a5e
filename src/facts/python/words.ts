/** Words of a command; undefined for one that is not known. */
export type Words = readonly (string | undefined)[]

/** A command's words, as most programs of Python read them. */
export interface ReadWords {
  /** Each flag that is there, with the values that it is given: `-r a -r b`, `--index-url=c`, `-ra`. */
  readonly flags: ReadonlyMap<string, readonly string[]>
  readonly operands: readonly string[]
  /** What follows the first operand, flags and all: the words of what it starts. */
  readonly rest: Words
  /** False where a word is not known. */
  readonly isKnown: boolean
}

/** Reads words; `withValue` are the flags that take the next word, separated by blanks. */
export function readWords(words: Words, withValue: string): ReadWords {
  const takes = new Set(withValue.split(' '))
  const flags = new Map<string, string[]>()
  const operands: string[] = []
  let rest: Words | undefined
  const note = (flag: string, value: string | undefined) => {
    const values = flags.get(flag) ?? []
    flags.set(flag, values)
    if (value !== undefined) values.push(value)
  }
  for (let at = 0; at < words.length; at++) {
    const word = words[at]
    if (word === undefined) continue
    if (!word.startsWith('-') || word === '-') {
      rest ??= words.slice(at + 1)
      operands.push(word)
      continue
    }
    const equals = word.startsWith('--') ? word.indexOf('=') : -1
    const short = word.slice(0, 2)
    if (equals > 0) note(word.slice(0, equals), word.slice(equals + 1))
    else if (takes.has(word)) note(word, words[++at])
    else if (!word.startsWith('--') && word.length > 2 && takes.has(short))
      note(short, word.slice(2).replace(/^=/, ''))
    else note(word, undefined)
  }
  return { flags, operands, rest: rest ?? [], isKnown: !words.includes(undefined) }
}
