/** A value that is made when it is first asked for. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** A function of a word that finds each answer once. */
export function remember<T>(find: (key: string) => T): (key: string) => T {
  const known = new Map<string, { readonly answer: T }>()
  return (key) => {
    const answer = known.get(key) ?? { answer: find(key) }
    known.set(key, answer)
    return answer.answer
  }
}

/** A function of an object that finds each answer once, for as long as the object is there. */
export function rememberOf<K extends object, T>(find: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly answer: T }>()
  return (key) => {
    const answer = known.get(key) ?? { answer: find(key) }
    known.set(key, answer)
    return answer.answer
  }
}
