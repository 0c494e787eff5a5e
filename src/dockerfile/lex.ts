/**
 * BuildKit's expansion of words, which is not that of any shell: quotes, escapes, `$V` and `${V...}`.
 * https://github.com/moby/buildkit/blob/v0.23.2/frontend/dockerfile/shell/lex.go, function by function, so that its
 * corners (a `${` inside a word empties the word before it, when words are asked for) are the same here.
 */
import { isSpace } from './space.ts'
import { replaceShellPattern, trimPrefix, trimSuffix } from './shell-pattern.ts'

/** null: known to be unset. undefined: not known. */
export type Lookup = (name: string) => string | null | undefined

export interface LexOptions {
  readonly escape: string
  readonly rawQuotes?: boolean
  readonly rawEscapes?: boolean
  /** Leave variables that are not set as they are written. */
  readonly skipUnset?: boolean
  /** Quotes are characters like others, as in the body of a here-document. */
  readonly skipQuotes?: boolean
}

export interface Expansion {
  readonly text: string
  readonly words: readonly string[]
  /** Variables that were named, once each, in order. */
  readonly names: readonly string[]
  /** True where a variable was asked for that `lookup` does not know. */
  readonly unknown: boolean
}

/** A word that BuildKit cannot expand: an open quote, `${` without end, an unknown operator, `${V:?}` unmet. */
export class ExpansionError extends Error {
  override readonly name = 'ExpansionError'
}

const isDigit = (text: string): boolean => /^\p{Nd}$/u.test(text)
const isNameCharacter = (text: string): boolean => /^[\p{L}\p{Nd}_]$/u.test(text)

