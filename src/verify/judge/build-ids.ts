/** An id that a build makes anew each time, in both texts: the hash of a version, a random prefix. */
export interface BuildId {
  readonly before: string
  readonly after: string
}

/**
 * The ids of the build in which alone two texts differ: each stands for one of the other text, everywhere. Undefined where more differs,
 * or where what differs may mean something ('node18' and 'node20').
 */
export function onlyBuildIds(before: string, after: string): readonly BuildId[] | undefined {
  const old = before.split(/([A-Za-z0-9]+)/)
  const now = after.split(/([A-Za-z0-9]+)/)
  if (old.length !== now.length) return undefined
  const partners = new Map<string, string>()
  const backwards = new Map<string, string>()
  for (const [at, word] of old.entries()) {
    const other = now[at] ?? ''
    if (word !== other && !areBuildIds(word, other)) return undefined
    if (at % 2 === 0) continue
    if ((partners.get(word) ?? other) !== other || (backwards.get(other) ?? word) !== word)
      return undefined
    partners.set(word, other)
    backwards.set(other, word)
  }
  return [...partners].flatMap(([id, other]) =>
    id === other ? [] : [{ before: id, after: other }],
  )
}

/** Letters and digits without a beginning or an end in common. */
function areBuildIds(a: string, b: string): boolean {
  const isWord = (word: string) => /^[A-Za-z0-9]{5,}$/.test(word)
  const areMixed = /\d/.test(a + b) && /[A-Za-z]/.test(a) && /[A-Za-z]/.test(b)
  return (
    isWord(a) &&
    isWord(b) &&
    areMixed &&
    a.slice(0, 3) !== b.slice(0, 3) &&
    a.slice(-3) !== b.slice(-3)
  )
}
