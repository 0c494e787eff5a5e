import { posix } from 'node:path'
import { isStandardModule } from '../../../knowledge/python-modules.ts'
import type { Resolved } from '../../language.ts'

/** The files of a context. */
export interface PythonFiles {
  readonly isFile: (path: string) => boolean
  readonly isFolder: (path: string) => boolean
}

/** A module of the project. */
export interface PythonModule {
  /** Its file, and those of the packages around it, which are loaded before. */
  readonly files: readonly string[]
  /** The folder of the package, or of the module's file. */
  readonly folder: string
  /** What follows of the name: names in the module. */
  readonly rest: readonly string[]
  readonly isFile: boolean
}

/** Finds modules of the project by their names, as a source of it imports them. */
export type FindModule = (name: string, from: string) => PythonModule | undefined

/**
 * Modules are looked for in `roots` (the folder that the program runs in, those of PYTHONPATH, `src`), then in the folders above the source: a
 * script has its own folder first, and those of packages are unlikely. https://docs.python.org/3/library/sys_path_init.html
 */
export function moduleFinder(files: PythonFiles, roots: readonly string[]): FindModule {
  return (name, from) => {
    const [, dots = '', rest = ''] = /^(\.*)(.*)$/.exec(name) ?? []
    const parts = rest.split('.').filter(Boolean)
    if (dots !== '') return relative(parts, dots.length, folderOf(from), files)
    if (parts.length === 0) return undefined
    const above = foldersAbove(from)
    const isPackage = (folder: string) => files.isFile(posix.join(folder, '__init__.py'))
    const places = isStandardModule(parts[0] ?? '')
      ? roots
      : [...roots, ...above.filter((folder) => !isPackage(folder)), ...above.filter(isPackage)]
    for (const root of places) {
      const found = moduleIn(root, parts, files)
      if (found.files.length > 0) return found
    }
    return undefined
  }
}

function relative(
  parts: readonly string[],
  dots: number,
  own: string,
  files: PythonFiles,
): PythonModule | undefined {
  const up = Array.from({ length: dots - 1 }, () => '..')
  const folder = posix.join(own === '' ? '.' : own, ...up)
  if (folder.startsWith('..')) return undefined
  const start = folder === '.' ? '' : folder
  const found = moduleIn(start, parts, files)
  const init = posix.join(start, '__init__.py')
  const around = files.isFile(init) ? [init] : []
  return parts.length > 0 && found.files.length === 0 && around.length === 0
    ? undefined
    : { ...found, files: [...around, ...found.files] }
}

function moduleIn(root: string, parts: readonly string[], files: PythonFiles): PythonModule {
  const found: string[] = []
  let folder = root
  for (const [i, part] of parts.entries()) {
    const place = posix.join(folder, part)
    const init = `${place}/__init__.py`
    const file = `${place}.py`
    if (files.isFile(init)) found.push(init)
    else if (files.isFile(file))
      return { files: [...found, file], folder, rest: parts.slice(i + 1), isFile: true }
    else if (!files.isFolder(place))
      return { files: found, folder, rest: parts.slice(i), isFile: false }
    folder = place
  }
  return { files: found, folder, rest: [], isFile: false }
}

const folderOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

/** The folder of a file, and those around it to the context's own. */
function foldersAbove(path: string): readonly string[] {
  const folders: string[] = []
  for (let at = folderOf(path); ; at = folderOf(at)) {
    folders.push(at)
    if (at === '') return folders
  }
}

/** Where an import leads: `a.b`, `.a`, and `a:b` for `from a import b`, where b may be a module. */
export function resolvePython(specifier: string, from: string, find: FindModule): Resolved {
  const [module = '', name] = specifier.split(':', 2)
  const whole = name === undefined ? module : `${module}${module.endsWith('.') ? '' : '.'}${name}`
  const found = find(whole, from)
  const isThere =
    found !== undefined &&
    found.files.length > 0 &&
    (found.rest.length === 0 || found.isFile || (name !== undefined && found.rest.length === 1))
  if (isThere) return { kind: 'files', paths: found.files }
  const [first = ''] = module.split('.', 1)
  if (first === '' || found !== undefined) return { kind: 'nowhere' }
  return isStandardModule(first) ? { kind: 'builtin' } : { kind: 'package', name: first }
}
