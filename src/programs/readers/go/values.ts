import type { Argument } from '../../call.ts'
import { askedPath, concatenatePaths, homeFolder, unknownPath } from '../../path-value.ts'
import { namedIn, valueOfName, type Expression, type Scope } from './expression.ts'
import { moduleOf } from './module-of.ts'
import { bindingOf, resultOf } from './result-of.ts'
import { asked, literal, mark, unknown, valueOfCall, type Value } from './value-of-call.ts'

const maxDepth = 30
/** Functions that call each other deeper tell of no setting. */
const maxCalls = 3
/** Names that are given more values are no settings. */
const maxValues = 8
/** Nobody writes a longer path or command. */
const maxLength = 4096

/** What values depend on beside the file that they stand in. */
export interface Surroundings {
  /** What the image's ENV says. */
  readonly env: (name: string) => string | undefined
  /** Where a source stood in the image when it was compiled. */
  readonly imagePath: (path: string) => string | undefined
  /** The names of a package of the project, by its import path. */
  readonly namesOf: (importPath: string) => Scope | undefined
}

/** Works out arguments of calls when they are asked for; each expression once. */
export function argumentReader(around: Surroundings): (expression: Expression) => Argument {
  const known = new Map<Expression, readonly Value[]>()
  const valuesOf = (expression: Expression, depth: number, calls: number): readonly Value[] => {
    if (depth > maxDepth) return [unknown]
    const before = known.get(expression)
    if (before !== undefined) return before
    // What stands for itself, in a circle, is not known.
    known.set(expression, [unknown])
    const inner = (next: Expression) => valuesOf(next, depth + 1, calls)
    const call = (next: Expression) =>
      calls < maxCalls ? valuesOf(next, depth, calls + 1) : [unknown]
    const found = worked(resolved(expression), inner, call, around)
    known.set(expression, found)
    return found
  }
  const argumentOf = (expression: Expression): Argument => ({
    paths: () => valuesOf(expression, 0, 0).map(({ path }) => path),
    text: (other) => {
      const [first = mark, ...more] = new Set(valuesOf(expression, 0, 0).map(({ text }) => text))
      const text = more.length > 0 ? mark : first
      return other === undefined && text.includes(mark)
        ? undefined
        : text.replaceAll(mark, other ?? '')
    },
    items: () => {
      const value = resolved(expression)
      return value.kind === 'composite' && value.fields.size === 0
        ? value.items.map(argumentOf)
        : undefined
    },
    option: (name) => {
      const value = resolved(expression)
      const field = value.kind === 'composite' ? value.fields.get(name) : undefined
      return field === undefined ? undefined : argumentOf(field)
    },
  })
  return argumentOf
}

/** What a name stands for. */
function resolved(expression: Expression, depth = 0): Expression {
  if (expression.kind !== 'name' || depth > maxDepth) return expression
  const value = valueOfName(expression.name, expression.scope)
  return value === undefined ? expression : resolved(value, depth + 1)
}

type Read = (expression: Expression) => readonly Value[]

function worked(
  value: Expression,
  inner: Read,
  call: Read,
  around: Surroundings,
): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return [literal(value.text)]
    case 'name': {
      const binding = namedIn(value.scope, value.name)
      return binding?.isOpen === false ? oneOf(binding.values, inner) : [unknown]
    }
    // What a function gives with a default: that does not count where the image sets the variable.
    case 'either': {
      const values = oneOf(value.of, inner)
      const set = values.filter(({ variable }) => variable === 'set')
      return set.length > 0 ? set : values
    }
    // `os.O_CREATE`
    case 'member': {
      if (isPathOfRequest(value)) return [asked]
      const { module, name } = moduleOf(value)
      const declared = bindingOf(value, around.namesOf)
      if (declared?.isOpen === false) return oneOf(declared.values, inner)
      // `build.Default.GOPATH`
      if (module === 'go/build' && /^GO(PATH|ROOT)$/.test(name)) {
        const folder = around.env(name)
        return [folder === undefined || folder === '' ? unknown : literal(folder)]
      }
      // `usr.HomeDir` of `user.Current()`
      if (module === 'os/user' && name === 'HomeDir') return [{ path: homeFolder, text: mark }]
      return [{ path: unknownPath, text: module === 'os' || module === 'syscall' ? name : mark }]
    }
    case 'flags':
      return combined(value.parts.map(inner), (parts) => ({
        path: unknownPath,
        text: parts.map(({ text }) => text).join('|'),
      }))
    case 'sum':
      return combined(
        [inner(value.left), inner(value.right)],
        ([left = unknown, right = unknown]) => ({
          path: concatenatePaths(left.path, right.path),
          text: left.text + right.text,
        }),
      )
    case 'part':
      return inner(value.of).map((whole) => (whole.path === askedPath ? whole : unknown))
    case 'call': {
      const result = resultOf(value, around.namesOf)
      if (result !== undefined) return call(result)
      const { module = '', name } = moduleOf(value.callee)
      return combined(value.args.map(inner), (args) =>
        valueOfCall(`${module}.${name}`, args, around.env),
      )
    }
    // A file that is compiled in elsewhere is another: only the call's own is known.
    case 'source': {
      const { call, scope } = value
      const isOwn =
        call.kind === 'call' &&
        moduleOf(call.callee).module === 'runtime' &&
        call.args[0] !== undefined &&
        inner(call.args[0]).every(({ text }) => text === '0')
      const path = isOwn ? around.imagePath(scope.path) : undefined
      return [path === undefined ? unknown : literal(path)]
    }
    default:
      return [unknown]
  }
}

/** `request.URL.Path` */
const isPathOfRequest = ({ of, name }: Extract<Expression, { kind: 'member' }>): boolean =>
  (name === 'Path' && of.kind === 'member' && of.name === 'URL') || name === 'RequestURI'

/** The values of several expressions. A default counts where the environment could say otherwise. */
function oneOf(all: readonly Expression[], read: Read): readonly Value[] {
  if (all.length === 0 || all.length > maxValues) return [unknown]
  const values = all.flatMap(read)
  const known = values.filter(({ variable }) => variable !== 'unset')
  return known.length > 0 ? known : values.slice(0, 1)
}

/** Each combination of values; unknown where that are too many. */
function combined(
  parts: readonly (readonly Value[])[],
  make: (values: readonly Value[]) => Value,
): readonly Value[] {
  let rows: readonly (readonly Value[])[] = [[]]
  for (const values of parts) {
    rows = rows.flatMap((row) => values.map((value) => [...row, value]))
    if (rows.length > maxValues) return [unknown]
  }
  return rows.map((row) => {
    const made = make(row)
    return made.text.length > maxLength || made.path.path.length > maxLength ? unknown : made
  })
}
