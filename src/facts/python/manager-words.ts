import { isPython } from '../../knowledge/python-installs.ts'
import type { Command } from '../commands/command.ts'
import { baseName } from '../image-path.ts'
import type { Words } from './words.ts'

/** A program and its words, called by its name, by its path or as a module: 'poetry', 'install' of `python -m poetry install`. */
export function managerWords({ name = '', args }: Command): Words | undefined {
  if (isPython(name)) return args[0] === '-m' ? args.slice(1) : undefined
  return [baseName(name), ...args]
}

/** The words behind a manager; undefined for another program. */
export function wordsOf(command: Command, manager: string): Words | undefined {
  const [program, ...words] = managerWords(command) ?? []
  return program === manager ? words : undefined
}

/** The words behind pip, by any of its names: `pip3.12`. */
export function wordsOfPip(command: Command): Words | undefined {
  const [program = '', ...words] = managerWords(command) ?? []
  return /^pip[\d.]*$/.test(program) ? words : undefined
}

/** The verb among them, and what follows it: flags may stand before it. */
export function verbOf(words: Words): {
  readonly verb: string | undefined
  readonly rest: Words
} {
  const at = words.findIndex((word) => word?.startsWith('-') !== true)
  return at < 0 ? { verb: undefined, rest: [] } : { verb: words[at], rest: words.slice(at + 1) }
}
