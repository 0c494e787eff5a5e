import type { Node } from 'oxc-parser'
import { posix } from 'node:path'
import { calleeOf, type Scope } from './scope.ts'
import { bare, nameOf, stringOf } from './syntax.ts'

/** A path that a source names, as far as it can be told before the program runs. */
export interface PathValue {
  /** What it is relative to: the folder the program runs in, the module's own folder, `/`, the user's home, or nobody knows. */
  readonly base: 'cwd' | 'module' | 'root' | 'home' | 'unknown'
  readonly path: string
  /** More follows that is not known: `./locales/${language}.json` => `locales/`. */
  readonly isPrefix: boolean
}

/** What a path can depend on beside the module. */
export interface PathContext {
  readonly scope: Scope
  /** Values of the image's ENV. */
  readonly env: (name: string) => string | undefined
}

const unknown: PathValue = { base: 'unknown', path: '', isPrefix: true }
const maxDepth = 8

/** The values that an expression can have; one of base 'unknown' with an empty path where nothing is known. */
export function pathsOf(node: Node, context: PathContext, depth = 0): readonly PathValue[] {
  if (depth > maxDepth) return [unknown]
  const inner = bare(node)
  const below = (next: Node) => pathsOf(next, context, depth + 1)
  const text = stringOf(inner)
  if (text !== undefined) return [textValue(text)]
  switch (inner.type) {
    case 'TemplateLiteral':
      return [
        templateValue(
          inner.quasis.map((part) => part.value.cooked ?? ''),
          inner.expressions.map((part) => below(part)[0] ?? unknown),
        ),
      ]
    case 'BinaryExpression':
      return inner.operator === '+'
        ? [concatenate(below(inner.left)[0] ?? unknown, below(inner.right)[0] ?? unknown)]
        : [unknown]
    case 'LogicalExpression': {
      const left = below(inner.left)
      // `process.env.DATA || 'data'`: the default, unless the image sets it.
      return left.some(isKnown) ? left : below(inner.right)
    }
    case 'ConditionalExpression':
      return [...below(inner.consequent), ...below(inner.alternate)]
    case 'Identifier':
      return identifierValue(inner.name, context, depth)
    case 'MemberExpression':
      return [memberValue(inner, context)]
    case 'CallExpression':
    case 'NewExpression':
      return callValue(inner, context, depth)
    default:
      return [unknown]
  }
}

export const isKnown = (value: PathValue) => value.base !== 'unknown' && value.base !== 'home'

function textValue(text: string): PathValue {
  return text.startsWith('/')
    ? { base: 'root', path: posix.normalize(text), isPrefix: false }
    : { base: 'cwd', path: text, isPrefix: false }
}

function identifierValue(name: string, context: PathContext, depth: number): readonly PathValue[] {
  if (name === '__dirname') return [{ base: 'module', path: '', isPrefix: false }]
  if (name === '__filename') return [{ base: 'module', path: '.file', isPrefix: false }]
  if (context.scope.imported.get(name)?.module === 'app-root-path')
    return [{ base: 'cwd', path: '', isPrefix: false }]
  const value = context.scope.values.get(name)
  return value === undefined ? [unknown] : pathsOf(value, context, depth + 1)
}

function memberValue(
  node: Extract<Node, { type: 'MemberExpression' }>,
  { env, scope }: PathContext,
): PathValue {
  const object = bare(node.object)
  const name = nameOf(node.property)
  if (object.type === 'MetaProperty') {
    if (name === 'dirname') return { base: 'module', path: '', isPrefix: false }
    if (name === 'url' || name === 'filename')
      return { base: 'module', path: '.file', isPrefix: false }
  }
  if (
    object.type === 'MemberExpression' &&
    nameOf(object.property) === 'env' &&
    nameOf(object.object) === 'process'
  ) {
    const value = name === undefined ? undefined : env(name)
    return value === undefined ? unknown : textValue(value)
  }
  if (
    object.type === 'Identifier' &&
    name === 'path' &&
    scope.imported.get(object.name)?.module === 'app-root-path'
  )
    return { base: 'cwd', path: '', isPrefix: false }
  return unknown
}

function callValue(
  node: Extract<Node, { type: 'CallExpression' | 'NewExpression' }>,
  context: PathContext,
  depth: number,
): readonly PathValue[] {
  const callee = calleeOf(node.callee, context.scope)
  const args = node.arguments.map((arg) => pathsOf(arg, context, depth + 1)[0] ?? unknown)
  const first = args[0] ?? unknown
  switch (callee?.name) {
    case 'join':
    case 'resolve':
    case 'normalize':
      return callee.module === 'path' || callee.object === 'path' || callee.object === undefined
        ? [joinAll(args)]
        : callee.module === 'app-root-path'
          ? [joinAll([{ base: 'cwd', path: '', isPrefix: false }, ...args])]
          : [unknown]
    case 'dirname':
      return [
        {
          ...first,
          path: first.path === '.file' ? '' : posix.dirname(first.path),
          isPrefix: false,
        },
      ]
    case 'cwd':
      return callee.object === 'process' ? [{ base: 'cwd', path: '', isPrefix: false }] : [unknown]
    case 'fileURLToPath':
    case 'String':
    case 'toString':
      return [first]
    case 'URL': {
      const base = args[1]
      return base?.base === 'module' ? [{ ...first, base: 'module' }] : [unknown]
    }
    case 'tmpdir':
      return [{ base: 'root', path: '/tmp', isPrefix: false }]
    case 'homedir':
      return [{ base: 'home', path: '', isPrefix: true }]
    default:
      return [unknown]
  }
}

/** path.join and path.resolve: what follows an unknown part is not known either, but a known part behind an unknown one is a hint. */
export function joinAll(parts: readonly PathValue[]): PathValue {
  return parts.reduce((left, right) => {
    if (left.isPrefix && left.base !== 'unknown') return left
    if (!isKnown(right)) return { ...left, isPrefix: true }
    if (right.base !== 'cwd') return right
    return { ...left, path: posix.join(left.path, right.path), isPrefix: right.isPrefix }
  })
}

function concatenate(left: PathValue, right: PathValue): PathValue {
  if (left.isPrefix && left.base !== 'unknown') return left
  if (!isKnown(right)) return cut({ ...left, isPrefix: true })
  if (right.base === 'module') return unknown
  const path = left.path + right.path
  return {
    ...left,
    path: left.base === 'root' ? path : path.replace(/^\/+/, ''),
    isPrefix: right.isPrefix,
  }
}

function templateValue(quasis: readonly string[], expressions: readonly PathValue[]): PathValue {
  let value: PathValue | undefined
  quasis.forEach((text, i) => {
    if (text !== '' || (value === undefined && expressions.length === 0))
      value = value === undefined ? textValue(text) : concatenate(value, textValue(text))
    const next = expressions[i]
    if (next !== undefined) value = value === undefined ? next : concatenate(value, next)
  })
  return value ?? unknown
}

/** `data/file-` and something: the folder is all that is known. */
function cut(value: PathValue): PathValue {
  const at = value.path.lastIndexOf('/')
  if (at < 0 && value.base === 'cwd') return unknown
  return { ...value, path: value.path.slice(0, Math.max(at, value.base === 'root' ? 1 : 0)) }
}
