import { resolvePath } from '../../src/transform.ts'
import { pathsOf, type PathValue } from './source/path-value.ts'
import { readScope } from './source/scope.ts'
import { nameOf, parseSource, walk } from './source/syntax.ts'
import { hasFile, readFile, type StageView } from './stage-view.ts'

/** What a configuration file in JavaScript or TypeScript says of an option. */
export type Option =
  /** There is no such file, or it does not name the option. */
  | { readonly kind: 'unset' }
  | { readonly kind: 'set'; readonly values: readonly string[] }
  /** The file can't be read, or the value is computed. */
  | { readonly kind: 'unknown'; readonly why: string }

const endings = ['.js', '.ts', '.mjs', '.cjs', '.mts', '.cts', '.json']

/** The configuration file of a tool in a folder of the image: `vite.config` => `/app/vite.config.ts`. */
export function configFile(view: StageView, folder: string, name: string): string | undefined {
  return endings
    .map((ending) => `${folder === '/' ? '' : folder}/${name}${ending}`)
    .find((path) => hasFile(view, path))
}

/** The absolute paths that an option names: `pathOption(view, file, ['build', 'outDir'])`. */
export function pathOption(
  view: StageView,
  file: string | undefined,
  keys: readonly string[],
): Option {
  return readOption(view, file, keys, (value, folder) => {
    switch (value.base) {
      case 'root':
        return value.path
      case 'cwd':
      case 'module':
        return value.isPrefix ? undefined : resolvePath(folder, value.path)
      default:
        return undefined
    }
  })
}

/** The strings that an option has: `output: 'standalone'`. */
export function stringOption(
  view: StageView,
  file: string | undefined,
  keys: readonly string[],
): Option {
  return readOption(view, file, keys, (value) =>
    value.base === 'cwd' && !value.isPrefix ? value.path : undefined,
  )
}

function readOption(
  view: StageView,
  file: string | undefined,
  keys: readonly string[],
  resolve: (value: PathValue, folder: string) => string | undefined,
): Option {
  if (file === undefined) return { kind: 'unset' }
  const text = readFile(view, file)
  const source = file.endsWith('.json') ? `(${text ?? ''})` : (text ?? '')
  // An empty file says nothing, which tools take as their defaults.
  if (text?.trim() === '') return { kind: 'unset' }
  const program =
    text === undefined ? undefined : parseSource(file.replace(/\.json$/, '.js'), source)
  if (program === undefined) return { kind: 'unknown', why: `${file} can not be read` }
  const context = { scope: readScope(program), env: view.env }
  const folder = file.slice(0, file.lastIndexOf('/')) || '/'
  const values: (string | undefined)[] = []
  walk(program, (node, parents) => {
    if (node.type !== 'Property' || nameOf(node.key) !== keys.at(-1)) return true
    const outer = parents.flatMap((parent) =>
      parent.type === 'Property' ? [nameOf(parent.key)] : [],
    )
    if (!keys.slice(0, -1).every((key, i) => outer[outer.length - keys.length + 1 + i] === key))
      return true
    if (node.value.type === 'ObjectExpression') return true
    for (const value of pathsOf(node.value, context)) values.push(resolve(value, folder))
    return true
  })
  if (values.length === 0) return { kind: 'unset' }
  const known = values.flatMap((value) => (value === undefined ? [] : [value]))
  return known.length === values.length
    ? { kind: 'set', values: known }
    : { kind: 'unknown', why: `${file} computes ${keys.join('.')}` }
}
