import type { Node } from '../tree-sitter.ts'
import { declare, namedIn, type Expression, type Scope } from './expression.ts'

/** The nodes that give a name a value. */
export const bindingNodes: readonly string[] = [
  'const_spec',
  'var_spec',
  'short_var_declaration',
  'assignment_statement',
  'parameter_declaration',
  'variadic_parameter_declaration',
  'range_clause',
  'receive_statement',
  'type_switch_statement',
  'inc_statement',
  'dec_statement',
  'unary_expression',
]

type Read = (node: Node | null, scope: Scope) => Expression

/** Notes what a node gives to the names of its scope. Assignments are to be noted after all declarations. */
export function bind(node: Node, scope: Scope, read: Read): void {
  switch (node.type) {
    case 'const_spec':
    case 'var_spec': {
      const names = node.childrenForFieldName('name')
      const value = node.childForFieldName('value')
      if (value !== null) return bindAll(names, value, scope, read, true)
      // What is not given a value here is given one elsewhere: `var root string`, and `root = ...` in init.
      for (const name of names) if (name !== null) declare(scope, name.text)
      return
    }
    case 'short_var_declaration':
      return bindAll(
        partsOf(node.childForFieldName('left')),
        node.childForFieldName('right'),
        scope,
        read,
        true,
      )
    case 'assignment_statement': {
      const isPlain = node.childForFieldName('operator')?.text === '='
      return bindAll(
        partsOf(node.childForFieldName('left')),
        isPlain ? node.childForFieldName('right') : null,
        scope,
        read,
        false,
      )
    }
    case 'parameter_declaration':
    case 'variadic_parameter_declaration':
      for (const name of node.childrenForFieldName('name'))
        if (name !== null) declare(scope, name.text).isOpen = true
      return
    case 'range_clause':
    case 'receive_statement':
    case 'type_switch_statement':
      for (const name of partsOf(
        node.childForFieldName(node.type === 'type_switch_statement' ? 'alias' : 'left'),
      ))
        if (name !== null) declare(scope, name.text).isOpen = true
      return
    case 'unary_expression':
      // `flag.StringVar(&folder, ...)` writes to it.
      if (node.childForFieldName('operator')?.text === '&')
        change(node.childForFieldName('operand'), scope)
      return
    default:
      change(node.firstNamedChild, scope)
  }
}

/** Nodes that change what others have declared. */
export const changesNames = (node: Node) =>
  node.type === 'assignment_statement' ||
  node.type === 'unary_expression' ||
  node.type === 'inc_statement' ||
  node.type === 'dec_statement'

type Composite = Extract<Expression, { kind: 'composite' }>

/** `cfg.OutputPaths = []string{"shop.log"}`: as a literal of that field alone would say it. */
export function fieldsSet(node: Node, read: (node: Node) => Expression): readonly Composite[] {
  if (node.type !== 'assignment_statement') return []
  const values = partsOf(node.childForFieldName('right'))
  return partsOf(node.childForFieldName('left')).flatMap((field, i): readonly Composite[] => {
    const value = values[i]
    if (field?.type !== 'selector_expression' || value === null || value === undefined) return []
    const type = read(field)
    return type.kind === 'member'
      ? [{ kind: 'composite', type, items: [], fields: new Map([[type.name, read(value)]]) }]
      : []
  })
}

const partsOf = (list: Node | null): readonly (Node | null)[] =>
  list?.type === 'expression_list' ? list.namedChildren : [list]

function change(node: Node | null, scope: Scope): void {
  if (node?.type !== 'identifier') return
  const binding = namedIn(scope, node.text) ?? declare(outermost(scope), node.text)
  binding.isOpen = true
}

function bindAll(
  names: readonly (Node | null)[],
  value: Node | null,
  scope: Scope,
  read: Read,
  isDeclaration: boolean,
): void {
  const values = value === null ? [] : partsOf(value)
  names.forEach((name, i) => {
    if (name?.type !== 'identifier' || name.text === '_') return
    const binding = isDeclaration
      ? declare(scope, name.text)
      : (namedIn(scope, name.text) ?? declare(outermost(scope), name.text))
    // `dir, err := os.Getwd()`: the first of what a function gives.
    const own = values.length === names.length ? values[i] : i === 0 ? values[0] : undefined
    const file = own === undefined && i === 1 ? fileOf(values[0], scope, read) : undefined
    if (file !== undefined) binding.values.push(file)
    else if (own === undefined || own === null) binding.isOpen = true
    else binding.values.push(read(own, scope))
  })
}

/** `_, file, _, ok := runtime.Caller(0)`: https://pkg.go.dev/runtime#Caller */
function fileOf(value: Node | null | undefined, scope: Scope, read: Read): Expression | undefined {
  const call = value?.type === 'call_expression' ? read(value, scope) : undefined
  return call?.kind === 'call' && call.callee.kind === 'member' && call.callee.name === 'Caller'
    ? { kind: 'source', call, scope }
    : undefined
}

function outermost(scope: Scope): Scope {
  let at = scope
  while (at.parent !== undefined) at = at.parent
  return at
}
