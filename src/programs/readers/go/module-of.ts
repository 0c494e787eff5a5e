import { namedIn, valueOfName, type Expression } from './expression.ts'

/** The function or type that an expression names: its package, what stands before the name, the name. */
export interface Named {
  readonly module: string | undefined
  readonly object: string | undefined
  readonly name: string
}

const maxDepth = 20

/**
 * `os.Create` is of 'os', whatever the file calls it. A method is of the package whose function made its value: `v.ReadInConfig()` after
 * `v := viper.New()`.
 */
export function moduleOf(callee: Expression, depth = 0): Named {
  if (depth > maxDepth) return { module: undefined, object: undefined, name: '' }
  switch (callee.kind) {
    case 'name': {
      const [dot, ...others] = /^[A-Z]/.test(callee.name) ? callee.scope.imported.dots : []
      const module = others.length > 0 ? undefined : dot
      return { module, object: undefined, name: callee.name }
    }
    case 'member': {
      const { of, name } = callee
      if (of.kind !== 'name') {
        const inner = of.kind === 'call' ? of.callee : of.kind === 'composite' ? of.type : of
        const before = moduleOf(inner, depth + 1)
        return { module: ofValue(before.module), object: before.name, name }
      }
      const value = valueOfName(of.name, of.scope)
      if (value?.kind === 'call' || value?.kind === 'composite' || value?.kind === 'member') {
        const maker =
          value.kind === 'call' ? value.callee : value.kind === 'composite' ? value.type : value
        const { module } = moduleOf(maker, depth + 1)
        return { module: ofValue(module), object: of.name, name }
      }
      // A parameter can hide a package: `func run(exec Runner) { exec.Command("x") }`.
      const isHidden = namedIn(of.scope, of.name) !== undefined
      return {
        module: isHidden ? undefined : of.scope.imported.packages.get(of.name),
        object: of.name,
        name,
      }
    }
    default:
      return { module: undefined, object: undefined, name: '' }
  }
}

/** The module of a value's methods. Those of a file are no functions of os: `file.Truncate(0)`. */
const ofValue = (module: string | undefined) => (module === 'os' ? undefined : module)

/** The name that a package has where an import gives none: the last part of its path, versions left out. */
export function packageName(path: string): string {
  const parts = path.split('/')
  const last = /^v\d+$/.test(parts.at(-1) ?? '') && parts.length > 1 ? parts.at(-2) : parts.at(-1)
  // gopkg.in/yaml.v3, github.com/mattn/go-sqlite3
  return (last ?? '').replace(/\.v\d+$/, '').replace(/^go-|[-.]go$/g, '')
}

/** Paths of others begin with a host: https://go.dev/ref/mod#module-path */
export const isStandard = (path: string) => !(path.split('/')[0] ?? '').includes('.')
