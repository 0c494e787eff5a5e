import { posix } from 'node:path'
import type { Language } from '../../language.ts'
import { oncePerText, type SharedTexts } from '../once-per-text.ts'
import { factsOfPython, parsePython } from '../python.ts'
import type { Expression } from './expression.ts'
import type { DatabasePackages } from './surroundings.ts'
import { moduleFinder, resolvePython, type PythonFiles } from './resolve.ts'

/** The files of a context, and their texts. */
export interface ReadableFiles extends PythonFiles, SharedTexts {}

/** A Python file of the context, parsed once. */
const parsedPython = oncePerText(parsePython)

const versions = Array.from({ length: 20 }, (_, i) => `python3.${i}`)

/**
 * The sources of Python. `roots` are the folders of the context that modules are looked for in whoever imports them;
 * `databases` is asked where a source is read.
 */
export function pythonLanguage(
  files: ReadableFiles,
  roots: readonly string[],
  databases: () => DatabasePackages | undefined = () => undefined,
): Language {
  const find = moduleFinder(files, [
    ...new Set([...roots, ...(files.isFolder('src') ? ['src'] : [])]),
  ])
  const found = new Map<string, Expression | undefined>()
  const lookUp = (name: string, from: string) => {
    const key = `${from}\n${name}`
    if (!found.has(key)) found.set(key, expressionOf(name, from))
    return found.get(key)
  }
  const expressionOf = (name: string, from: string): Expression | undefined => {
    const module = find(name, from)
    const file = module?.files.at(-1)
    const [first, ...others] = module?.rest ?? []
    const scope = file === undefined ? undefined : parsedPython(files, file)?.scope
    if (first === undefined || scope === undefined) return undefined
    return others.reduce<Expression>((of, member) => ({ kind: 'member', of, name: member }), {
      kind: 'name',
      name: first,
      scope,
    })
  }
  return {
    endings: ['.py', '.pyw'],
    interpreters: ['python', 'python2', 'python3', 'pypy', 'pypy3', ...versions],
    read: (path, _text, env) => {
      const source = parsedPython(files, path)
      if (source === undefined) return undefined
      const folderOf = (name: string, from: string) => find(name, from)?.folder
      const known = databases()
      const isModule = (name: string) => isWhole(name, path)
      return factsOfPython(
        source,
        {
          path,
          env,
          lookUp,
          folderOf,
          home: homeOf(path),
          ...(known === undefined ? {} : { databases: known }),
        },
        isModule,
      )
    },
    resolve: ({ specifier }, from) => resolvePython(specifier, from, find),
    fileOf: (path) => fileOf(path, files),
  }

  /** A folder that modules are looked for in has the packages; in another, which is no package itself, it may be the folder above. */
  function homeOf(path: string): string | undefined {
    let folder = folderOfFile(path)
    while (folder !== '' && files.isFile(posix.join(folder, '__init__.py')))
      folder = folderOfFile(folder)
    return folder === '' || roots.includes(folder) ? folder : undefined
  }

  function isWhole(name: string, from: string): boolean {
    const [module = ''] = name.split(':', 1)
    const at = find(module, from)
    return at !== undefined && at.files.length > 0 && (at.rest.length === 0 || at.isFile)
  }
}

const folderOfFile = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))

/** A file; the main module of a folder; `app.job` as `python -m` has it. https://docs.python.org/3/using/cmdline.html#interface-options */
function fileOf(path: string, files: ReadableFiles): string | undefined {
  if (files.isFile(path)) return path
  const at = path.lastIndexOf('/') + 1
  const name = path.slice(at)
  const module = /^\w+(\.\w+)*$/.test(name)
    ? posix.join(path.slice(0, at), name.replaceAll('.', '/'))
    : path
  return [`${module}.py`, `${module}/__main__.py`].find((place) => files.isFile(place))
}
