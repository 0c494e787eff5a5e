import type { SourceLine } from './source-facts.ts'

/** A line of generated code can be the whole file. */
const maxText = 160

/** The lines of a text, to be asked by offset: each answer costs a search by halves, however long the text is. */
export function sourceLines(text: string): (offset: number) => SourceLine {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    const start = starts[low] ?? 0
    const end = starts[low + 1] ?? text.length
    const from = end - start > maxText ? offset : start
    return { line: low + 1, text: text.slice(from, Math.min(end, from + maxText)).trim() }
  }
}
