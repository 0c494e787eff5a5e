/**
 * The names of a file of variables, with their values: of lines such as `export NAME=value # why`, `name: "value"`. Behind white space,
 * one of `comments` begins a comment; so does all that stands behind a value in quotes.
 * https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax, https://ini.unknwon.io/docs/howto/work_with_comments
 */
export function settingsIn(
  text: string,
  comments: readonly string[] = ['#'],
): readonly (readonly [string, string])[] {
  return text.split(/\r\n?|\n/).flatMap((line): readonly (readonly [string, string])[] => {
    const [, name, value = ''] = /^\s*(?:export\s+)?([\w.-]+)\s*[=:](.*)$/.exec(line) ?? []
    return name === undefined ? [] : [[name, valueOf(value, comments)]]
  })
}

function valueOf(text: string, comments: readonly string[]): string {
  const value = text.trim()
  const quote = value.charAt(0)
  const end = quote === '"' || quote === "'" ? value.indexOf(quote, 1) : -1
  if (end > 0) return value.slice(1, end)
  const at = comments
    .flatMap((sign) => [text.indexOf(` ${sign}`), text.indexOf(`\t${sign}`)])
    .filter((place) => place >= 0)
  return at.length === 0 ? value : text.slice(0, Math.min(...at)).trim()
}
