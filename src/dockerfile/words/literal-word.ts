/** A path as BuildKit expands it to itself: quotes, dollars and the escape character stand behind one. */
export const literalWord = (path: string, escape: string): string =>
  path.replace(/["'$`\\]/g, (character) =>
    /["'$]/.test(character) || character === escape ? escape + character : character,
  )
