import { childrenOf, type Node } from '../tree-sitter.ts'
import type { Names } from './names.ts'
import { isString } from './string.ts'
import { bindingIn, bindingOf, classAround, type Binding, type Scope } from './scope.ts'
import { targetOf, variableName } from './target.ts'

/** The nodes that give something a value. */
export const bindingNodes: readonly string[] = [
  'assignment_expression',
  'reference_assignment_expression',
  'augmented_assignment_expression',
  'update_expression',
  'static_variable_declaration',
  'const_element',
  'simple_parameter',
  'variadic_parameter',
  'property_promotion_parameter',
  'property_declaration',
  'foreach_statement',
  'catch_clause',
  'global_declaration',
  'by_ref',
  'list_literal',
  'anonymous_function_use_clause',
]

/** Notes what a node gives to variables, constants and properties. `scope` is where it stands. */
export function bind(node: Node, type: string, scope: Scope, names: Names): void {
  switch (type) {
    case 'assignment_expression':
      return bindValue(targetOf(node.childForFieldName('left'), scope), valueOf(node), scope, names)
    case 'reference_assignment_expression':
    case 'augmented_assignment_expression':
    case 'update_expression':
      return bindChange(node, scope)
    case 'static_variable_declaration':
      return bindValue(targetOf(node.childForFieldName('name'), scope), valueOf(node), scope, names)
    case 'const_element': {
      const [name, value = null] = childrenOf(node)
      const owner = constantScope(scope)
      return bindValue(
        name === undefined ? undefined : bindingIn(owner, name.text),
        value,
        owner,
        names,
      )
    }
    case 'simple_parameter':
    case 'variadic_parameter':
    case 'property_promotion_parameter':
      return bindParameter(node, scope, names)
    case 'property_declaration':
      return bindProperties(node, scope, names)
    case 'foreach_statement':
      return bindEach(node, scope)
    case 'anonymous_function_use_clause':
      for (const child of childrenOf(node)) scope.captured.add(child.text.replace(/^&\s*/, ''))
      return
    default:
      // `list($a, $b) =`, `catch (Error $e)`, `global $a`, `use (&$a)`: anything.
      return bindOpen(node, scope)
  }
}

const valueOf = (node: Node) =>
  node.childForFieldName('right') ?? node.childForFieldName('value') ?? null

/** `define('NAME', value)`. https://www.php.net/manual/en/function.define.php */
export function bindDefined([name, value]: readonly Node[], scope: Scope, file: Scope): void {
  if (name === undefined || value === undefined || !isString(name)) return
  bindingIn(file, name.text.slice(1, -1)).values.push({ node: value, scope })
}

/** `const` stands in a class or in the file, whatever function is around. */
function constantScope(scope: Scope): Scope {
  let at = scope
  while (at.kind !== 'class' && at.parent !== undefined) at = at.parent
  return at
}

function bindValue(
  target: Binding | undefined,
  value: Node | null,
  scope: Scope,
  names: Names,
): void {
  if (target === undefined) return
  if (value === null) target.isOpen = true
  else target.values.push({ node: value, scope })
  const made = value === null ? undefined : madeClass(value, names)
  if (made !== undefined) target.classes.add(made)
}

/** The class of `new X(...)`. */
function madeClass(node: Node, names: Names): string | undefined {
  if (node.type !== 'object_creation_expression') return undefined
  const [first] = childrenOf(node)
  return first === undefined ? undefined : names.classOf(first)
}

function bindChange(node: Node, scope: Scope): void {
  const left = node.childForFieldName('left') ?? node.childForFieldName('argument')
  const target = targetOf(left, scope)
  if (target === undefined) return
  const operator = node.childForFieldName('operator')?.text
  const value = operator === '??=' ? node.childForFieldName('right') : null
  if (value === null) target.isChanged = true
  else {
    target.values.push({ node: value, scope })
    // `$a ??= 'x'`, where nothing before says what `$a` is.
    if (target.values.length === 1) target.isOpen = true
  }
}

function bindParameter(node: Node, scope: Scope, names: Names): void {
  const name = node.childForFieldName('name')?.text ?? ''
  const owner = classAround(scope)
  const targets = [bindingIn(scope, name)]
  if (node.type === 'property_promotion_parameter' && owner !== undefined)
    targets.push(bindingIn(owner, name))
  const value = node.childForFieldName('default_value')
  for (const target of targets) {
    target.isOpen = true
    if (value !== null) target.values.push({ node: value, scope })
    addTypes(target, node.childForFieldName('type'), names)
  }
}

function addTypes(target: Binding, type: Node | null, names: Names): void {
  for (const named of type === null ? [] : [type, ...childrenOf(type)]) {
    const [name] = named.type === 'named_type' ? childrenOf(named) : []
    const whole = name === undefined ? undefined : names.classOf(name)
    if (whole !== undefined) target.classes.add(whole)
  }
}

/** What others can set has a value that the class doesn't tell. */
function bindProperties(node: Node, scope: Scope, names: Names): void {
  const isOwn = childrenOf(node).some(
    ({ type, text }) =>
      type === 'readonly_modifier' || (type === 'visibility_modifier' && text === 'private'),
  )
  for (const element of childrenOf(node)) {
    if (element.type !== 'property_element') continue
    const target = bindingIn(scope, element.childForFieldName('name')?.text ?? '')
    const value = element.childForFieldName('default_value')
    if (value !== null) target.values.push({ node: value, scope })
    if (!isOwn) target.isOpen = true
    addTypes(target, node.childForFieldName('type'), names)
  }
}

function bindEach(node: Node, scope: Scope): void {
  const [list, each] = childrenOf(node)
  if (list === undefined || each === undefined) return
  const target = each.type === 'variable_name' ? bindingIn(scope, each.text) : undefined
  if (target !== undefined) target.lists.push({ node: list, scope })
  else bindOpen(each, scope)
}

/** Every variable of a pattern. */
function bindOpen(node: Node, scope: Scope): void {
  for (const variable of [node, ...childrenOf(node)]) {
    const name = variableName(variable)
    if (name === undefined) continue
    bindingIn(scope, name).isOpen = true
    // `use (&$a)`: the closure may change what it is around it.
    const around = scope.parent === undefined ? undefined : bindingOf(scope.parent, name)
    if (node.type === 'by_ref' && around !== undefined) around.isChanged = true
  }
}
