import { phpCallNames } from '../../calls/php.ts'
import type { SourceLine } from '../../source-facts.ts'
import { childrenOf, type Node } from '../tree-sitter.ts'
import { callbacks } from './callbacks.ts'
import { isName, lastPart, type Names } from './names.ts'
import type { Scope, ScopedNode } from './scope.ts'

/** The nodes that call something. */
export const callNodes: readonly string[] = [
  'function_call_expression',
  'member_call_expression',
  'nullsafe_member_call_expression',
  'scoped_call_expression',
  'object_creation_expression',
  'include_expression',
  'include_once_expression',
  'require_expression',
  'require_once_expression',
  'shell_command_expression',
]

/** A call as it is found; what it is of may only be known when all of the source is read. */
export interface FoundCall extends ScopedNode {
  readonly at: SourceLine
  /** In small letters; undefined for a function that a variable names. */
  readonly name: string | undefined
  readonly module: ModuleOf
}

/** What a call is of. */
export type ModuleOf =
  /** In small letters: the name in the source's namespace, and the one without a namespace; one of them is meant. */
  | { readonly kind: 'function'; readonly inNamespace?: string; readonly own?: string }
  /** A class by its whole name. */
  | { readonly kind: 'class'; readonly name: string }
  /** A variable or a property, whose class may be known by then. */
  | { readonly kind: 'object'; readonly node: Node }
  | { readonly kind: 'unknown' }

/** Reads a node that calls something; undefined where nobody can tell what. */
export function findCall(
  node: Node,
  scope: Scope,
  names: Names,
  lineAt: (row: number) => SourceLine,
): FoundCall | undefined {
  const found = (name: string | undefined, module: ModuleOf, named: Node | null = node) => ({
    node,
    scope,
    at: lineAt((named ?? node).startPosition.row),
    name,
    module,
  })
  const builtIn = (name: string) => found(name, { kind: 'function', own: name })
  switch (node.type) {
    case 'function_call_expression': {
      const named = node.childForFieldName('function')
      const [first, second] = named === null ? [] : names.functionsOf(named)
      if (first === undefined) return found(undefined, { kind: 'function' }, named)
      const inNamespace = first.toLowerCase()
      const own = second?.toLowerCase() ?? (first.includes('\\') ? undefined : inNamespace)
      return found(
        lastPart(inNamespace),
        { kind: 'function', inNamespace, ...(own === undefined ? {} : { own }) },
        named,
      )
    }
    case 'object_creation_expression': {
      const name = classNamed(childrenOf(node)[0], names)
      return name === undefined ? undefined : found('__construct', { kind: 'class', name })
    }
    case 'shell_command_expression':
      return builtIn('shell_exec')
    case 'subscript_expression':
      return childrenOf(node)[0]?.text === '$_ENV' ? builtIn('$_env') : undefined
    case 'member_call_expression':
    case 'nullsafe_member_call_expression':
    case 'scoped_call_expression': {
      const named = node.childForFieldName('name')
      const name = named?.type === 'name' ? named.text.toLowerCase() : ''
      return phpCallNames.has(name) ? found(name, moduleOf(node, names), named) : undefined
    }
    default:
      return builtIn(node.type.slice(0, -'_expression'.length))
  }
}

/** Whether a row may know a call. */
export const mayBeKnown = ({ name }: FoundCall) =>
  name === undefined || phpCallNames.has(name) || callbacks.has(name)

/** `Storage::disk('local')->put(...)` is of what the chain begins with. */
function moduleOf(call: Node, names: Names): ModuleOf {
  const ofClass = (node: Node | null | undefined): ModuleOf => {
    const name = classNamed(node, names)
    return name === undefined ? { kind: 'unknown' } : { kind: 'class', name }
  }
  let at: Node | null | undefined = call
  for (let links = 0; at !== null && at !== undefined && links < 20; links++)
    switch (at.type) {
      case 'scoped_call_expression':
        return ofClass(at.childForFieldName('scope'))
      case 'object_creation_expression':
        return ofClass(childrenOf(at)[0])
      case 'member_call_expression':
      case 'nullsafe_member_call_expression':
        at = at.childForFieldName('object')
        break
      case 'parenthesized_expression':
        at = childrenOf(at)[0]
        break
      default:
        return { kind: 'object', node: at }
    }
  return { kind: 'unknown' }
}

const classNamed = (node: Node | null | undefined, names: Names) =>
  node === null || node === undefined || !isName(node) ? undefined : names.classOf(node)
