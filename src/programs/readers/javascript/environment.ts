import type { Node } from 'oxc-parser'
import { calleeOf } from './callee.ts'
import { bindingOf, type Scope } from './scope.ts'
import { bare, nameOf } from './syntax.ts'

/** `const env = process.env` and a name or two between. */
const maxSteps = 8

/** `process.env`, `import.meta.env`, what Vite's `loadEnv` gives, and names for them. */
function isEnvironment(expression: Node, scope: Scope, steps = 0): boolean {
  if (steps > maxSteps) return false
  const node = bare(expression)
  switch (node.type) {
    case 'MemberExpression':
      return nameOf(node.property) === 'env'
    case 'CallExpression':
      return calleeOf(node.callee, scope)?.name === 'loadEnv'
    case 'ObjectExpression':
      return node.properties.some(
        (part) => part.type === 'SpreadElement' && isEnvironment(part.argument, scope, steps + 1),
      )
    case 'Identifier': {
      const binding = bindingOf(node.name, scope)
      if (binding?.kind === 'value') return isEnvironment(binding.node, binding.scope, steps + 1)
      return (binding?.kind === 'import' ? binding.from.name : binding?.name) === 'env'
    }
    default:
      return false
  }
}

/** The variable that `process.env.PORT` reads. */
export function variableOf(node: Node, scope: Scope): string | undefined {
  return node.type === 'MemberExpression' && isEnvironment(node.object, scope)
    ? nameOf(node.property)
    : undefined
}

/** `process.env.PORT`, `const { PORT, HOST } = process.env` */
export function variablesOf(node: Node, scope: Scope): readonly string[] {
  if (node.type === 'VariableDeclarator' && node.id.type === 'ObjectPattern') {
    if (node.init === null || !isEnvironment(node.init, scope)) return []
    return node.id.properties.flatMap((property) =>
      property.type === 'Property' ? (nameOf(property.key) ?? []) : [],
    )
  }
  const name = variableOf(node, scope)
  return name === undefined ? [] : [name]
}
