/** A path as BuildKit expands it to itself: quotes, dollars and the escape character stand behind one. */
export const literalWord = (path: string, escape: string): string =>
  path.replace(/["'$`\\]/g, (character) =>
    /["'$]/.test(character) || character === escape ? escape + character : character,
  )

/** A value of ENV as BuildKit reads it back: in quotes where a blank, a quote or a variable would end or change it. */
export const quotedValue = (value: string, escape: string): string =>
  /^[\w./:@%+,=-]+$/.test(value) ? value : inQuotes(value, escape)

/** A value in quotes, whatever it is. */
export const inQuotes = (value: string, escape: string): string =>
  `"${value.replace(/["$\\`]/g, (character) =>
    /["$]/.test(character) || character === escape ? escape + character : character,
  )}"`

/** Words as the exec form has them: `["node", "server.js"]`. */
export const execText = (words: readonly string[]): string =>
  `[${words.map((word) => JSON.stringify(word)).join(', ')}]`
