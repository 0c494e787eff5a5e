import type { Instruction } from '../instruction.ts'

/** Where a here-document stands in its instruction's text. */
export interface HeredocSpan {
  /** Of the body. */
  readonly start: number
  readonly end: number
  /** After the line that ends it, its line end not included. */
  readonly terminatorEnd: number
}

/** The places of an instruction's here-documents, which stand one after the other at its end. */
export function heredocSpans({ text, heredocs }: Instruction): readonly HeredocSpan[] {
  const spans: HeredocSpan[] = []
  let next = text.length
  for (const { body } of heredocs.toReversed()) {
    const lineEnd = /\r*\n?$/.exec(text.slice(Math.max(next - 100, 0), next))?.[0].length ?? 0
    const terminatorEnd = next - lineEnd
    const end = text.lastIndexOf('\n', terminatorEnd - 1) + 1
    const start = end - body.length
    spans.unshift({ start, end, terminatorEnd })
    next = start
  }
  return spans
}
