import type { Node } from 'oxc-parser'
import {
  concatenateAll,
  homeFolder,
  isKnown,
  joinPaths,
  literalPath,
  ownFolder,
  parentPath,
  temporaryFolder,
  unknownPath,
  workingFolder,
  type PathValue,
} from '../../path-value.ts'
import { calleeOf, importedAs } from './callee.ts'
import { variableOf } from './environment.ts'
import { bindingOf, type Scope } from './scope.ts'
import { bare, nameOf, stringOf } from './syntax.ts'

/** What expressions of one module stand for. */
export interface Values {
  /** The values that an expression can have; one of base 'unknown' with an empty path where nothing is known. */
  readonly paths: (node: Node, scope: Scope) => readonly PathValue[]
}

/** More ways than these are not known. */
const maxValues = 16
const maxDepth = 100

type CallNode = Extract<Node, { type: 'CallExpression' | 'NewExpression' }>

/** Reads the values of a module. `file` is its own name, `env` what the image's ENV says. Each expression is worked out once. */
export function readValues(file: string, env: (name: string) => string | undefined): Values {
  const known = new Map<Node, readonly PathValue[]>()
  let depth = 0

  function paths(node: Node, scope: Scope): readonly PathValue[] {
    const before = known.get(node)
    if (before !== undefined) return before
    if (depth > maxDepth) return [unknownPath]
    // What stands for itself, in a circle, is not known.
    known.set(node, [unknownPath])
    depth++
    const found = worked(bare(node), scope)
    depth--
    const values = found.length === 0 || found.length > maxValues ? [unknownPath] : found
    known.set(node, values)
    return values
  }

  function worked(node: Node, scope: Scope): readonly PathValue[] {
    const text = stringOf(node) ?? numberOf(node)
    if (text !== undefined) return [literalPath(text)]
    switch (node.type) {
      case 'TemplateLiteral':
        return combine(
          node.quasis.flatMap((part, i) => {
            const next = node.expressions[i]
            const own = part.value.cooked ?? ''
            return [
              ...(own === '' ? [] : [[literalPath(own)]]),
              ...(next === undefined ? [] : [paths(next, scope)]),
            ]
          }),
          concatenateAll,
        )
      case 'BinaryExpression':
        return node.operator === '+'
          ? combine([paths(node.left, scope), paths(node.right, scope)], concatenateAll)
          : [unknownPath]
      case 'UnaryExpression':
        return node.operator === '+' ? paths(node.argument, scope) : [unknownPath]
      case 'LogicalExpression': {
        const left = node.operator === '&&' ? [] : paths(node.left, scope)
        // `process.env.DATA || 'data'`: the default, unless the image sets it.
        return left.some(isKnown) ? left : paths(node.right, scope)
      }
      case 'ConditionalExpression':
        return [...paths(node.consequent, scope), ...paths(node.alternate, scope)]
      case 'Identifier':
        return named(node.name, scope)
      case 'MemberExpression':
        return member(node, scope)
      case 'CallExpression':
      case 'NewExpression':
        return called(node, scope)
      default:
        return [unknownPath]
    }
  }

  function named(name: string, scope: Scope): readonly PathValue[] {
    const binding = bindingOf(name, scope)
    if (binding?.kind === 'value') return paths(binding.node, binding.scope)
    if (binding?.kind === 'import' && binding.from.module === 'app-root-path')
      return [workingFolder]
    if (binding !== undefined) return [unknownPath]
    if (name === '__dirname') return [ownFolder]
    return [name === '__filename' ? { ...ownFolder, path: file } : unknownPath]
  }

  function member(
    node: Extract<Node, { type: 'MemberExpression' }>,
    scope: Scope,
  ): readonly PathValue[] {
    const object = bare(node.object)
    const name = nameOf(node.property)
    if (object.type === 'MetaProperty') {
      if (name === 'dirname') return [ownFolder]
      if (name === 'url' || name === 'filename') return [{ ...ownFolder, path: file }]
    }
    const variable = variableOf(node, scope)
    const value = variable === undefined ? undefined : env(variable)
    if (value !== undefined) return [literalPath(value)]
    if (variable === 'HOME') return [homeFolder]
    if (name === 'path' && importedAs(object, scope)?.module === 'app-root-path')
      return [workingFolder]
    const isLocation = name === 'pathname' || name === 'href'
    return isLocation && object.type === 'NewExpression' ? paths(object, scope) : [unknownPath]
  }

  function called(node: CallNode, scope: Scope): readonly PathValue[] {
    const callee = calleeOf(node.callee, scope)
    const first = node.arguments[0]
    const one = () => (first === undefined ? [unknownPath] : paths(first, scope))
    const all = () => node.arguments.map((argument) => paths(argument, scope))
    switch (callee?.name) {
      case 'join':
      case 'resolve':
      case 'normalize': {
        const join = callee.name === 'resolve' ? joinPaths : joinBelow
        if (callee.module === 'path' || callee.object === 'path') return combine(all(), join)
        if (callee.module === 'app-root-path')
          return combine([[workingFolder], ...all()], joinBelow)
        // `require.resolve('./worker.js')`
        const isOwn = callee.object === 'require' && stringOf(first)?.startsWith('.') === true
        return isOwn ? one().map((value) => joinPaths([ownFolder, value])) : [unknownPath]
      }
      case 'dirname':
        return one().map((value) => parentPath(value))
      case 'cwd':
        return [callee.object === 'process' ? workingFolder : unknownPath]
      case 'fileURLToPath':
      case 'pathToFileURL':
      case 'String':
      case 'Number':
      case 'parseInt':
      // express-generator's own
      case 'normalizePort':
        return one()
      case 'URL':
        return combine(all(), ([path = unknownPath, base = unknownPath]) =>
          base.base === 'own-folder' ? joinPaths([parentPath(base), path]) : unknownPath,
        )
      case 'tmpdir':
        return [temporaryFolder]
      case 'homedir':
        return [homeFolder]
      default:
        return [unknownPath]
    }
  }

  return { paths }
}

/** Every way to take one value of each part; none where they are too many. */
function combine(
  parts: readonly (readonly PathValue[])[],
  join: (values: readonly PathValue[]) => PathValue,
): readonly PathValue[] {
  let ways: (readonly PathValue[])[] = [[]]
  for (const part of parts) {
    if (ways.length * part.length > maxValues) return [unknownPath]
    ways = ways.flatMap((way) => part.map((value) => [...way, value]))
  }
  return ways.map(join)
}

/** path.join: a slash at a later part's start does not begin anew. */
function joinBelow([first, ...rest]: readonly PathValue[]): PathValue {
  return joinPaths([
    first ?? unknownPath,
    ...rest.map((value): PathValue =>
      value.base === 'root' ? { ...value, base: 'cwd', path: value.path.slice(1) } : value,
    ),
  ])
}

const numberOf = (node: Node) =>
  node.type === 'Literal' && typeof node.value === 'number' ? String(node.value) : undefined
