/** Whether a value is one path, or a pattern of paths: with a slash or an ending, no list, no URL, no version. A word alone may be anything. */
export const isPathText = (text: string): boolean =>
  text.length < 200 && /[/.]/.test(text) && /^[\w./@*+-]*[A-Za-z][\w./@*+-]*$/.test(text)

/**
 * The paths that a text names: the text itself, what is behind `file://`, and values in the query of an address:
 * `mongodb://db/shop?tlsCAFile=ca.pem`, `postgres://db/shop?sslrootcert=certs/root.crt`.
 */
export function pathsIn(text: string): readonly string[] {
  const [whole = ''] = withoutScheme(text.trim()).split('#', 1)
  if (isPathText(whole)) return [whole]
  const values = [...text.matchAll(/[?&][\w.-]+=([^&#\s"'`]+)/g)].map(([, value = '']) => value)
  return values.flatMap((value) => decoded(value) ?? []).filter(isPathText)
}

/** The paths in a literal that is more than a path. */
export const pathsWithin = (text: string): readonly string[] =>
  text.length < 2000 && /^file:|[?&][\w.-]+=/.test(text) ? pathsIn(text) : []

/**
 * The address of a SQLite database in a file, as packages of Python write it: `sqlite:///jobs.db`, `sqlite+aiosqlite:///shop.db`.
 * https://docs.sqlalchemy.org/en/20/dialects/sqlite.html#connect-strings
 */
export const isDatabaseAddress = (text: string): boolean =>
  text.length < 500 && /^sqlite\w*(\+\w+)?:\/{2,}[^/:]/.test(text)

/** `file:data.db`, `file://model/model.json`, `sqlite:/srv/data.db` without what stands before the path. */
export function withoutScheme(text: string): string {
  const scheme = ['file:', 'sqlite:', 'sqlite3:'].find((start) => text.startsWith(start))
  const rest = text.slice(scheme?.length ?? 0)
  return scheme !== undefined && rest.startsWith('//') ? rest.slice(2) : rest
}

/** Undefined for what is no encoded text: `%ZZ`. */
function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
