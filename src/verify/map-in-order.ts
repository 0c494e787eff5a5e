/** Items whose results wait for an earlier one, for each that is worked on: so that a slow one does not stop the rest. */
const itemsAhead = 8

/**
 * Works on items, `atOnce` at a time, and gives the results in the order of the items. An error of one ends the rest: nothing new
 * is started, what runs is waited for.
 */
export async function* mapInOrder<T, R>(
  items: AsyncIterable<T>,
  atOnce: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const started: Promise<R>[] = []
  const limit = createLimit(atOnce)
  const source = items[Symbol.asyncIterator]()
  let isDone = false
  try {
    for (;;) {
      while (!isDone && started.length < atOnce * itemsAhead) {
        const next = await source.next()
        if (next.done === true) isDone = true
        else {
          const result = limit(() => work(next.value))
          // Errors are thrown in their turn.
          result.catch(() => undefined)
          started.push(result)
        }
      }
      const first = started.shift()
      if (first === undefined) return
      yield await first
    }
  } finally {
    limit.close()
    await Promise.allSettled(started)
    await source.return?.()
  }
}

interface Limit {
  <R>(work: () => Promise<R>): Promise<R>
  /** What has not begun never does. */
  readonly close: () => void
}

function createLimit(atOnce: number): Limit {
  const waiting: (() => void)[] = []
  let active = 0
  let isClosed = false
  const limit = async <R>(work: () => Promise<R>): Promise<R> => {
    if (active >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    if (isClosed) throw new Error('closed')
    active++
    try {
      return await work()
    } finally {
      active--
      waiting.shift()?.()
    }
  }
  const close = (): void => {
    isClosed = true
    for (const resolve of waiting.splice(0)) resolve()
  }
  return Object.assign(limit, { close })
}
