import yargs from 'yargs'

/** Words that are as short are near to anything. */
const shortest = 4

/** `; did you mean NAME?` for a word that is a slip of one that is known; else ''. What is near is yargs' own measure, but for first letters. */
export function didYouMean(word: string, known: readonly string[], before = ''): string {
  const near = known.filter(
    (name) =>
      name.length >= shortest &&
      name.startsWith(word.charAt(0)) &&
      Math.abs(name.length - word.length) < 2,
  )
  let found = ''
  const parser = yargs([word])
    .locale('en')
    .help(false)
    .version(false)
    .exitProcess(false)
    .recommendCommands()
    .strictCommands()
    .fail((message: string | null) => {
      found ||= /^Did you mean (.+)\?$/.exec(message ?? '')?.[1] ?? ''
    })
  for (const name of near) parser.command(name, false)
  if (near.length > 0) void parser.parse()
  return found === '' ? '' : `; did you mean ${before}${found}?`
}
