import {
  fileOf,
  inModule,
  namedIn,
  writtenName,
  type Expression,
  type Scope,
} from './expression.ts'

/** The class of paths, whatever module brings it. https://docs.python.org/3/library/pathlib.html */
export const pathClass = 'pathlib.Path'

/** The class of files that a request brings. https://werkzeug.palletsprojects.com/en/stable/datastructures/#werkzeug.datastructures.FileStorage */
export const uploadClass = 'werkzeug.datastructures.FileStorage'

const pathClasses: ReadonlySet<string> = new Set(
  'pathlib.PosixPath pathlib.PurePath pathlib.PurePosixPath pathlib2.Path anyio.Path aiopath.AsyncPath py.path.local'.split(
    ' ',
  ),
)

/** What gives a path again, be it called or not. */
const givesPath: ReadonlySet<string> = new Set(
  'parent parents resolve absolute joinpath with_name with_suffix with_stem expanduser relative_to rename replace readlink cwd home iterdir glob rglob'.split(
    ' ',
  ),
)

/** Functions that hand out a path. https://docs.python.org/3/library/importlib.resources.html */
const pathFunctions = /^(importlib\.resources|importlib_resources)\.(files|path|as_file)$/

const deepest = 30

/** What a name or an expression is, by its whole name: 'os.path.join', 'flask.Flask' for what is made of it, 'open' for what Python brings. */
export type WholeName = (expression: Expression) => string | undefined

/** What a name of another file of the project stands for. */
type LookUp = (name: string, from: string) => Expression | undefined

/** Tells whole names; each expression is asked once. */
export function wholeNames(lookUp: LookUp): WholeName {
  const known = new Map<Expression, string | undefined>()
  const nameOf = (expression: Expression, depth: number): string | undefined => {
    if (depth > deepest) return undefined
    if (known.has(expression)) return known.get(expression)
    known.set(expression, undefined)
    const inner = (next: Expression) => nameOf(next, depth + 1)
    const own = named(expression, inner)
    const other =
      expression.kind === 'imported' || expression.kind === 'member'
        ? lookUp(writtenName(expression) ?? '', fileOf(expression))
        : resultOf(expression)
    const found = (other && inner(other)) ?? own
    known.set(expression, found)
    return found
  }
  /** What a function of the project gives, by the first of its returns. */
  const resultOf = (expression: Expression): Expression | undefined => {
    if (expression.kind !== 'call') return undefined
    let at: Expression | undefined = expression.callee
    for (let i = 0; at !== undefined && i < deepest; i++) {
      if (at.kind === 'function') return at.returns[0]
      if (at.kind === 'name') at = namedIn(at.scope, at.name)?.values[0]
      else if (at.kind === 'imported') at = lookUp(at.name, at.from)
      else return undefined
    }
    return undefined
  }
  return (expression) => nameOf(expression, 0)
}

function named(expression: Expression, inner: WholeName): string | undefined {
  switch (expression.kind) {
    case 'imported':
      return canonical(expression.name)
    case 'name':
      return nameIn(expression.scope, expression.name, inner)
    case 'member': {
      const attribute = attributeOf(expression.of, expression.name)
      if (attribute !== undefined) return firstOf(attribute, inner)
      const of = isUnbound(expression.of) ? undefined : inner(expression.of)
      if (of === undefined) return undefined
      return of === pathClass && expression.name.startsWith('parent')
        ? pathClass
        : canonical(`${of}.${expression.name}`)
    }
    case 'call': {
      const callee = inner(expression.callee)
      const [handed] = expression.args
      // What it makes is called as the function that it is handed.
      if (callee === 'functools.partial' && handed !== undefined) return inner(handed)
      return callee === undefined ? undefined : madeBy(callee)
    }
    case 'slash':
      // A number is divided by no text.
      return (expression.right.kind === 'text' && /\D/.test(expression.right.text)) ||
        inner(expression.left) === pathClass
        ? pathClass
        : inner(expression.right)
    case 'item':
    case 'each': {
      const of = inner(expression.of)
      return of === pathClass || of === uploadClass ? of : uploadOf(of)
    }
    case 'either':
    case 'or':
      return firstOf(expression.of, inner)
    case 'class':
      return firstOf(expression.bases, inner)
    default:
      return undefined
  }
}

/** A name that comes from nowhere: of what it is, nobody knows what its attributes are. */
const isUnbound = (of: Expression) =>
  of.kind === 'name' && of.scope.stars.length === 0 && namedIn(of.scope, of.name) === undefined

const canonical = (name: string) => (pathClasses.has(name) ? pathClass : name)

/** A file that a request brings: `request.files['image']`, `request.files.getlist('images')`. */
const uploadOf = (of: string | undefined) =>
  /^(flask|quart)\.request\.files(\.(get|getlist|values|pop))?$/.test(of ?? '')
    ? uploadClass
    : undefined

/** What a call makes: an object of a class, or a path. Names of classes begin with a capital letter. */
function madeBy(callee: string): string | undefined {
  const name = callee.slice(callee.lastIndexOf('.') + 1)
  const isOfPath = callee.startsWith(`${pathClass}.`) && givesPath.has(name)
  if (isOfPath || pathFunctions.test(callee)) return pathClass
  return uploadOf(callee) ?? (/^[A-Z]/.test(name) ? callee : undefined)
}

function firstOf(all: readonly Expression[], inner: WholeName): string | undefined {
  for (const each of all) {
    const found = inner(each)
    if (found !== undefined) return found
  }
  return undefined
}

function nameIn(scope: Scope, name: string, inner: WholeName): string | undefined {
  const binding = namedIn(scope, name)
  if (binding !== undefined) return firstOf(binding.values, inner)
  const star = builtins.has(name) ? undefined : scope.stars.at(-1)
  return star === undefined ? name : canonical(inModule(star, name))
}

/** Functions of Python itself that rows know. */
const builtins: ReadonlySet<string> = new Set('open exec eval __import__ str int print'.split(' '))

/** What an attribute of an object of the file's own classes is given: `self.folder`, `Settings.folder`, `settings.folder`. */
export function attributeOf(of: Expression, name: string): readonly Expression[] | undefined {
  return classOf(of)?.names.get(name)?.values
}

/** The scope of the class that an expression is, or is made of. */
export function classOf(expression: Expression, depth = 0): Scope | undefined {
  if (depth > deepest) return undefined
  switch (expression.kind) {
    case 'class':
      return expression.scope
    case 'call':
      return classOf(expression.callee, depth + 1)
    case 'name': {
      const binding = namedIn(expression.scope, expression.name)
      const [only] = binding?.values ?? []
      return binding?.values.length === 1 && only !== undefined
        ? classOf(only, depth + 1)
        : undefined
    }
    default:
      return undefined
  }
}
