import { posix } from 'node:path'

/**
 * A path that a program names, as far as it can be told before the program runs. A text that is no path (a program's name, a URL) is one of
 * base 'cwd'.
 */
export interface PathValue {
  /** What it is relative to: the folder the program runs in, the source's own folder, `/`, the user's home, or nobody knows. */
  readonly base: 'cwd' | 'own-folder' | 'root' | 'home' | 'unknown'
  readonly path: string
  /** More follows that is not known: `./locales/${language}.json` => `locales`. */
  readonly isPrefix: boolean
  /** What is known of that, with `*` for the rest: `*.json`. Of base 'unknown', what the whole is: `config.${name}.json` => `config.*.json`. */
  readonly pattern?: string
  /** The variable of the environment that says it, where nobody says that. */
  readonly variable?: string
}

export const unknownPath: PathValue = { base: 'unknown', path: '', isPrefix: true }
export const workingFolder: PathValue = { base: 'cwd', path: '', isPrefix: false }
export const ownFolder: PathValue = { base: 'own-folder', path: '', isPrefix: false }
export const homeFolder: PathValue = { base: 'home', path: '', isPrefix: false }
/** A part of a request: it may name each file of the folder that the program runs in. */
export const askedPath: PathValue = { base: 'cwd', path: '', isPrefix: true }
export const temporaryFolder: PathValue = { base: 'root', path: '/tmp', isPrefix: false }

/** A longer text is no path that Linux takes (`PATH_MAX` is 4,096), nor a command that somebody wrote; sixty lines `p = p + p` would fill the memory. */
const longest = 16_384

/** True where at least the start of the path is known. A home depends on the user, and so does what lies in it. */
export const isKnown = ({ base }: PathValue) => base !== 'unknown' && base !== 'home'

/** Whether a pattern says more than that there is something: `config.*.json`. */
export const isTelling = ({ pattern = '' }: PathValue) => /[A-Za-z0-9]/.test(pattern)

/** The path, where it is known whole and can be no other. */
export function onePath(values: readonly PathValue[]): PathValue | undefined {
  const [only] = values
  return values.length === 1 && only !== undefined && isKnown(only) && !only.isPrefix
    ? only
    : undefined
}

export const isSamePath = (a: PathValue | undefined, b: PathValue | undefined): boolean =>
  a?.base === b?.base && a?.path === b?.path

/** A literal: `'/srv/data'`, `'views'`. It stays as written: of `__DIR__ . '/../data'`, it is the end. */
export function literalPath(text: string): PathValue {
  return { base: text.startsWith('/') ? 'root' : 'cwd', path: text, isPrefix: false }
}

/** `join('data', name)`: what follows an unknown part is not known either. An absolute part starts anew, as path.resolve has it. */
export function joinPaths(parts: readonly PathValue[]): PathValue {
  const [first = unknownPath, ...rest] = parts
  return rest.reduce((left, right) => {
    if (left.isPrefix && left.base !== 'unknown') return longer(left, right, '/')
    if (!isKnown(right))
      return right.pattern === undefined || left.isPrefix
        ? { ...left, isPrefix: true }
        : { ...left, isPrefix: true, pattern: right.pattern }
    if (right.base !== 'cwd') return right
    if (left.path.length + right.path.length > longest) return unknownPath
    return { ...right, base: left.base, path: posix.join(left.path, right.path) }
  }, first)
}

/** A prefix, and what follows the part of it that is not known. */
function longer(left: PathValue, right: PathValue, between: string): PathValue {
  const known = right.base === 'cwd' || right.base === 'root' ? right.path : ''
  const end = right.isPrefix ? [known, right.pattern ?? '*'].filter(Boolean).join('/') : known
  return { ...left, pattern: shortened(`${left.pattern ?? '*'}${between}${end || '*'}`) }
}

const shortened = (pattern: string) => pattern.replace(/\*{2,}/g, '*').slice(0, 200)

