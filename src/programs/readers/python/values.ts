import type { Argument } from '../../call.ts'
import { parentPath, unknownPath } from '../../path-value.ts'
import { fileOf, namedIn, writtenName, type Expression, type PythonCall } from './expression.ts'
import { joinedItems, valueOfItem, valueOfPackage } from './value-of-item.ts'
import { attributeOf, pathClass, wholeNames, type WholeName } from './names.ts'
import { isReference, itemsOf, nextOf, withoutSplats, type Reading } from './resolved.ts'
import { combined, instanceFolder, oneOf, pathBetween, type Surroundings } from './surroundings.ts'
import { constants, joined, valueOfCall } from './value-of-call.ts'
import { valueOfMethod } from './value-of-method.ts'
import {
  formatted,
  joinedText,
  literal,
  mark,
  nothing,
  unknown,
  valueOfPath,
  type Value,
} from './value.ts'

const maxDepth = 40
/** Functions that call each other deeper tell of no setting. */
const maxCalls = 3

/** What reads the expressions of one source. */
export interface ValueReader {
  readonly nameOf: WholeName
  readonly argumentOf: (expression: Expression) => Argument
  /** The arguments by their places: `*words` is a list that may be written out. */
  readonly argumentsOf: (call: PythonCall) => readonly Expression[]
  /** What a name stands for, where it is given one value. */
  readonly resolve: (expression: Expression) => Expression
}

/** Works out arguments of calls when they are asked for; each expression once. */
export function valueReader(around: Surroundings): ValueReader {
  const nameOf = wholeNames(around.lookUp)
  const known = new Map<Expression, readonly Value[]>()
  const elsewhere = (expression: Expression): Expression | undefined => {
    const name = writtenName(expression)
    return name === undefined ? undefined : around.lookUp(name, fileOf(expression))
  }
  const resolve = (expression: Expression, depth = 0): Expression => {
    if (depth > maxDepth) return expression
    const next = nextOf(expression) ?? (isReference(expression) ? elsewhere(expression) : undefined)
    return next === undefined ? expression : resolve(next, depth + 1)
  }
  const valuesOf = (expression: Expression, depth: number, calls: number): readonly Value[] => {
    if (depth > maxDepth) return [unknown]
    const before = known.get(expression)
    if (before !== undefined) return before
    // What stands for itself, in a circle, is not known.
    known.set(expression, [unknown])
    const inner = (next: Expression) => valuesOf(next, depth + 1, calls)
    const call = (next: Expression) =>
      calls < maxCalls ? valuesOf(next, depth + 1, calls + 1) : [unknown]
    const found = worked(expression, { inner, call, nameOf, resolve, elsewhere, around })
    known.set(expression, found)
    return found
  }
  const argumentOf = (expression: Expression): Argument => ({
    paths: () =>
      valuesOf(expression, 0, 0).flatMap((value) =>
        value === nothing || isAddress(value.path) ? [] : value.path,
      ),
    text: (other) => {
      const [first = mark, ...more] = new Set(valuesOf(expression, 0, 0).map(({ text }) => text))
      const text = more.length > 0 ? mark : first
      return other === undefined && text.includes(mark)
        ? undefined
        : text.replaceAll(mark, other ?? '')
    },
    items: () => itemsOf(resolve(expression), reading)?.map(argumentOf),
    isWritten: () => resolve(expression).kind === 'dictionary',
    option: (name) => {
      const value = resolve(expression)
      const field = value.kind === 'dictionary' ? value.fields.get(name) : undefined
      return field === undefined ? undefined : argumentOf(field)
    },
  })
  const reading: Reading = {
    nameOf,
    resolve: (expression) => resolve(expression),
    textOf: (expression) => argumentOf(expression).text(mark),
  }
  return { ...reading, argumentOf, argumentsOf: ({ args }) => withoutSplats(args, reading) }
}

/** An address of a server, of whatever kind; files and databases of SQLite are none. */
const isAddress = ({ base, path }: { readonly base: string; readonly path: string }) =>
  base === 'cwd' && /^(?!file:|sqlite)[a-z][a-z\d+.-]*:\/\//.test(path)

