import { baseName, isPython, type Command } from '../../../src/transform.ts'

/** The words behind a manager, called by its name, by its path or as `python -m poetry`; undefined for another program. */
export function wordsOf(
  { name = '', args }: Command,
  manager: string,
): Command['args'] | undefined {
  if (baseName(name) === manager) return args
  return isPython(name) && args[0] === '-m' && args[1] === manager ? args.slice(2) : undefined
}

/** The verb among them, and what follows it: flags may stand before it. */
export function verbOf(words: Command['args']): {
  readonly verb: string | undefined
  readonly rest: Command['args']
} {
  const at = words.findIndex((word) => word?.startsWith('-') !== true)
  return at < 0 ? { verb: undefined, rest: [] } : { verb: words[at], rest: words.slice(at + 1) }
}
