/** A span of a text and what stands in its place; `start === end` inserts. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The text with all edits made, in any order given. Insertions at one place stay in the order given.
 * @throws RangeError where two edits overlap, or one lies outside of the text
 */
export function splice(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.start > edit.end || edit.end > text.length) {
      throw new RangeError(`No such span: ${edit.start} to ${edit.end} of ${text.length}`)
    }
    if (edit.start < at) throw new RangeError(`Edits overlap at ${edit.start}`)
    result += text.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return result + text.slice(at)
}
