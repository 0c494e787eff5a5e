import type { Instruction } from '../../src/transform.ts'

/** The keyword of an instruction as it is written, or another one in its casing, with the blanks before it. */
export function keywordOf({ keyword, text }: Instruction, other = keyword): string {
  const start = text.length - text.trimStart().length
  const isLower = text.slice(start, start + keyword.length) === keyword.toLowerCase()
  return text.slice(0, start) + (isLower ? other.toLowerCase() : other)
}

/** An instruction's text with another keyword. */
export function withKeyword(instruction: Instruction, other: string): string {
  const behind = keywordOf(instruction).length
  return keywordOf(instruction, other) + instruction.text.slice(behind)
}