/** Expands a text. Throws ExpansionError. */
export function expand(source: string, lookup: Lookup, options: LexOptions): Expansion {
  const characters = Array.from(source)
  const names = new Set<string>()
  let at = characters[0] === '\uFEFF' ? 1 : 0
  let rawEscapes = options.rawEscapes ?? false
  let unknown = false
  // One buffer for all levels of recursion, as in BuildKit.
  let pending = ''

  const result = readUntil(undefined, rawEscapes)
  return { ...result, names: [...names], unknown }

  function readUntil(
    stop: string | undefined,
    raw: boolean,
  ): { readonly text: string; readonly words: readonly string[] } {
    const outer = rawEscapes
    rawEscapes = raw
    try {
      return readLevel(stop)
    } finally {
      rawEscapes = outer
    }
  }

  function readLevel(stop: string | undefined): { text: string; words: string[] } {
    let text = ''
    const words: string[] = []
    let inWord = false
    pending = ''
    const flush = (): void => {
      if (pending !== '') words.push(pending)
      pending = ''
    }
    const addSplit = (part: string): void => {
      for (const character of part) {
        if (!isSpace(character.codePointAt(0) ?? 0)) {
          pending += character
          inWord = true
        } else if (inWord && pending !== '') {
          flush()
          inWord = false
        }
      }
    }
    const addWhole = (part: string): void => {
      pending += part
      inWord = true
    }
    for (let character = characters[at]; character !== undefined; character = characters[at]) {
      if (character === stop) {
        at++
        flush()
        return { text, words }
      }
      if (character === '$') {
        const value = readDollar()
        text += value
        addSplit(value)
        continue
      }
      const special =
        character === '<'
          ? readHeredocOperator()
          : options.skipQuotes
            ? undefined
            : character === "'"
              ? readSingleQuoted()
              : character === '"'
                ? readDoubleQuoted()
                : undefined
      if (special !== undefined) {
        text += special
        addWhole(special)
        continue
      }
      at++
      if (character !== options.escape) {
        addSplit(character)
        text += character
        continue
      }
      if (rawEscapes) {
        addWhole(character)
        text += character
      }
      const escaped = characters[at]
      if (escaped === undefined) break
      at++
      addWhole(escaped)
      text += escaped
    }
    if (stop !== undefined) {
      throw new ExpansionError(`unexpected end of statement while looking for matching ${stop}`)
    }
    flush()
    return { text, words }
  }

  function readSingleQuoted(): string {
    const end = characters.indexOf("'", at + 1)
    if (end < 0) throw new ExpansionError('the closing single quote is missing')
    const inner = characters.slice(at + 1, end).join('')
    at = end + 1
    return options.rawQuotes ? `'${inner}'` : inner
  }

  function readDoubleQuoted(): string {
    let text = options.rawQuotes ? '"' : ''
    at++
    for (;;) {
      const character = characters[at]
      if (character === undefined) throw new ExpansionError('the closing double quote is missing')
      if (character === '"') {
        at++
        return options.rawQuotes ? `${text}"` : text
      }
      if (character === '$') {
        text += readDollar()
        continue
      }
      at++
      if (character !== options.escape) {
        text += character
        continue
      }
      if (rawEscapes) text += character
      const escaped = characters[at]
      if (escaped === undefined) continue
      if (escaped === '"' || escaped === '$' || escaped === options.escape) {
        at++
        text += escaped
      } else {
        text += character
      }
    }
  }

  function readHeredocOperator(): string {
    at++
    if (characters[at] !== '<') return '<'
    const start = at
    at++
    while (/^[\t\r ]$/.test(characters[at] ?? '')) at++
    return `<${characters.slice(start, at).join('')}`
  }

  function readName(): string {
    const first = characters[at]
    if (first === undefined) return ''
    if (/^[@*#?$!-]$/.test(first)) {
      at++
      return first
    }
    const start = at
    const belongs = isDigit(first) ? isDigit : isNameCharacter
    while (belongs(characters[at] ?? '')) at++
    return characters.slice(start, at).join('')
  }

  function valueOf(name: string): string | null {
    names.add(name)
    const value = lookup(name)
    if (value !== undefined) return value
    unknown = true
    return null
  }

  function readDollar(): string {
    at++
    if (characters[at] !== '{') {
      const name = readName()
      if (name === '') return '$'
      return valueOf(name) ?? (options.skipUnset ? `$${name}` : '')
    }
    at++
    const first = characters[at]
    if (first === undefined) throw new ExpansionError("the closing '}' is missing")
    if (first === '{' || first === '}' || first === ':')
      throw new ExpansionError('bad substitution')
    const name = readName()
    const operator = characters[at++] ?? ''
    if (operator === '}') return valueOf(name) ?? (options.skipUnset ? `\${${name}}` : '')
    if (operator === '/') return readReplacement(name)
    if (!/^[:+\-?#%]$/.test(operator)) throw unsupported(operator)
    const nullIsUnset = operator === ':'
    const kind = nullIsUnset ? (characters[at++] ?? '') : operator
    const raw = kind === '#' || kind === '%'
    if (nullIsUnset && raw) throw unsupported(`:${kind}`)
    const word = readBraced('}', raw)
    const value = valueOf(name)
    if (options.skipUnset && value === null) {
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
        if (lookup(name) === undefined) return ''
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

  function readReplacement(name: string): string {
    const all = characters[at] === '/'
    if (all) at++
    const pattern = readBraced('/', true)
    const replacement = readBraced('}', true)
    const value = valueOf(name)
    if (options.skipUnset && value === null) return `\${${name}/${pattern}/${replacement}}`
    const replaced = replaceShellPattern(pattern, value ?? '', replacement, all)
    if (replaced === undefined) throw new ExpansionError(`invalid pattern (${pattern})`)
    return replaced
  }

  function readBraced(stop: string, raw: boolean): string {
    try {
      return readUntil(stop, raw).text
    } catch (error) {
      if (at < characters.length) throw error
      throw new ExpansionError(`the closing '${stop}' is missing`)
    }
  }
}

function unsupported(operator: string): ExpansionError {
  return new ExpansionError(`unsupported modifier (${operator}) in substitution`)
}
