import { literal, matchesWhole, notSlash, type GlobToken } from './glob.ts'

/**
 * Go's filepath.Match, by which COPY and ADD choose their sources: `*` and `?` stop at slashes, `[a-z]`, `[^a]`, `\*`.
 * https://pkg.go.dev/path/filepath#Match
 * @returns false also for a malformed pattern
 */
export function matchSource(pattern: string, path: string): boolean {
  const tokens = pathPatternTokens(pattern)
  return tokens !== undefined && matchesWhole(tokens, path)
}

/** undefined for a malformed pattern. */
export function pathPatternTokens(pattern: string): readonly GlobToken[] | undefined {
  const characters = Array.from(pattern)
  const tokens: GlobToken[] = []
  let at = 0
  while (at < characters.length) {
    const character = characters[at] ?? ''
    at++
    if (character === '*') tokens.push({ kind: 'many', accepts: notSlash })
    else if (character === '?') tokens.push({ kind: 'one', accepts: notSlash })
    else if (character === '[') {
      const set = readCharacterSet(characters, at)
      if (set === undefined) return undefined
      tokens.push(set.token)
      at = set.end
    } else if (character === '\\') {
      const escaped = characters[at]
      if (escaped === undefined) return undefined
      tokens.push(literal(escaped))
      at++
    } else {
      tokens.push(literal(character))
    }
  }
  return tokens
}

/** What follows a `[`; undefined where it is malformed. Unlike `?`, it can match a slash. */
export function readCharacterSet(
  characters: readonly string[],
  from: number,
): { readonly token: GlobToken; readonly end: number } | undefined {
  const ranges: { readonly low: number; readonly high: number }[] = []
  let at = from
  const negated = characters[at] === '^'
  if (negated) at++
  const readOne = (): number | undefined => {
    if (characters[at] === '-' || characters[at] === ']') return undefined
    if (characters[at] === '\\') at++
    const code = characters[at]?.codePointAt(0)
    at++
    return at < characters.length ? code : undefined
  }
  for (; characters[at] !== ']' || ranges.length === 0;) {
    const low = readOne()
    if (low === undefined) return undefined
    let high: number | undefined = low
    if (characters[at] === '-') {
      at++
      high = readOne()
    }
    if (high === undefined) return undefined
    ranges.push({ low, high })
  }
  const accepts = (character: string): boolean => {
    const code = character.codePointAt(0) ?? 0
    return ranges.some(({ low, high }) => low <= code && code <= high) !== negated
  }
  return { token: { kind: 'one', accepts }, end: at + 1 }
}
