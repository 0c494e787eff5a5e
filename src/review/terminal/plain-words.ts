import { charactersOf } from '../characters.ts'
import type { Key } from '../state/key.ts'
import type { Mode } from '../state/review-state.ts'

/** Words that can be typed in place of a key. */
const words: Readonly<Record<string, Key>> = {
  yes: 'y',
  no: 'n',
  help: '?',
  quit: 'q',
  undo: 'u',
  edit: 'e',
  verify: 'v',
  next: 'j',
  previous: 'k',
  keep: 'f',
  find: '/',
}

const letters = 'ynadAjkrfevuPq?/c'

/** The keys that a typed line stands for, none for an empty one; undefined where it is not known. */
export function keysOf(line: string, mode: Mode): readonly Key[] | undefined {
  const text = line.trim()
  if (mode.kind === 'answer' || mode.kind === 'find')
    return text.toLowerCase() === 'back' ? ['escape'] : [...charactersOf(line), 'enter']
  if (text === '' || text === 'show') return []
  if (/^\d{1,3}$/.test(text)) return [...charactersOf(text), 'space']
  const key = words[text.toLowerCase()] ?? text
  // A rule is switched everywhere by its number: 'r 3'.
  const everywhere = /^r\s*(\d{1,3})$/.exec(text)?.[1]
  if (everywhere !== undefined) return rowKeys(Number(everywhere))
  return key.length === 1 && letters.includes(key) ? [key] : undefined
}

/** From the first row to that one, then `r`. */
function rowKeys(number: number): readonly Key[] {
  const ups = Array.from({ length: 200 }, () => 'up')
  return [...ups, ...Array.from({ length: number - 1 }, () => 'down'), 'r']
}
