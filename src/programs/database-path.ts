import { withoutScheme } from './path-text.ts'
import { isKnown, literalPath, type PathValue } from './path-value.ts'

/**
 * The file of a SQLite database that is named as a path, a URI or a DSN: `file:data.db?cache=shared`, `sqlite:/srv/data.db`. Undefined for a
 * database in memory. https://www.sqlite.org/uri.html
 */
export function databasePath(value: PathValue): PathValue | undefined {
  if (!isKnown(value)) return value
  const [place = '', query = ''] = value.path.split('?', 2)
  // A server's: `libsql://db.example.org`.
  if (value.base === 'cwd' && /^(?!file:|sqlite3?:)[a-z][a-z\d+.-]*:\/\//.test(place))
    return undefined
  const isInMemory = query.split('&').includes('mode=memory')
  const name = value.base === 'cwd' ? withoutScheme(place) : place
  if (isInMemory || (!value.isPrefix && (name === '' || name.startsWith(':memory:'))))
    return undefined
  const path = value.base === 'cwd' ? literalPath(name) : { ...value, path: name }
  return { ...path, isPrefix: value.isPrefix && place === value.path }
}
