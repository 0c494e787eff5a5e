import type { Argument } from '../../call.ts'
import {
  concatenateAll,
  concatenatePaths,
  homeFolder,
  isKnown,
  joinPaths,
  literalPath,
  parentPath,
  temporaryFolder,
  unknownPath,
  workingFolder,
  type PathValue,
} from '../../path-value.ts'
import { namedIn, valueOfName, type Expression } from './expression.ts'
import { moduleOf, type ImportedNames } from './module-of.ts'

const maxDepth = 30
/** Names that are given more values are no settings. */
const maxValues = 8

/** An argument of a call; what it says is worked out when it is asked for. */
export function argumentOf(expression: Expression, imported: ImportedNames): Argument {
  return {
    paths: () => alternatives(expression).map((value) => pathOf(value, imported, 0)),
    text: (unknown) => textOf(expression, imported, unknown, 0),
    items: () => {
      const value = resolved(expression)
      return value.kind === 'composite' && value.fields.size === 0
        ? value.items.map((item) => argumentOf(item, imported))
        : undefined
    },
    option: (name) => {
      const value = resolved(expression)
      const field = value.kind === 'composite' ? value.fields.get(name) : undefined
      return field === undefined ? undefined : argumentOf(field, imported)
    },
  }
}

/** What an argument can be: each of the values that a name is given, `dir = os.Getenv("DIR")` and `dir = "data"`. */
function alternatives(expression: Expression): readonly Expression[] {
  const value = resolved(expression)
  const binding = value.kind === 'name' ? namedIn(value.scope, value.name) : undefined
  const values = binding?.isOpen === false ? binding.values : []
  return values.length < 2 || values.length > maxValues ? [value] : values
}

/** What a name stands for. */
export function resolved(expression: Expression, depth = 0): Expression {
  if (expression.kind !== 'name' || depth > maxDepth) return expression
  const value = valueOfName(expression.name, expression.scope)
  return value === undefined ? expression : resolved(value, depth + 1)
}

function pathOf(expression: Expression, imported: ImportedNames, depth: number): PathValue {
  if (depth > maxDepth) return unknownPath
  const inner = (next: Expression | undefined) =>
    next === undefined ? unknownPath : pathOf(next, imported, depth + 1)
  const value = resolved(expression)
  switch (value.kind) {
    case 'text':
      return literalPath(value.text)
    case 'sum':
      return concatenatePaths(inner(value.left), inner(value.right))
    case 'call':
      return pathOfCall(value, imported, inner)
    default:
      return unknownPath
  }
}

function pathOfCall(
  { callee, args }: Extract<Expression, { kind: 'call' }>,
  imported: ImportedNames,
  inner: (next: Expression | undefined) => PathValue,
): PathValue {
  const { module, name } = moduleOf(callee, imported)
  const [first] = args
  switch (`${module ?? ''}.${name}`) {
    case 'path/filepath.Join':
    case 'path.Join':
      return joined(args.map(inner))
    case 'path/filepath.Dir':
    case 'path.Dir':
      return parentPath(inner(first))
    case 'path/filepath.Clean':
    case 'path/filepath.Abs':
    case 'path/filepath.FromSlash':
    case 'path/filepath.ToSlash':
    case 'path.Clean':
    case 'strings.TrimSpace':
      return inner(first)
    case 'fmt.Sprintf':
      return formatted(inner(first), args.slice(1).map(inner))
    case 'fmt.Sprint':
      return concatenateAll(args.map(inner))
    case 'os.TempDir':
      return temporaryFolder
    case 'os.Getwd':
      return workingFolder
    case 'os.UserHomeDir':
    case 'os.UserConfigDir':
    case 'os.UserCacheDir':
      return homeFolder
    default:
      return module === undefined && name === 'string' ? inner(first) : unknownPath
  }
}

/** `filepath.Join("a", "/b")` is a/b. What leads up from something that is not known may end anywhere. */
function joined([first = unknownPath, ...rest]: readonly PathValue[]): PathValue {
  const parts = rest.map((part) =>
    part.base === 'root' ? { ...part, base: 'cwd' as const, path: part.path.slice(1) } : part,
  )
  const leadsUp = parts.some(({ path }) => path.split('/').includes('..'))
  return leadsUp && parts.some((part) => !isKnown(part))
    ? unknownPath
    : joinPaths([first, ...parts])
}

/** https://pkg.go.dev/fmt */
function formatted(format: PathValue, args: readonly PathValue[]): PathValue {
  if (!isKnown(format) || format.isPrefix) return unknownPath
  let next = 0
  const parts = format.path.split(/(%[-+# 0]*[\d.]*[a-zA-Z%])/).map((part) => {
    if (!/^%./.test(part)) return literalPath(part)
    return part === '%%' ? literalPath('%') : (args[next++] ?? unknownPath)
  })
  return concatenateAll(parts.filter(({ path, base }) => path !== '' || base !== 'cwd'))
}

function textOf(
  expression: Expression,
  imported: ImportedNames,
  unknown: string | undefined,
  depth: number,
): string | undefined {
  if (depth > maxDepth) return unknown
  const inner = (next: Expression | undefined) =>
    next === undefined ? unknown : textOf(next, imported, unknown, depth + 1)
  const value = resolved(expression)
  switch (value.kind) {
    case 'text':
      return value.text
    // `os.O_CREATE`
    case 'member': {
      const { module, name } = moduleOf(value, imported)
      return module === 'os' || module === 'syscall' ? name : unknown
    }
    case 'flags': {
      const parts = value.parts.map(inner)
      return parts.includes(undefined) ? unknown : parts.join('|')
    }
    case 'sum': {
      const left = inner(value.left)
      const right = inner(value.right)
      return left === undefined || right === undefined ? unknown : left + right
    }
    case 'call': {
      const { module, name } = moduleOf(value.callee, imported)
      if (module === 'strconv' && name === 'Itoa') return inner(value.args[0])
      if (module !== 'fmt' || name !== 'Sprintf') return unknown
      const format = inner(value.args[0])
      let next = 1
      const texts = format?.split(/(%[-+# 0]*[\d.]*[a-zA-Z%])/).map((part) => {
        if (!/^%./.test(part)) return part
        return part === '%%' ? '%' : inner(value.args[next++])
      })
      return texts === undefined || texts.includes(undefined) ? unknown : texts.join('')
    }
    default:
      return unknown
  }
}