const isScheme = ({ base, path }: PathValue) =>
  base === 'cwd' && /^(file|unix|sqlite3?):(\/\/)?$/.test(path)

/** `left + right`. */
export function concatenatePaths(left: PathValue, right: PathValue): PathValue {
  if (left.isPrefix && left.base !== 'unknown') return longer(left, right, '')
  if (!isKnown(right))
    return right.variable !== undefined && isScheme(left) ? right : folderBefore(left, right)
  if (right.base === 'cwd' && right.path === '' && right.isPrefix) return askedBelow(left, right)
  // `'file://' + __dirname`, `'sqlite:' . __DIR__`
  if (right.base !== 'cwd' && isScheme(left)) return right
  if (right.base === 'own-folder') return unknownPath
  if (left.path.length + right.path.length > longest) return unknownPath
  const path = left.path + right.path
  return {
    ...(left.base === 'unknown' ? longer(left, right, '') : right),
    base: left.base,
    path: left.base === 'root' ? path : path.replace(/^\/+/, ''),
    isPrefix: right.isPrefix,
  }
}

/** `` `${folder}/data/${name}.json` ``, `"data/%s.json"`: texts and values in their order. */
export function concatenateAll(parts: readonly PathValue[]): PathValue {
  const [first, ...rest] = parts
  return first === undefined ? literalPath('') : rest.reduce(concatenatePaths, first)
}

/** `data/file-` and something that is not known: of its folder that is all. */
function folderBefore(value: PathValue, next: PathValue): PathValue {
  if (value.base === 'unknown') return longer({ ...value, isPrefix: true }, next, '')
  const at = value.path.lastIndexOf('/')
  const pattern = shortened(`${value.path.slice(at + 1)}${next.pattern ?? '*'}`)
  if (at < 0 && value.base === 'cwd') return { ...unknownPath, pattern }
  return {
    ...value,
    path: value.path.slice(0, Math.max(at, value.base === 'root' ? 1 : 0)),
    isPrefix: true,
    pattern,
  }
}

/** `"." + request.URL.Path`, `"page-" + request.FormValue("name")`. */
function askedBelow(value: PathValue, next: PathValue): PathValue {
  const at = value.path.lastIndexOf('/')
  const stem = value.path.slice(at + 1)
  if (value.base === 'unknown' || stem === '' || stem === '.')
    return { ...next, base: value.base, path: value.path }
  const folder = value.path.slice(0, Math.max(at, value.base === 'root' ? 1 : 0))
  const pattern = shortened(`${stem}${next.pattern ?? '*'}`)
  return { base: value.base, path: folder, isPrefix: true, pattern }
}

/** Its folder: `dirname(value)`, a number of levels up. */
export function parentPath(value: PathValue, levels = 1): PathValue {
  const { base, path } = value
  if (!isKnown(value) || value.isPrefix) return { base, path, isPrefix: true }
  const up = Array.from({ length: levels }, () => '..')
  return { ...value, path: posix.join(value.path, ...up) }
}

/** Where the program's own folders stand in the image. */
export interface PathPlaces {
  /** The folder that it runs in; undefined where that is not known. */
  readonly cwd: string | undefined
  /** The folder of the source that names the path. */
  readonly ownFolder: string | undefined
  /** The user's home; left out where nobody asks for what lies in it. */
  readonly home?: string | undefined
}

/** The absolute path in the image, of the folder for a prefix; undefined where it can't be told. */
export function absolutePath(value: PathValue, places: PathPlaces): string | undefined {
  const folder = folderOfBase(value.base, places)
  return folder === undefined ? undefined : posix.resolve(folder, value.path)
}

function folderOfBase(base: PathValue['base'], places: PathPlaces): string | undefined {
  switch (base) {
    case 'root':
      return '/'
    case 'cwd':
      return places.cwd
    case 'own-folder':
      return places.ownFolder
    case 'home':
      return places.home
    case 'unknown':
      return undefined
  }
}
