import { posix } from 'node:path'
import { ownFolder, unknownPath, type PathValue } from '../../path-value.ts'
import type { Expression } from './expression.ts'
import { nothing, unknown, type Value } from './value.ts'

/** What the project's manifests say of databases. */
export interface DatabasePackages {
  /** The driver of a database server is installed: an address that only the environment has is that server's. */
  readonly hasServer: boolean
  /**
   * Where Flask-SQLAlchemy keeps a database with a relative path: in the application's instance folder, before 3.0 beside the application. It is
   * not installed where undefined.
   */
  readonly relativeTo: 'instance' | 'application' | 'either' | undefined
}

/** What values depend on beside the source that they stand in. */
export interface Surroundings {
  /** The source that is read. */
  readonly path: string
  /** What the image's ENV says. */
  readonly env: (name: string) => string | undefined
  /** What a whole name means that a file of the project imports: '.config.FOLDER'; undefined for what is of others. */
  readonly lookUp: (name: string, from: string) => Expression | undefined
  /** The folder of a package of the project, in the context. */
  readonly folderOf: (name: string, from: string) => string | undefined
  /** The folder of the context that the source's package is in, or the source itself: where Flask has its instance folder. Undefined where that may be another. */
  readonly home?: string | undefined
  readonly databases?: DatabasePackages
}

/** Names that are given more values are no settings. */
const maxValues = 8
/** Nobody writes a longer path or command. */
const maxLength = 4096

/** The values of several expressions. A default counts where the environment could say otherwise, and a value more than None. */
export function oneOf(
  all: readonly Expression[],
  read: (expression: Expression) => readonly Value[],
): readonly Value[] {
  if (all.length === 0 || all.length > maxValues) return [unknown]
  const values = all.flatMap(read)
  const known = values.filter((value) => value.variable !== 'unset' && value !== nothing)
  return known.length > 0 ? known.slice(0, maxValues) : values.slice(0, 1)
}

/** Each combination of values; unknown where that are too many. */
export function combined(
  parts: readonly (readonly Value[])[],
  make: (values: readonly Value[]) => Value,
): readonly Value[] {
  let rows: readonly (readonly Value[])[] = [[]]
  for (const values of parts) {
    rows = rows.flatMap((row) => values.map((value) => [...row, value]))
    if (rows.length > maxValues) return [unknown]
  }
  return rows.map((row) => {
    const made = make(row)
    return made.text.length > maxLength || made.path.path.length > maxLength ? unknown : made
  })
}

/** https://flask.palletsprojects.com/en/stable/config/#instance-folders: beside the application's module or package. */
export const instanceFolder = ({ home, path }: Surroundings): PathValue =>
  home === undefined ? unknownPath : pathBetween(path, posix.join(home, 'instance'))

/** A path of the context as a source of the project names it. Sources keep their places to each other. */
export function pathBetween(from: string, to: string): PathValue {
  return { ...ownFolder, path: posix.relative(`/${posix.dirname(from)}`, `/${to}`) }
}
