/** An expression of a Python source, as far as paths, words and ports are made of it. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly scope: Scope }
  /** `os.path`, `self.folder` */
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  /** What an import brings, by its whole name: 'os', 'os.path.join', '.config.FOLDER'; `from` is the file that imports it. */
  | { readonly kind: 'imported'; readonly name: string; readonly from: string }
  /** Texts one behind the other: `a + b`, f-strings. */
  | { readonly kind: 'parts'; readonly parts: readonly Expression[] }
  /** `'%s/a' % name` */
  | { readonly kind: 'format'; readonly format: Expression; readonly args: readonly Expression[] }
  /** `folder / 'a'` */
  | { readonly kind: 'slash'; readonly left: Expression; readonly right: Expression }
  | PythonCall
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** `*words`: what is in a list stands there itself. */
  | { readonly kind: 'splat'; readonly of: Expression }
  | { readonly kind: 'dictionary'; readonly fields: ReadonlyMap<string, Expression> }
  /** `list[0]`, `os.environ['A']` */
  | { readonly kind: 'item'; readonly of: Expression; readonly key: Expression }
  /** One of these: `a if b else c`. */
  | { readonly kind: 'either'; readonly of: readonly Expression[] }
  /** `a or b`: the last where the others say nothing. */
  | { readonly kind: 'or'; readonly of: readonly Expression[] }
  /** What a loop takes of a list, one after the other. */
  | { readonly kind: 'each'; readonly of: Expression }
  /** `__file__` of the source with this path. */
  | { readonly kind: 'file'; readonly path: string }
  /** A class of the file, or what is made of it. */
  | { readonly kind: 'class'; readonly scope: Scope; readonly bases: readonly Expression[] }
  | PythonFunction
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }

/** A call, with its arguments by their places and by their names. */
export interface PythonCall {
  readonly kind: 'call'
  readonly callee: Expression
  readonly args: readonly Expression[]
  readonly named: ReadonlyMap<string, Expression>
  /** `**options`, of which nobody knows what is in it. */
  readonly hasOthers: boolean
}

/** A function of the file, and what it returns. */
export interface PythonFunction {
  readonly kind: 'function'
  readonly returns: Expression[]
}

export const unknownExpression: Expression = { kind: 'unknown' }

/** What a name is given. */
export interface Binding {
  readonly values: Expression[]
  /** True where it can have a value that is not seen: a parameter, `name += ...`. */
  isOpen: boolean
}

/** A module, a class or a function. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function'
  readonly parent: Scope | undefined
  /** The offset where it ends. */
  readonly end: number
  readonly names: Map<string, Binding>
  /** Names that `global` and `nonlocal` give to a scope around. */
  readonly outer: Set<string>
  /** Modules of `from a import *`. */
  readonly stars: string[]
  /** The path of the file. */
  readonly path: string
}

/** The scope of a whole file. */
export function moduleScope(end: number, path: string): Scope {
  const names = new Map<string, Binding>()
  return { kind: 'module', parent: undefined, end, names, outer: new Set(), stars: [], path }
}

/** A class or a function inside of another scope. */
export function innerScope(kind: 'class' | 'function', parent: Scope, end: number): Scope {
  const { stars, path } = parent
  return { kind, parent, end, names: new Map(), outer: new Set(), stars, path }
}

/** The binding of a name that is given a value in this scope; made where it is not there yet. */
export function declare(scope: Scope, name: string): Binding {
  // `global` in a module itself says nothing.
  if (scope.parent !== undefined && scope.outer.has(name)) {
    const around = namedIn(scope.parent, name)
    return around ?? declare(outermost(scope), name)
  }
  const known = scope.names.get(name)
  if (known !== undefined) return known
  const made: Binding = { values: [], isOpen: false }
  scope.names.set(name, made)
  return made
}

/** The binding that a name means here. What stands in a class is seen by its own lines alone, not by its functions. */
export function namedIn(scope: Scope | undefined, name: string): Binding | undefined {
  for (let at = scope; at !== undefined; at = at.parent) {
    const found = at === scope || at.kind !== 'class' ? at.names.get(name) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

/** A name of a module, as imports write it: '.a' and 'b' are '.a.b', '.' and 'b' are '.b'. */
export const inModule = (module: string, name: string): string =>
  module.endsWith('.') ? `${module}${name}` : `${module}.${name}`

/** The scope of the file. */
export function outermost(scope: Scope): Scope {
  let at = scope
  while (at.parent !== undefined) at = at.parent
  return at
}

/** Nobody writes a longer chain of attributes. */
const maxDepth = 40

/** The file that an expression stands in, for names of what it imports. */
export function fileOf(expression: Expression): string {
  let at = expression
  for (let i = 0; i < maxDepth; i++)
    switch (at.kind) {
      case 'imported':
        return at.from
      case 'name':
        return at.scope.path
      case 'member':
      case 'item':
        at = at.of
        break
      case 'call':
        at = at.callee
        break
      default:
        return ''
    }
  return ''
}

/** The name that an expression has by what is imported, written out: '.config.settings.folder'; of what a call gives, that of its callee. */
export function writtenName(expression: Expression, depth = 0): string | undefined {
  if (depth > maxDepth) return undefined
  switch (expression.kind) {
    case 'imported':
      return expression.name
    case 'name': {
      const { scope, name } = expression
      const binding = namedIn(scope, name)
      const star = binding === undefined ? scope.stars.at(-1) : undefined
      if (star !== undefined) return inModule(star, name)
      const [value] = binding?.values ?? []
      return value === undefined ? undefined : writtenName(value, depth + 1)
    }
    case 'member': {
      const of = writtenName(expression.of, depth + 1)
      return of === undefined ? undefined : `${of}.${expression.name}`
    }
    case 'call':
      return writtenName(expression.callee, depth + 1)
    default:
      return undefined
  }
}
