import { LineCounter, isMap, isNode, isScalar, isSeq, parseAllDocuments, type Document } from 'yaml'

/** A YAML text that was read. */
export interface YamlText {
  /** Plain values, aliases and merge keys applied. */
  readonly data: unknown
  /** The line (1-based) where the entry of a mapping, or the item of a list, at this path starts; 1 where there is none. */
  readonly lineOf: (path: readonly (string | number)[]) => number
}

/** Reads one YAML document; undefined where it is broken, expands without end, or has another behind it. Never throws. */
export function parseYamlText(text: string): YamlText | undefined {
  const [only, ...more] = parseYamlTexts(text)
  return more.length > 0 ? undefined : only
}

/** Reads the YAML documents of a text; none where one of them is broken or expands without end. Never throws. */
export function parseYamlTexts(text: string): readonly YamlText[] {
  const lines = new LineCounter()
  try {
    const documents = parseAllDocuments(text, {
      merge: true,
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    })
    // A text without any is an empty document: `parseAllDocuments` hands out its errors with an empty list.
    if ('empty' in documents) return documents.errors.length > 0 ? [] : [nothing]
    if (documents.some(({ errors }) => errors.length > 0)) return []
    return documents.map((document) => {
      const data: unknown = document.toJS()
      return { data, lineOf: (path) => lines.linePos(startOf(document, path)).line }
    })
  } catch {
    // Aliases that multiply, nesting deeper than the stack.
    return []
  }
}

const nothing: YamlText = { data: null, lineOf: () => 1 }

function startOf(document: Document, path: readonly (string | number)[]): number {
  const name = path.at(-1)
  const above = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
  if (isMap(above)) {
    const key = above.items.find((pair) => isScalar(pair.key) && pair.key.value === name)?.key
    return isNode(key) ? (key.range?.[0] ?? 0) : 0
  }
  const item: unknown = isSeq(above) && typeof name === 'number' ? above.items[name] : undefined
  return isNode(item) ? (item.range?.[0] ?? 0) : 0
}
