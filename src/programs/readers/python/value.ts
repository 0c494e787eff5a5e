import {
  concatenateAll,
  isKnown,
  literalPath,
  unknownPath,
  type PathValue,
} from '../../path-value.ts'

/** What an expression can be. */
export interface Value {
  readonly path: PathValue
  readonly text: string
  /** Of a variable of the environment, which the image sets or does not. */
  readonly variable?: 'set' | 'unset'
}

/** The values of a call's arguments. */
export interface ValuesOfCall {
  readonly args: readonly Value[]
  readonly named: (name: string) => Value | undefined
  /** What a method is called of. */
  readonly of: Value
}

/** Stands for what is not known in a text. */
export const mark = '\uFFFF'
export const unknown: Value = { path: unknownPath, text: mark }
/** `None`: nothing is named. */
export const nothing: Value = { path: literalPath(''), text: '' }

/**
 * The path that a URL of SQLAlchemy and the like names: `sqlite:///data.db`, `sqlite+aiosqlite:////srv/data.db`.
 * https://docs.sqlalchemy.org/en/20/core/engines.html#sqlite
 */
const databaseUrl = /^sqlite(\+\w+)?:\/\/\//

/** A text as it is written. */
export const literal = (text: string): Value => ({
  path: literalPath(text.replace(databaseUrl, '')),
  text,
})

/** A path, with its text where all of that is known. */
export const valueOfPath = (path: PathValue): Value => ({
  path,
  text:
    !path.isPrefix && (path.base === 'root' || (path.base === 'cwd' && path.path !== ''))
      ? path.path
      : mark,
})

/** Texts one behind the other. */
export function joinedText(parts: readonly Value[]): Value {
  const paths = parts.filter(isPart).map(({ path }) => path)
  return { path: concatenateAll(paths), text: parts.map(({ text }) => text).join('') }
}

/** An empty text, or the scheme of a database, adds nothing; the working folder has no text. */
const isPart = ({ path: { path, base, isPrefix }, text }: Value) =>
  path !== '' || base !== 'cwd' || isPrefix || text === mark

/** The text of a value, where all of it is known. */
export const textOf = ({ text }: Value): string | undefined =>
  text.includes(mark) ? undefined : text

/** `'{}/a'.format(folder)`, `'%s/a' % folder`: texts between what is put in, which `args` tells by place or name. */
export function formatted(
  format: Value,
  holes: RegExp,
  argOf: (hole: string, at: number) => Value | undefined,
): Value {
  const text = textOf(format)
  if (text === undefined) return unknown
  let next = 0
  const parts = text.split(holes).map((part, i) => {
    if (i % 2 === 0) return literal(part)
    return argOf(part, next++) ?? unknown
  })
  return joinedText(parts)
}

/** A variable of the environment: what the image sets, or the default of the call. */
export function variableOf(
  name: string | undefined,
  other: Value | undefined,
  env: (name: string) => string | undefined,
): Value {
  const value = name === undefined ? undefined : env(name)
  if (value !== undefined && value !== '') return { ...literal(value), variable: 'set' }
  if (other !== undefined && other !== nothing) return other
  if (name === 'HOME') return { path: { base: 'home', path: '', isPrefix: false }, text: mark }
  const path = name === undefined ? unknownPath : { ...unknownPath, variable: name }
  return { path, text: mark, variable: 'unset' }
}

/** `~/.tool` */
export const expanded = (value: PathValue): PathValue =>
  value.base === 'cwd' && /^~(\/|$)/.test(value.path)
    ? { base: 'home', path: value.path.slice(2), isPrefix: value.isPrefix }
    : value

/** The same path with another ending, or another name: nobody can tell from a prefix. */
export function renamed(path: PathValue, rename: (name: string) => string): PathValue {
  if (!isKnown(path) || path.isPrefix) return path
  const at = path.path.lastIndexOf('/') + 1
  return { ...path, path: path.path.slice(0, at) + rename(path.path.slice(at)) }
}
