import type { Instruction } from '../instruction.ts'
import { splice } from '../splice.ts'
import { assignmentsOf } from './variables.ts'

/**
 * The text of an ENV, ARG or LABEL without some of what it sets, and without its line end; undefined where nothing would be left, or a comment between
 * them would go.
 */
export function withoutAssignments(
  instruction: Instruction,
  isDropped: (name: string) => boolean,
): string | undefined {
  const { text } = instruction
  const all = assignmentsOf(instruction)
  const at = all.findLastIndex(({ name }) => !isDropped(name))
  const last = all[at]
  if (last === undefined) return undefined
  const spans = all.slice(0, at).flatMap(({ name, start }, i) => {
    // With what joins it to the next one.
    const end = all[i + 1]?.start ?? start
    return isDropped(name) ? [{ start, end, text: '' }] : []
  })
  const rest = { start: last.end, end: all.at(-1)?.end ?? last.end, text: '' }
  return [...spans, rest].some(({ start, end }) => /\n[ \t]*#/.test(text.slice(start, end)))
    ? undefined
    : splice(text, [...spans, rest]).replace(/\r?\n$/, '')
}
