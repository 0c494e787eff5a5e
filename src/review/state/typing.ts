import { charactersOf } from '../characters.ts'
import type { FactName } from '../../report/adjustment.ts'
import { answer } from './adjust-files.ts'
import type { Key } from './key.ts'
import { changed, remember, type Step, toFile } from './moves.ts'
import type { Mode, ReviewState } from './review-state.ts'

type Search = Extract<Mode, { kind: 'find' }>
type Answer = Extract<Mode, { kind: 'answer' }>

const longest = 500

/** A text after a key; undefined for one that types nothing. */
function typed(text: string, key: Key): string | undefined {
  if (key === 'backspace') return charactersOf(text).slice(0, -1).join('')
  if (key === 'clear') return ''
  if (key === 'space') return `${text} `
  return charactersOf(key).length === 1 ? (text + key).slice(0, longest) : undefined
}

/** The files whose path has a text, in the order of the review. */
export function filesWith({ files }: ReviewState, text: string): readonly number[] {
  const wanted = text.trim().toLowerCase()
  return files.flatMap(({ report }, i) => (report.path.toLowerCase().includes(wanted) ? [i] : []))
}

/** `/`: a part of a path is typed; Enter goes to the first file that has it, behind the one that is looked at. */
export function typeSearch(state: ReviewState, mode: Search, key: Key): Step {
  const back: ReviewState = { ...state, mode: { kind: 'look' } }
  if (key === 'escape') return { state: back }
  if (key === 'enter') {
    const found = filesWith(state, mode.text)
    const next = found.find((index) => index > state.at) ?? found[0]
    if (mode.text.trim() === '') return { state: back }
    return next === undefined
      ? { state: { ...back, message: `No file has "${mode.text.trim()}" in its path.` } }
      : { state: toFile(state, next) }
  }
  const text = typed(mode.text, key)
  return { state: text === undefined ? state : { ...state, mode: { ...mode, text } } }
}

/** A fact is typed: names with commas between them, or "none". An empty line says nothing, so that Enter is no answer. */
export function typeAnswer(state: ReviewState, mode: Answer, key: Key): Step {
  if (key === 'escape') return { state: { ...state, mode: { kind: 'look' } } }
  if (key !== 'enter') {
    const text = typed(mode.text, key)
    return { state: text === undefined ? state : { ...state, mode: { ...mode, text } } }
  }
  const file = state.files[state.at]
  const values = readAnswer(mode.fact, mode.text)
  if (file === undefined) return { state }
  if (typeof values === 'string') return { state: { ...state, message: values } }
  const files = state.files.map((each) => (each === file ? answer(file, mode.fact, values) : each))
  return changed({ ...remember(state), files, mode: { kind: 'look' } })
}

/** The names that were typed, or what is wrong with them. */
export function readAnswer(fact: FactName, text: string): readonly string[] | string {
  // A command has commas of its own.
  const words = (fact === 'start' ? [text] : text.split(','))
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const isNone = words.length === 1 && words[0]?.toLowerCase() === 'none'
  if (words.length === 0 || isNone) {
    if (fact === 'start') return 'Type a command, or Esc to go back.'
    if (fact === 'keep') return 'Type a name, or Esc to go back.'
    return isNone ? [] : 'Type names, or the word none; Esc goes back.'
  }
  // As the configuration has it.
  const path = fact === 'programs' ? words.find((word) => /[/\s]/.test(word)) : undefined
  return path === undefined
    ? words
    : `A program is named without its path and its words: not ${path}, but its last part.`
}