/** What the work on one expression asks of the others. */
interface Work {
  readonly inner: (expression: Expression) => readonly Value[]
  readonly call: (expression: Expression) => readonly Value[]
  readonly nameOf: WholeName
  readonly resolve: (expression: Expression) => Expression
  readonly elsewhere: (expression: Expression) => Expression | undefined
  readonly around: Surroundings
}

function worked(value: Expression, work: Work): readonly Value[] {
  const { inner, nameOf, around } = work
  switch (value.kind) {
    case 'text':
      return [literal(value.text)]
    case 'none':
      return [nothing]
    case 'file':
      return [valueOfPath(pathBetween(around.path, value.path))]
    case 'name': {
      const binding = namedIn(value.scope, value.name)
      if (binding !== undefined) return binding.isOpen ? [unknown] : oneOf(binding.values, inner)
      return reference(value, work)
    }
    case 'imported':
    case 'member':
      return reference(value, work)
    case 'parts':
      return combined(value.parts.map(inner), joinedText)
    case 'slash':
      return combined([inner(value.left), inner(value.right)], (sides) =>
        valueOfPath(joined(sides)),
      )
    case 'format':
      return combined([value.format, ...value.args].map(inner), ([format = unknown, ...args]) =>
        formatted(format, /%(?:\((\w+)\))?[-+ #0]*[\d.]*[sdrif]/, (_, at) => args[at]),
      )
    case 'either':
    case 'or': {
      const values = oneOf(value.of, inner)
      const set = values.filter(({ variable }) => variable === 'set')
      return set.length > 0 ? set : values
    }
    case 'each': {
      const list = work.resolve(value.of)
      if (list.kind === 'list') return oneOf(list.items, inner)
      return nameOf(value) === pathClass ? inner(value.of) : [unknown]
    }
    case 'item':
      return valueOfItem(value, work)
    case 'call':
      return called(value, work)
    default:
      return [unknown]
  }
}

/** The application, whoever asks for it. */
const ofFlask = /^(flask|quart)\.(Flask|Quart|current_app)$/

function reference(
  value: Extract<Expression, { kind: 'imported' | 'member' | 'name' }>,
  { inner, nameOf, elsewhere, around }: Work,
): readonly Value[] {
  const name = nameOf(value) ?? ''
  const constant = constants.get(name)
  if (constant !== undefined) return [constant]
  // Flags: `socket.SOCK_RAW`, `os.O_CREAT`
  if (/^(socket|os)\.[A-Z_]+$/.test(name)) return [{ path: unknownPath, text: name }]
  if (value.kind === 'member') {
    if (value.name === 'instance_path' && ofFlask.test(nameOf(value.of) ?? ''))
      return [valueOfPath(instanceFolder(around))]
    const own = attributeOf(value.of, value.name)
    if (own !== undefined) return oneOf(own, inner)
    if (nameOf(value.of) === pathClass && value.name === 'parent')
      return inner(value.of).map(({ path }) => valueOfPath(parentPath(path)))
  }
  const found = elsewhere(value)
  return found === undefined ? [unknown] : inner(found)
}

function called(value: PythonCall, work: Work): readonly Value[] {
  const { inner, call, nameOf, resolve, around } = work
  const own = resolve(value.callee)
  if (own.kind === 'function')
    return own.returns.length === 0 ? [unknown] : oneOf(own.returns, call)
  const name = nameOf(value.callee)
  const { callee, args } = value
  const ofPackage = name === undefined ? undefined : valueOfPackage(name, value, work)
  if (ofPackage !== undefined) return ofPackage
  const of = callee.kind === 'member' ? inner(callee.of) : [unknown]
  if (callee.kind === 'member' && callee.name === 'join' && /^(os\.sep\.join)?$/.test(name ?? ''))
    return joinedItems(callee.of, args[0], work)
  const named = (key: string): Value | undefined => {
    const given = value.named.get(key)
    return given === undefined ? (value.hasOthers ? unknown : undefined) : inner(given)[0]
  }
  return combined([of, ...args.map(inner)], ([receiver = unknown, ...given]) => {
    const values = { args: given, named, of: receiver }
    if (name !== undefined) return valueOfCall(name, values, around.env)
    const method = callee.kind === 'member' ? callee.name : ''
    return valueOfMethod(method, values) ?? unknown
  })
}
