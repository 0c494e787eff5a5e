const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** What a person counts as the characters of a text. */
export function charactersOf(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
