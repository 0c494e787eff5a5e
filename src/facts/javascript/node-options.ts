import type { Command } from '../commands/command.ts'

/** Flags of node that name a module which is loaded before the program: https://nodejs.org/api/cli.html. The next word is theirs, or what follows `=`. */
export const isPreloadFlag = (word: string): boolean =>
  /^(-r|--require|--import|--loader|--experimental-loader)$/.test(word)

/** The modules that node's own words name to be loaded first: './tracing.js', '@opentelemetry/auto-instrumentations-node/register'. */
export function preloadsIn(words: readonly (string | undefined)[]): readonly string[] {
  return words.flatMap((word, i) => {
    const [, flag = word ?? '', attached] = /^(--[\w-]+)=(.*)$/s.exec(word ?? '') ?? []
    if (!isPreloadFlag(flag)) return []
    const named = attached ?? words[i + 1]
    return named === undefined || named === '' ? [] : [named]
  })
}

/**
 * The words of NODE_OPTIONS: apart by spaces, those in double quotes together.
 * https://nodejs.org/api/cli.html#node_optionsoptions
 */
export function wordsOfNodeOptions(text: string): readonly string[] {
  const words: string[] = []
  let word: string | undefined
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const char = text.charAt(i)
    if (char === '"') isQuoted = !isQuoted
    else if (char === ' ' && !isQuoted) {
      if (word !== undefined) words.push(word)
      word = undefined
      continue
    }
    const isEscape = char === '\\' && isQuoted && i + 1 < text.length
    word = (word ?? '') + (isEscape ? text.charAt(++i) : char === '"' ? '' : char)
  }
  return word === undefined ? words : [...words, word]
}

/** NODE_OPTIONS as a command meets it: before its name, or by ENV. */
export function nodeOptionsOf(
  { assignments }: Pick<Command, 'assignments'>,
  env: (name: string) => string | undefined,
): readonly string[] {
  return wordsOfNodeOptions(assignments.get('NODE_OPTIONS') ?? env('NODE_OPTIONS') ?? '')
}
