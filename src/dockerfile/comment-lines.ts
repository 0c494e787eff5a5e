import type { Instruction } from './instruction.ts'

/** The lines of a text that are comments, without indentation. */
export function commentLines(text: string): string[] {
  return text
    .split(/\r*\n/)
    .map((line) => line.replace(/^\uFEFF/, '').trim())
    .filter((line) => line.startsWith('#'))
}

/** The comment lines inside of an instruction. The body of a here-document that COPY writes has none, even where a line starts with #. */
export const innerComments = ({ keyword, heredocs, text }: Instruction): readonly string[] =>
  keyword !== 'RUN' && heredocs.length > 0 ? [] : commentLines(text)

/** Whether a text stands more often than in a list; for texts that are asked for one after the other. */
export function isBeyond(others: readonly string[]): (text: string) => boolean {
  const left = new Map<string, number>()
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1)
  return (text) => {
    const count = left.get(text) ?? 0
    left.set(text, count - 1)
    return count < 1
  }
}
