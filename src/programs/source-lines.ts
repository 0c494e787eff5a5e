import { countBefore } from './count-before.ts'
import type { SourceLine } from './source-facts.ts'

/** A line of generated code can be the whole file. */
const maxText = 160

/** The lines of a text, to be asked by offset. */
export function sourceLines(text: string): (offset: number) => SourceLine {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  let line = 1
  return (offset) => {
    // Most ask in the order of the text.
    if ((starts[line - 1] ?? 0) <= offset && (starts[line + 1] ?? Infinity) > offset)
      line += (starts[line] ?? Infinity) <= offset ? 1 : 0
    else line = countBefore(starts, (start) => start <= offset)
    const start = starts[line - 1] ?? 0
    const end = starts[line] ?? text.length
    const from = end - start > maxText ? offset : start
    return { line, text: text.slice(from, Math.min(end, from + maxText)).trim() }
  }
}
