import { childrenOf, type Node } from '../tree-sitter.ts'
import { bindingIn, classAround, type Binding, type Scope } from './scope.ts'

/** What stands on the left: `$a`, `$this->a`, `self::$a`; undefined for others. `$a['x'] = ...` changes `$a`. */
export function targetOf(node: Node | null, scope: Scope): Binding | undefined {
  if (node?.type === 'subscript_expression') {
    const [list] = childrenOf(node)
    const target = list?.type === 'subscript_expression' ? undefined : targetOf(list ?? null, scope)
    if (target !== undefined) target.isChanged = true
    return undefined
  }
  const name = node === null ? undefined : variableName(node)
  if (name !== undefined) return bindingIn(scope, name)
  const property = node === null ? undefined : ownProperty(node)
  const owner = property === undefined ? undefined : classAround(scope)
  return owner === undefined || property === undefined
    ? undefined
    : bindingIn(owner, `$${property}`)
}

export function variableName(node: Node): string | undefined {
  return node.type === 'variable_name' ? node.text : undefined
}

/** The name of `$this->a`, `self::$a`; undefined for what is of others. */
export function ownProperty(node: Node): string | undefined {
  const name = node.childForFieldName('name')
  if (node.type === 'member_access_expression' && name?.type === 'name')
    return node.childForFieldName('object')?.text === '$this' ? name.text : undefined
  if (node.type === 'scoped_property_access_expression' && name?.type === 'variable_name')
    return node.childForFieldName('scope')?.type === 'relative_scope'
      ? name.text.slice(1)
      : undefined
  return undefined
}
