/** Wildcards without regular expressions: a user's pattern can't make the work grow faster than pattern times text. */
export type GlobToken =
  | {
      /** One character, or any number of them. */
      readonly kind: 'one' | 'many'
      readonly accepts: (character: string) => boolean
    }
  /** Any number of whole folders, also none. */
  | { readonly kind: 'folders' }

export const notSlash = (character: string): boolean => character !== '/'

export function literal(expected: string): GlobToken {
  return { kind: 'one', accepts: (character) => character === expected }
}

/** Every place where a match that begins at `from` can end. */
export function endsFrom(
  tokens: readonly GlobToken[],
  text: readonly string[],
  from: number,
): ReadonlySet<number> {
  let ends = new Set([from])
  for (const token of tokens) {
    const next = new Set<number>()
    for (const end of ends) step(token, text, end, next)
    if (next.size === 0) return next
    ends = next
  }
  return ends
}

export function matchesWhole(tokens: readonly GlobToken[], text: string): boolean {
  const last = tokens.at(-1)
  // Of many patterns most are of other endings, and most of those are told by one letter.
  const end = text.at(-1) ?? ''
  if (last?.kind === 'one' && end < '\u0080' && !last.accepts(end)) return false
  const characters = Array.from(text)
  return endsFrom(tokens, characters, 0).has(characters.length)
}

function step(token: GlobToken, text: readonly string[], end: number, next: Set<number>): void {
  if (token.kind === 'one') {
    const character = text[end]
    if (character !== undefined && token.accepts(character)) next.add(end + 1)
    return
  }
  // What stands in `next` already was followed to its end before.
  if (next.has(end)) return
  next.add(end)
  for (let at = end; at < text.length; at++) {
    const character = text[at] ?? ''
    if (token.kind === 'folders') {
      if (character === '/') next.add(at + 1)
    } else {
      if (!token.accepts(character) || next.has(at + 1)) return
      next.add(at + 1)
    }
  }
}

/** Whether a pattern of names or paths matches all of a text: `*` stops at slashes, `**` does not. */
export function matchesPattern(pattern: string, text: string): boolean {
  const tokens: GlobToken[] = []
  const characters = Array.from(pattern)
  for (let at = 0; at < characters.length; at++) {
    const isMany = characters[at] === '*'
    const isAny = isMany && characters[at + 1] === '*'
    if (isAny) at++
    if (isAny && characters[at + 1] === '/') at++
    tokens.push(
      isMany
        ? { kind: 'many', accepts: isAny ? () => true : notSlash }
        : literal(characters[at] ?? ''),
    )
  }
  return matchesWhole(tokens, text)
}
