import type { Node } from 'oxc-parser'
import type { PathContext } from './path-value.ts'
import { bare, nameOf } from './syntax.ts'

/** The port that an expression stands for: `3000`, `process.env.PORT || 3000`, a constant; undefined where it can't be told. */
export function portOf(
  node: Node | undefined,
  { env, scope }: PathContext,
  depth = 0,
): number | undefined {
  if (node === undefined || depth > 5) return undefined
  const value = bare(node)
  if (value.type === 'Literal') return Number(value.value) || undefined
  if (value.type === 'LogicalExpression')
    return (
      portOf(value.left, { env, scope }, depth + 1) ??
      portOf(value.right, { env, scope }, depth + 1)
    )
  if (value.type === 'CallExpression') return portOf(value.arguments[0], { env, scope }, depth + 1)
  if (value.type === 'Identifier')
    return portOf(scope.values.get(value.name), { env, scope }, depth + 1)
  if (value.type === 'MemberExpression' && nameOf(value.object) === undefined) {
    const name = nameOf(value.property)
    return name === undefined ? undefined : Number(env(name)) || undefined
  }
  return undefined
}
