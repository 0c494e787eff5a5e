import type { Node } from 'oxc-parser'
import { bindingOf, type Scope } from './scope.ts'
import { bare, nameOf } from './syntax.ts'

const maxDepth = 50

/**
 * The one text that an expression stands for, whatever the environment says; numbers too. Parts that are not known are given as `unknown`;
 * undefined where there is none, or where nothing is known.
 */
export function textOf(node: Node | undefined, scope: Scope, unknown?: string): string | undefined {
  const read = (
    next: Node | undefined,
    at: Scope,
    depth: number,
    hole: string | undefined,
  ): string | undefined => {
    if (next === undefined || depth > maxDepth) return undefined
    const value = bare(next)
    const below = (part: Node | undefined) => read(part, at, depth + 1, hole)
    switch (value.type) {
      case 'Literal':
        return typeof value.value === 'string' || typeof value.value === 'number'
          ? String(value.value)
          : undefined
      case 'TemplateLiteral':
        return joined(
          value.quasis.flatMap((part, i) => {
            const expression = value.expressions[i]
            const own = part.value.cooked ?? undefined
            return expression === undefined ? [own] : [own, below(expression) ?? hole]
          }),
        )
      case 'BinaryExpression': {
        if (value.operator !== '+') return undefined
        const left = below(value.left)
        return left === undefined ? undefined : joined([left, below(value.right) ?? hole])
      }
      case 'Identifier': {
        const binding = bindingOf(value.name, at)
        return binding?.kind === 'value'
          ? read(binding.node, binding.scope, depth + 1, hole)
          : undefined
      }
      case 'MemberExpression':
        // `process.execPath` is node itself.
        return nameOf(value.property) === 'execPath' ? 'node' : undefined
      default:
        return undefined
    }
  }
  return read(node, scope, 0, unknown)
}

const joined = (parts: readonly (string | undefined)[]) =>
  parts.every((part) => part !== undefined) ? parts.join('') : undefined
