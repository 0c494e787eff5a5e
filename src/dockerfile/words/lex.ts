/**
 * BuildKit's expansion of words, which is not that of any shell: quotes, escapes, `$V` and `${V...}`.
 * https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/shell/lex.go, function by function, so that its
 * corners (a `${` inside a word empties the word before it, when words are asked for) are the same here.
 */
import {
  ExpansionError,
  type Expansion,
  type LexOptions,
  type LexState,
  type Lookup,
} from './lex-state.ts'
import { isSpace } from './space.ts'
import { readSubstitution } from './substitution.ts'

/** Levels of `${V:-${W:-...}}`; nobody writes that many, and the stack is not endless. */
const deepest = 200

/** Expands a text. Throws ExpansionError. */
export function expand(source: string, lookup: Lookup, options: LexOptions): Expansion {
  const characters = Array.from(source)
  const state: LexState = {
    characters,
    lookup,
    options,
    names: new Set(),
    at: characters[0] === '\uFEFF' ? 1 : 0,
    rawEscapes: options.rawEscapes ?? false,
    unknown: false,
    brought: 0,
    depth: 0,
    pending: '',
  }
  const { text, words } = readUntil(state, undefined, state.rawEscapes)
  return { text, words, names: [...state.names], unknown: state.unknown }
}

/** True for a text that is its own expansion, whatever the variables are. */
export function isPlain(text: string): boolean {
  return !/[$'"\\`<\uFEFF]/.test(text)
}

interface Level {
  text: string
  readonly words: string[]
  inWord: boolean
}

function readUntil(state: LexState, stop: string | undefined, rawEscapes: boolean): Level {
  if (state.depth === deepest) throw new ExpansionError('substitutions are nested too deep')
  const outer = state.rawEscapes
  state.rawEscapes = rawEscapes
  state.depth++
  try {
    return readLevel(state, stop)
  } finally {
    state.rawEscapes = outer
    state.depth--
  }
}

function readLevel(state: LexState, stop: string | undefined): Level {
  const level: Level = { text: '', words: [], inWord: false }
  state.pending = ''
  for (;;) {
    const character = state.characters[state.at]
    if (character === undefined) break
    if (character === stop) {
      state.at++
      flush(state, level)
      return level
    }
    if (character === '$') {
      const value = readDollar(state)
      level.text += value
      for (const part of value) addSplit(state, level, part)
      continue
    }
    const special = readSpecial(state, character)
    if (special !== undefined) {
      addWhole(state, level, special)
      continue
    }
    state.at++
    if (character !== state.options.escape) {
      level.text += character
      addSplit(state, level, character)
      continue
    }
    if (state.rawEscapes) addWhole(state, level, character)
    const escaped = state.characters[state.at]
    if (escaped === undefined) break
    state.at++
    addWhole(state, level, escaped)
  }
  if (stop !== undefined) throw new ExpansionError(`"${stop}" is missing at the end`)
  flush(state, level)
  return level
}

/** A character that a space would end the word at. */
function addSplit(state: LexState, level: Level, character: string): void {
  if (!isSpace(character.codePointAt(0) ?? 0)) {
    state.pending += character
    level.inWord = true
  } else if (level.inWord && state.pending !== '') {
    flush(state, level)
    level.inWord = false
  }
}

/** What was quoted or escaped, spaces included. */
function addWhole(state: LexState, level: Level, text: string): void {
  level.text += text
  state.pending += text
  level.inWord = true
}

function flush(state: LexState, level: Level): void {
  if (state.pending !== '') level.words.push(state.pending)
  state.pending = ''
}

function readDollar(state: LexState): string {
  return readSubstitution(state, (stop, rawEscapes) => readUntil(state, stop, rawEscapes).text)
}

function readSpecial(state: LexState, character: string): string | undefined {
  if (character === '<') return readHeredocOperator(state)
  if (state.options.skipQuotes) return undefined
  if (character === "'") return readSingleQuoted(state)
  if (character === '"') return readDoubleQuoted(state)
  return undefined
}

function readSingleQuoted(state: LexState): string {
  const end = state.characters.indexOf("'", state.at + 1)
  if (end < 0) throw new ExpansionError('the closing single quote is missing')
  const inner = state.characters.slice(state.at + 1, end).join('')
  state.at = end + 1
  return state.options.rawQuotes ? `'${inner}'` : inner
}

function readDoubleQuoted(state: LexState): string {
  const { characters, options } = state
  const quote = options.rawQuotes ? '"' : ''
  let text = quote
  state.at++
  for (;;) {
    const character = characters[state.at]
    if (character === undefined) throw new ExpansionError('the closing double quote is missing')
    if (character === '$') {
      text += readDollar(state)
      continue
    }
    state.at++
    if (character === '"') return text + quote
    if (character !== options.escape) {
      text += character
      continue
    }
    if (state.rawEscapes) text += character
    const escaped = characters[state.at]
    if (escaped === undefined) continue
    if (escaped === '"' || escaped === '$' || escaped === options.escape) {
      state.at++
      text += escaped
    } else {
      text += character
    }
  }
}

/** `<<` takes the blanks behind it, so that `<< EOF` is one word. */
function readHeredocOperator(state: LexState): string {
  const { characters } = state
  state.at++
  if (characters[state.at] !== '<') return '<'
  const start = state.at
  state.at++
  while (/^[\t\r ]$/.test(characters[state.at] ?? '')) state.at++
  return `<${characters.slice(start, state.at).join('')}`
}
