/** A fold of lines, a quoted or bare word, a separator of commands, or a line end. */
const PIECE =
  /\\\n|(?:"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\$\{\{[^}]*\}\}|\\[^\n]|[^\s;&|"'\\])+|&&|\|\||[;&|\n]/g

/** The plain commands of a script, with the lines (0-based) that they begin on. Variables stay as they are written. */
export function shellCommands(
  script: string,
): readonly { words: readonly string[]; line: number }[] {
  const found: { words: string[]; line: number }[] = []
  let line = 0
  let isNew = true
  for (const [piece] of script.matchAll(PIECE)) {
    if (/^(&&|\|\||[;&|\n])$/.test(piece)) {
      isNew = true
    } else if (piece !== '\\\n') {
      if (isNew) found.push({ words: [unquoted(piece)], line })
      else found.at(-1)?.words.push(unquoted(piece))
      isNew = false
    }
    line += piece.split('\n').length - 1
  }
  return found
}

function unquoted(word: string): string {
  return word.replace(
    /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'/g,
    (_all, double?: string, single?: string) => double ?? single ?? '',
  )
}
