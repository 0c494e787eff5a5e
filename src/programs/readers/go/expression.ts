/** An expression of a Go source, as far as paths, words and ports are made of it. */
export type Expression =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly name: string; readonly scope: Scope }
  /** `http.DefaultServeMux`, `os.O_CREATE`. */
  | { readonly kind: 'member'; readonly of: Expression; readonly name: string }
  | { readonly kind: 'sum'; readonly left: Expression; readonly right: Expression }
  /** `a | b`: flags. */
  | { readonly kind: 'flags'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'call'
      readonly callee: Expression
      readonly args: readonly Expression[]
    }
  /** `[]string{"a"}`, `http.Server{Addr: ":80"}`. */
  | {
      readonly kind: 'composite'
      readonly type: Expression
      readonly items: readonly Expression[]
      readonly fields: ReadonlyMap<string, Expression>
    }
  /** One of these: what a function gives. */
  | { readonly kind: 'either'; readonly of: readonly Expression[] }
  /** `path[1:]`, `mux.Vars(request)["name"]`. */
  | { readonly kind: 'part'; readonly of: Expression }
  /** `runtime.Caller(0)`, of which a name takes the file: the source itself. */
  | { readonly kind: 'source'; readonly call: Expression; readonly scope: Scope }
  | GoFunction
  | { readonly kind: 'unknown' }

/** A function of a package, and what it returns: of several values, the first. */
export interface GoFunction {
  readonly kind: 'function'
  readonly parameters: readonly string[]
  readonly scope: Scope
  readonly returns: Expression[]
}

/** The packages that a file's names stand for: `cfg` => 'os' for `import cfg "os"`. */
export interface ImportedNames {
  readonly packages: ReadonlyMap<string, string>
  /** Of `import . "os"`. */
  readonly dots: readonly string[]
}

export const unknownExpression: Expression = { kind: 'unknown' }

/** What a name is given. */
export interface Binding {
  readonly values: Expression[]
  /** True where it can have a value that is not seen: a parameter, `&name`, `a, name = f()`. */
  isOpen: boolean
}

/** A function, the file, or the package with the names of all of its files. */
export interface Scope {
  readonly parent: Scope | undefined
  /** The offset where it ends. */
  readonly end: number
  readonly names: Map<string, Binding>
  /** Of the file. */
  readonly imported: ImportedNames
  /** The path of the file. */
  readonly path: string
}

export function fileScope(end: number, imported: ImportedNames, path: string): Scope {
  return { parent: undefined, end, names: new Map(), imported, path }
}

export function innerScope(parent: Scope, end: number): Scope {
  const { imported, path } = parent
  return { parent, end, names: new Map(), imported, path }
}

/** The binding of a name in this scope; made where it is not there yet. */
export function declare(scope: Scope, name: string): Binding {
  const known = scope.names.get(name)
  if (known !== undefined) return known
  const made: Binding = { values: [], isOpen: false }
  scope.names.set(name, made)
  return made
}

/** The binding that a name means here: the innermost. */
export function namedIn(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at !== undefined; at = at.parent) {
    const found = at.names.get(name)
    if (found !== undefined) return found
  }
  return undefined
}

/** What a name stands for, where it is given one value; undefined for others. */
export function valueOfName(name: string, scope: Scope): Expression | undefined {
  const binding = namedIn(scope, name)
  const [only] = binding?.values ?? []
  return binding === undefined || binding.isOpen || binding.values.length > 1 ? undefined : only
}
