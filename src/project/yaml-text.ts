import { LineCounter, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml'

/** A YAML text that was read. */
export interface YamlText {
  /** Plain values, aliases and merge keys applied. */
  readonly data: unknown
  /** The line (1-based) where the entry of a mapping, or the item of a list, at this path starts; 1 where there is none. */
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/** Reads one YAML document; undefined where it is broken or expands without end. Never throws. */
export function parseYamlText(text: string): YamlText | undefined {
  const lines = new LineCounter()
  try {
    const document = parseDocument(text, {
      merge: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    })
    if (document.errors.length > 0) return undefined
    const data: unknown = document.toJS()
    const startOf = (path: readonly (string | number)[]): number => {
      const name = path.at(-1)
      const above = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
      if (isMap(above)) {
        const key = above.items.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key
        return isNode(key) ? (key.range?.[0] ?? 0) : 0
      }
      const item: unknown = isSeq(above) && typeof name === 'number' ? above.items[name] : undefined
      return isNode(item) ? (item.range?.[0] ?? 0) : 0
    }
    return { data, lineOf: (path) => lines.linePos(startOf(path)).line }
  } catch {
    // Aliases that multiply, nesting deeper than the stack.
    return undefined
  }
}
