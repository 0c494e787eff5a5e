import { joinPaths, parentPath } from '../../path-value.ts'
import type { Expression, PythonCall } from './expression.ts'
import { pathClass, type WholeName } from './names.ts'
import { combined, pathBetween, type Surroundings } from './surroundings.ts'
import {
  joinedText,
  literal,
  renamed,
  textOf,
  unknown,
  valueOfPath,
  variableOf,
  type Value,
} from './value.ts'

interface Work {
  readonly inner: (expression: Expression) => readonly Value[]
  readonly nameOf: WholeName
  readonly resolve: (expression: Expression) => Expression
  readonly around: Surroundings
}

/** What stands between brackets: `os.environ['A']`, `Path(__file__).parents[1]`, `os.path.splitext(a)[0]`, an item of a list or a dictionary. */
export function valueOfItem(
  { of, key }: Extract<Expression, { kind: 'item' }>,
  { inner, nameOf, resolve, around }: Work,
): readonly Value[] {
  const [keyValue = unknown] = inner(key)
  const text = textOf(keyValue)
  if (nameOf(of) === 'os.environ') return [variableOf(text, undefined, around.env)]
  if (text === undefined) return [unknown]
  if (of.kind === 'member' && of.name === 'parents' && nameOf(of.of) === pathClass)
    return inner(of.of).map(({ path }) =>
      /^\d{1,2}$/.test(text) ? valueOfPath(parentPath(path, Number(text) + 1)) : unknown,
    )
  if (nameOf(of) === 'sys.path' && text === '0') return [valueOfPath(pathBetween(around.path, ''))]
  const value = resolve(of)
  if (value.kind === 'dictionary') {
    const field = value.fields.get(text)
    return field === undefined ? [unknown] : inner(field)
  }
  if (value.kind === 'list') {
    const item = value.items.at(/^-?\d+$/.test(text) ? Number(text) : Number.NaN)
    return item === undefined || !/^-?\d+$/.test(text) ? [unknown] : inner(item)
  }
  return value.kind === 'call' ? ofCall(value, text, { inner, nameOf }) : [unknown]
}

/** https://docs.python.org/3/library/os.path.html#os.path.splitext */
function ofCall(
  { callee, args: [first] }: PythonCall,
  key: string,
  { inner, nameOf }: Pick<Work, 'inner' | 'nameOf'>,
): readonly Value[] {
  const name = nameOf(callee)
  if (first === undefined || key !== '0') return [unknown]
  if (name === 'os.path.splitext')
    return inner(first).map(({ path }) =>
      valueOfPath(renamed(path, (file) => file.replace(/(?<=.)\.[^.]*$/, ''))),
    )
  if (name === 'os.path.split') return inner(first).map(({ path }) => valueOfPath(parentPath(path)))
  return [unknown]
}

/** `'/'.join([a, b])`, `os.sep.join(...)` */
export function joinedItems(
  between: Expression,
  list: Expression | undefined,
  { inner, resolve }: Work,
): readonly Value[] {
  const items = list === undefined ? undefined : resolve(list)
  if (items?.kind !== 'list' || items.items.length > 20) return [unknown]
  const parts = items.items.flatMap((item, i) => (i === 0 ? [item] : [between, item]))
  return combined(parts.map(inner), joinedText)
}

/** Functions that name a file by the package that it is in: https://docs.python.org/3/library/importlib.resources.html */
const inPackage =
  /^(pkgutil\.get_data|(importlib\.resources|importlib_resources)\.(files|path|open_text|open_binary|read_text|read_binary|contents|is_resource)|pkg_resources\.resource_\w+|jinja2(\.loaders)?\.PackageLoader)$/

/** Whether a function is handed a package and the name of a file in it. */
export const isOfPackage = (name: string): boolean => inPackage.test(name)

/** The place of a file that is named by its package; undefined for another function. */
export function valueOfPackage(
  name: string,
  { args: [module, ...names] }: PythonCall,
  { inner, nameOf, around }: Work,
): readonly Value[] | undefined {
  if (/\.as_file$/.test(name)) return module === undefined ? [unknown] : inner(module)
  if (!inPackage.test(name)) return undefined
  if (module === undefined) return [unknown]
  const folder = folderOfModule(module, { inner, nameOf, around })
  if (folder === undefined) return [unknown]
  // The loader of templates has a folder of its own where nobody names one.
  const inside = names.length === 0 && name.endsWith('PackageLoader') ? [literal('templates')] : []
  return combined([...names.map(inner), inside.length === 0 ? [literal('')] : inside], (parts) =>
    valueOfPath(joinPaths([folder, ...parts.map(({ path }) => path)])),
  )
}

function folderOfModule(
  module: Expression,
  { inner, nameOf, around }: Pick<Work, 'inner' | 'nameOf' | 'around'>,
) {
  const own = nameOf(module)
  if (own === '__name__' || own === '__package__')
    return pathBetween(around.path, folderOfFile(around.path))
  const [value, ...others] = inner(module)
  const text = value === undefined || others.length > 0 ? undefined : textOf(value)
  const name = text ?? own
  const folder = name === undefined ? undefined : around.folderOf(name, around.path)
  return folder === undefined ? undefined : pathBetween(around.path, folder)
}

const folderOfFile = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), 0))
