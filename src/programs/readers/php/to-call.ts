import { phpAliases, phpFunctionNames } from '../../calls/php.ts'
import type { Argument, Call } from '../../call.ts'
import type { SourceLine } from '../../source-facts.ts'
import { childrenOf, type Node } from '../tree-sitter.ts'
import { argumentOf, includedArgument, unknownArgument } from './argument.ts'
import { ownProperty, variableName } from './target.ts'
import { argumentNodes } from './call-value.ts'
import { callbacks } from './callbacks.ts'
import type { Source } from './expression.ts'
import type { FoundCall, ModuleOf } from './find-calls.ts'
import { lastPart } from './names.ts'
import { bindingOf, classAround, type Binding, type Scope } from './scope.ts'

/** The call as all languages have it; undefined for a function that can't be told. */
export function toCall(
  found: FoundCall,
  source: Source & { readonly defined: ReadonlySet<string> },
): Call | undefined {
  const { node, scope, at, module } = found
  const args = argumentsOf(found, source)
  const own = {
    object: node.childForFieldName('object')?.text,
    isNew: node.type === 'object_creation_expression',
    at,
  }
  if (module.kind !== 'function') {
    const name = module.kind === 'class' ? module.name : classOf(module, scope)
    const lower = name?.toLowerCase()
    const whole = lower === undefined ? undefined : (phpAliases.get(lower) ?? lower)
    return { ...own, name: found.name ?? '', module: whole, args }
  }
  const isOwn = module.inNamespace !== undefined && source.defined.has(module.inNamespace)
  const named =
    (isOwn ? module.inNamespace : (module.own ?? module.inNamespace)) ??
    nameGiven(node.childForFieldName('function'), scope, source)
  if (named === undefined) return undefined
  const callback = callbacks.get(named)
  const called = callback === undefined ? undefined : args[callback.at]?.text()?.toLowerCase()
  if (callback !== undefined && called !== undefined && phpFunctionNames.has(called))
    return { ...own, name: called, module: '', args: callback.args(args.slice(1)) }
  return { ...own, name: lastPart(named), module: namespaceOf(named), args }
}

/** Calls of PHP's own functions that stand where the source can't be read: their names are all that is known. */
export function brokenCalls(error: Node, lineAt: (row: number) => SourceLine): readonly Call[] {
  return childrenOf(error).flatMap((child) => {
    const name = child.type === 'name' ? child.text.toLowerCase() : ''
    if (!phpFunctionNames.has(name)) return []
    const args = Array.from({ length: 4 }, () => unknownArgument)
    const at = lineAt(child.startPosition.row)
    return [{ name, module: '', object: undefined, isNew: false, args, at }]
  })
}

function argumentsOf({ node, scope }: FoundCall, source: Source): readonly Argument[] {
  switch (node.type) {
    case 'shell_command_expression':
      return [argumentOf({ node, scope, source })]
    case 'subscript_expression':
      return childrenOf(node)
        .slice(1, 2)
        .map((child) => argumentOf({ node: child, scope, source }))
    case 'include_expression':
    case 'include_once_expression':
    case 'require_expression':
    case 'require_once_expression':
      return childrenOf(node).map((child) => includedArgument({ node: child, scope, source }))
    default:
      return argumentNodes(node).map((child) => argumentOf({ node: child, scope, source }))
  }
}

/** https://github.com/thecodingmachine/safe has PHP's own functions, with exceptions. */
function namespaceOf(whole: string): string {
  const namespace = whole.slice(0, Math.max(0, whole.lastIndexOf('\\')))
  return namespace === 'safe' ? '' : namespace
}

/** `$run = 'exec'; $run('ls');` */
function nameGiven(node: Node | null, scope: Scope, source: Source): string | undefined {
  return node === null || variableName(node) === undefined
    ? undefined
    : argumentOf({ node, scope, source }).text()?.toLowerCase()
}

function classOf(module: ModuleOf, scope: Scope): string | undefined {
  if (module.kind !== 'object') return undefined
  const [one, ...others] = bindingNamed(module.node, scope)?.classes ?? []
  return others.length > 0 ? undefined : one
}

function bindingNamed(node: Node, scope: Scope): Binding | undefined {
  const property = ownProperty(node)
  if (property !== undefined) return classAround(scope)?.bindings.get(`$${property}`)
  const name = variableName(node)
  return name === undefined ? undefined : bindingOf(scope, name)
}
