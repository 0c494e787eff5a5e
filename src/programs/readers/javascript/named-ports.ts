import type { Node, Program } from 'oxc-parser'
import { isPortName, isServerName, portOf } from '../../port.ts'
import type { SourceFacts } from '../../source-facts.ts'
import type { Reading } from './calls.ts'
import type { Scopes } from './scope.ts'
import { bare, nameOf } from './syntax.ts'

/** What a module hands on or keeps as settings, by name: `module.exports = { server: { port: 80 } }`, `export const port = 80`. */
export function namedPorts(
  { body }: Program,
  { top }: Scopes,
  { values, lineOf }: Reading,
): NonNullable<SourceFacts['namedPorts']> {
  const portsIn = (name: string, given: Node, isOutside: boolean): typeof found => {
    const node = bare(given)
    if (node.type === 'ObjectExpression') return isOutside ? portsOfObject(node, true) : []
    const ports = isPortName(name)
      ? values.paths(node, top).flatMap(({ base, path }) => (base === 'cwd' ? portOf(path) : []))
      : []
    return ports.flatMap((port) => (port === undefined ? [] : [{ port, at: lineOf(node.start) }]))
  }
  const portsOfObject = (
    { properties }: Extract<Node, { type: 'ObjectExpression' }>,
    isOutside: boolean,
  ): typeof found =>
    properties.flatMap((property) => {
      const name = property.type === 'Property' ? (nameOf(property.key) ?? '') : ''
      if (property.type !== 'Property') return []
      const value = bare(property.value)
      if (value.type !== 'ObjectExpression') return portsIn(name, value, false)
      return isOutside && isServerName(name) ? portsOfObject(value, false) : []
    })
  const found: { readonly port: number; readonly at: ReturnType<typeof lineOf> }[] = []
  for (const statement of body)
    for (const { name, node } of givenBy(statement)) found.push(...portsIn(name, node, true))
  return found
}

interface Given {
  readonly name: string
  readonly node: Node
}

/** What a statement of the module gives a name to; '' for the module itself. */
function givenBy(statement: Node): readonly Given[] {
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      return [{ name: '', node: withoutFreeze(statement.declaration) }]
    case 'ExportNamedDeclaration':
      return statement.declaration === null ? [] : givenBy(statement.declaration)
    case 'VariableDeclaration':
      return statement.declarations.flatMap(({ id, init }) =>
        init === null || id.type !== 'Identifier'
          ? []
          : [{ name: id.name, node: withoutFreeze(init) }],
      )
    case 'ExpressionStatement': {
      const assigned = bare(statement.expression)
      if (assigned.type !== 'AssignmentExpression' || assigned.left.type !== 'MemberExpression')
        return []
      const { object, property } = assigned.left
      const isModule = nameOf(object) === 'module' && nameOf(property) === 'exports'
      const isExport =
        nameOf(object) === 'exports' ||
        (object.type === 'MemberExpression' && nameOf(object.property) === 'exports')
      if (!isModule && !isExport) return []
      return [
        { name: isModule ? '' : (nameOf(property) ?? ''), node: withoutFreeze(assigned.right) },
      ]
    }
    default:
      return []
  }
}

/** `Object.freeze({ port: 80 })` */
function withoutFreeze(given: Node): Node {
  const node = bare(given)
  const [first] = node.type === 'CallExpression' ? node.arguments : []
  return node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    nameOf(node.callee.object) === 'Object' &&
    first !== undefined
    ? first
    : node
}
