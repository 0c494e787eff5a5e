/** The patterns of `${V#pattern}`, `${V%pattern}` and `${V/pattern/text}` in a Dockerfile: `*`, `?` and escapes, no brackets. */
import { endsFrom, literal, type GlobToken } from '../patterns/glob.ts'

// `.` of a regular expression.
const notLineFeed = (character: string): boolean => character !== '\n'

function tokensOf(pattern: string): readonly GlobToken[] | undefined {
  const characters = Array.from(pattern)
  const tokens: GlobToken[] = []
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? ''
    if (character === '*') tokens.push({ kind: 'many', accepts: notLineFeed })
    else if (character === '?') tokens.push({ kind: 'one', accepts: notLineFeed })
    else if (character !== '\\') tokens.push(literal(character))
    else {
      const next = characters[at + 1]
      // `}` and `/` have to be escaped inside of ${}, but the escape is no part of the pattern.
      if (next === '}' || next === '/') continue
      if (next !== '*' && next !== '?' && next !== '\\') return undefined
      tokens.push(literal(next))
      at++
    }
  }
  return tokens
}

function pick(ends: ReadonlySet<number>, greedy: boolean): number | undefined {
  if (ends.size === 0) return undefined
  let best: number | undefined
  for (const end of ends) {
    if (best === undefined || (greedy ? end > best : end < best)) best = end
  }
  return best
}

/** `${V#pattern}`, `${V##pattern}`; undefined where the pattern is invalid. */
export function trimPrefix(pattern: string, value: string, greedy: boolean): string | undefined {
  const tokens = tokensOf(pattern)
  if (tokens === undefined) return undefined
  const text = Array.from(value)
  return text.slice(pick(endsFrom(tokens, text, 0), greedy) ?? 0).join('')
}

/** `${V%pattern}`, `${V%%pattern}`; undefined where the pattern is invalid. */
export function trimSuffix(pattern: string, value: string, greedy: boolean): string | undefined {
  const tokens = tokensOf(pattern)
  if (tokens === undefined) return undefined
  const text = Array.from(value).reverse()
  const end = pick(endsFrom([...tokens].reverse(), text, 0), greedy) ?? 0
  return text.slice(end).reverse().join('')
}

/** `${V/pattern/replacement}`, `${V//pattern/replacement}`; undefined where the pattern is invalid. */
export function replaceShellPattern(
  pattern: string,
  value: string,
  replacement: string,
  all: boolean,
): string | undefined {
  const tokens = tokensOf(pattern)
  if (tokens === undefined) return undefined
  const text = Array.from(value)
  let result = ''
  let done = false
  for (let at = 0; at <= text.length;) {
    const end = done && !all ? undefined : pick(endsFrom(tokens, text, at), true)
    if (end === undefined || (end === at && done)) {
      result += text[at] ?? ''
      at++
      continue
    }
    done = true
    result += replacement
    if (end === at) {
      result += text[at] ?? ''
      at++
    } else {
      at = end
    }
  }
  return result
}
