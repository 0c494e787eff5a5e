/**
 * Works on items, `count` at a time, in whatever order they end. After an error nothing new is begun; it is thrown when what runs has
 * ended.
 */
export async function atOnce<T>(
  items: AsyncIterable<T> | Iterable<T>,
  count: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const source = each(items)
  let problem: { readonly error: unknown } | undefined
  const takeTurns = async (): Promise<void> => {
    while (problem === undefined) {
      try {
        const next = await source.next()
        if (next.done === true) return
        await work(next.value)
      } catch (error) {
        problem ??= { error }
      }
    }
  }
  await Promise.all(Array.from({ length: count }, takeTurns))
  if (problem !== undefined) throw problem.error
}

async function* each<T>(items: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  yield* items
}

/** The same as `work`, with no more than `count` under way at a time; the others wait until one has ended. */
export function fewAtOnce<A extends readonly unknown[], T>(
  count: number,
  work: (...args: A) => AsyncIterable<T>,
): (...args: A) => AsyncIterable<T> {
  const waiting: (() => void)[] = []
  let left = count
  return async function* (...args) {
    if (left === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    else left--
    try {
      yield* work(...args)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else left++
    }
  }
}
