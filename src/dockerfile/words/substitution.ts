import { ExpansionError, longestValue, type LexState } from './lex-state.ts'
import { replaceShellPattern, trimPrefix, trimSuffix } from './shell-pattern.ts'

/** Reads on, quotes and all, up to `stop`, which is taken too. */
export type ReadWord = (stop: string, rawEscapes: boolean) => string

const isDigit = (text: string): boolean => /^\p{Nd}$/u.test(text)
const isNameCharacter = (text: string): boolean => /^[\p{L}\p{Nd}_]$/u.test(text)

function readName(state: LexState): string {
  const first = state.characters[state.at]
  if (first === undefined) return ''
  if (/^[@*#?$!-]$/.test(first)) {
    state.at++
    return first
  }
  const start = state.at
  const belongs = isDigit(first) ? isDigit : isNameCharacter
  while (belongs(state.characters[state.at] ?? '')) state.at++
  return state.characters.slice(start, state.at).join('')
}

function valueOf(state: LexState, name: string): string | null {
  state.names.add(name)
  const value = state.lookup(name)
  state.brought += value?.length ?? 0
  if (value !== undefined && state.brought <= longestValue) return value
  state.unknown = true
  return null
}

/** What stands at a `$`: the value of `$V` or `${V...}`, or the `$` itself. Throws ExpansionError. */
export function readSubstitution(state: LexState, readWord: ReadWord): string {
  state.at++
  if (state.characters[state.at] !== '{') {
    const name = readName(state)
    if (name === '') return '$'
    return valueOf(state, name) ?? (state.options.skipUnset ? `$${name}` : '')
  }
  state.at++
  const first = state.characters[state.at]
  if (first === undefined) throw new ExpansionError("the closing '}' is missing")
  if (first === '{' || first === '}' || first === ':') throw new ExpansionError('bad substitution')
  const name = readName(state)
  const operator = state.characters[state.at++] ?? ''
  if (operator === '') throw new ExpansionError("the closing '}' is missing")
  if (operator === '}')
    return valueOf(state, name) ?? (state.options.skipUnset ? `\${${name}}` : '')
  if (operator === '/') return readReplacement(state, readWord, name)
  if (!/^[:+\-?#%]$/.test(operator)) throw unsupported(operator)
  const nullIsUnset = operator === ':'
  const kind = nullIsUnset ? (state.characters[state.at++] ?? '') : operator
  const raw = kind === '#' || kind === '%'
  if (nullIsUnset && raw) throw unsupported(`:${kind}`)
  const word = readBraced(state, readWord, '}', raw)
  const value = valueOf(state, name)
  if (state.options.skipUnset && value === null) {
    return `\${${name}${nullIsUnset ? ':' : ''}${kind}${word}}`
  }
  const missing = value === null || (nullIsUnset && value === '')
  switch (kind) {
    case '-':
      return missing ? word : value
    case '+':
      return missing ? '' : word
    case '?':
      if (!missing) return value
      if (state.lookup(name) === undefined) return ''
      throw new ExpansionError(`${name}: ${word === '' ? 'is not allowed to be unset' : word}`)
    case '#':
    case '%': {
      const greedy = word.startsWith(kind)
      const pattern = greedy ? word.slice(1) : word
      const trim = kind === '#' ? trimPrefix : trimSuffix
      const trimmed = trim(pattern, value ?? '', greedy)
      if (trimmed === undefined) throw new ExpansionError(`invalid pattern (${pattern})`)
      return trimmed
    }
    default:
      throw unsupported(`${nullIsUnset ? ':' : ''}${kind}`)
  }
}

function readReplacement(state: LexState, readWord: ReadWord, name: string): string {
  const all = state.characters[state.at] === '/'
  if (all) state.at++
  const pattern = readBraced(state, readWord, '/', true)
  const replacement = readBraced(state, readWord, '}', true)
  const value = valueOf(state, name)
  if (state.options.skipUnset && value === null) return `\${${name}/${pattern}/${replacement}}`
  // As if each character were replaced.
  state.brought += all ? (value ?? '').length * replacement.length : replacement.length
  if (state.brought > longestValue) {
    state.unknown = true
    return ''
  }
  const replaced = replaceShellPattern(pattern, value ?? '', replacement, all)
  if (replaced === undefined) throw new ExpansionError(`invalid pattern (${pattern})`)
  return replaced
}

function readBraced(state: LexState, readWord: ReadWord, stop: string, raw: boolean): string {
  try {
    return readWord(stop, raw)
  } catch (error) {
    if (state.at < state.characters.length) throw error
    throw new ExpansionError(`the closing '${stop}' is missing`)
  }
}

function unsupported(operator: string): ExpansionError {
  return new ExpansionError(`unsupported modifier (${operator}) in substitution`)
}
