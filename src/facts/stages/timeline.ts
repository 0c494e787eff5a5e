type Value = string | undefined

/** Variables of a stage, from instruction to instruction. A copy of all for each line would take the square of their number. */
export interface Timeline {
  /** A value that is undefined is set, but not known. `at` is the instruction that sets it; those behind it see it. */
  readonly set: (at: number, name: string, value: Value) => void
  readonly unset: (at: number, name: string) => void
  /** What the instruction at this index meets; undefined where nothing is set. */
  readonly get: (at: number, name: string) => { readonly value: Value } | undefined
  /** All that the instruction at this index meets. */
  readonly all: (at: number) => ReadonlyMap<string, Value>
}

interface Change {
  readonly at: number
  /** Undefined where it was taken away. */
  readonly now: { readonly value: Value } | undefined
}

/** Begins with what a stage has from its base. Changes come in the order of the instructions. */
export function timeline(start: ReadonlyMap<string, Value>): Timeline {
  const changes = new Map<string, Change[]>()
  const note = (name: string, change: Change) => {
    const before = changes.get(name)
    if (before === undefined) changes.set(name, [change])
    else before.push(change)
  }
  const get: Timeline['get'] = (at, name) => {
    const change = changes.get(name)?.findLast((each) => each.at < at)
    if (change !== undefined) return change.now
    return start.has(name) ? { value: start.get(name) } : undefined
  }
  return {
    set: (at, name, value) => {
      note(name, { at, now: { value } })
    },
    unset: (at, name) => {
      note(name, { at, now: undefined })
    },
    get,
    all: (at) => {
      const found = new Map<string, Value>()
      for (const name of new Set([...start.keys(), ...changes.keys()])) {
        const now = get(at, name)
        if (now !== undefined) found.set(name, now.value)
      }
      return found
    },
  }
}
