import {
  bare,
  bindingOf,
  calleeOf,
  nameOf,
  stringOf,
  type Scope,
  type SyntaxNode as Node,
} from '../../../src/transform.ts'

/** How sources are made into a site. */
export interface Making {
  /** `import.meta.env.MODE` */
  readonly mode: string
  /** `process.env.NODE_ENV` */
  readonly nodeEnv: string
}

type Value = string | boolean | undefined

/** What names that other files of the project export come to. */
export type Exported = ReadonlyMap<string, (making: Making) => Value>

const maxSteps = 8

/** What an expression comes to as far as it hangs on how the site is made alone; undefined where it hangs on something else. */
export function modeValue(
  node: Node,
  scope: Scope,
  making: Making,
  exported: Exported,
  steps = 0,
): Value {
  const inner = bare(node)
  const below = (next: Node, at = scope) =>
    steps > maxSteps ? undefined : modeValue(next, at, making, exported, steps + 1)
  switch (inner.type) {
    case 'Literal':
      return typeof inner.value === 'boolean' ? inner.value : stringOf(inner)
    case 'MemberExpression': {
      const name = inner.computed ? stringOf(inner.property) : nameOf(inner.property)
      return variableOf(valueOf(bare(inner.object), scope), name, making)
    }
    case 'Identifier': {
      const binding = bindingOf(inner.name, scope)
      if (binding?.kind === 'value') return below(binding.node, binding.scope)
      if (binding?.kind === 'part') return variableOf(bare(binding.node), binding.name, making)
      if (binding?.kind !== 'import') return undefined
      const { module, name = 'default' } = binding.from
      // https://svelte.dev/docs/kit/$app-environment
      if (/^\$app\/env(ironment)?$/.test(module) && name === 'dev')
        return making.nodeEnv !== 'production'
      return /^(\.|[@~#]\/|(src|\$lib)\/)/.test(module) ? exported.get(name)?.(making) : undefined
    }
    case 'CallExpression': {
      const callee = calleeOf(inner.callee, scope)
      // https://angular.dev/api/core/isDevMode
      return callee?.module === '@angular/core' && callee.name === 'isDevMode'
        ? making.nodeEnv !== 'production'
        : undefined
    }
    case 'UnaryExpression': {
      const value = inner.operator === '!' ? below(inner.argument) : undefined
      return value === undefined ? undefined : !value
    }
    case 'BinaryExpression': {
      const [left, right] = [below(inner.left), below(inner.right)]
      if (left === undefined || right === undefined) return undefined
      return /^[!=]==?$/.test(inner.operator)
        ? (left === right) === inner.operator.startsWith('=')
        : undefined
    }
    case 'LogicalExpression': {
      const left = below(inner.left)
      const right = below(inner.right)
      const decides = inner.operator !== '&&'
      if (left === undefined) return right === decides ? decides : undefined
      return Boolean(left) === decides || inner.operator === '??' ? left : right
    }
    case 'ConditionalExpression': {
      const test = below(inner.test)
      return test === undefined ? undefined : below(test ? inner.consequent : inner.alternate)
    }
    default:
      return undefined
  }
}

/** `process.env.NODE_ENV`, `import.meta.env.DEV`: https://vite.dev/guide/env-and-mode, https://nuxt.com/docs/api/advanced/import-meta */
function variableOf(object: Node, name: string | undefined, { mode, nodeEnv }: Making): Value {
  const isProduction = nodeEnv === 'production'
  if (object.type === 'MetaProperty') return name === 'dev' ? !isProduction : undefined
  if (object.type !== 'MemberExpression' || nameOf(object.property) !== 'env') return undefined
  const owner = bare(object.object)
  if (owner.type === 'Identifier' && owner.name === 'process')
    return name === 'NODE_ENV' ? nodeEnv : undefined
  if (owner.type !== 'MetaProperty') return undefined
  return name === 'MODE'
    ? mode
    : name === 'DEV'
      ? !isProduction
      : name === 'PROD'
        ? isProduction
        : undefined
}

/** What a name is given, where that is one expression: `const env = import.meta.env`. */
export function valueOf(node: Node, scope: Scope): Node {
  const binding = node.type === 'Identifier' ? bindingOf(node.name, scope) : undefined
  return binding?.kind === 'value' ? bare(binding.node) : node
}
