import type { Node } from 'oxc-parser'
import { pathOf, siteOf, type Ground, type PathNode, type Site } from './absence-calls.ts'
import { bindingOf, type Scope } from './scope.ts'
import { bare } from './syntax.ts'

const isQuestion = ({ call: { module, name } }: Site) =>
  /^(exists|pathExists)(Sync)?$/.test(name) || (module === undefined && /exists?$/i.test(name))

/** The operands of `a && b || c` in their order, each with what stands before it. */
export function operandsOf(
  node: Extract<Node, { type: 'LogicalExpression' }>,
): readonly { readonly operand: Node; readonly operator: string | undefined }[] {
  const found: { operand: Node; operator: string | undefined }[] = []
  let first: Node = node
  for (; first.type === 'LogicalExpression'; first = first.left)
    found.push({ operand: first.right, operator: first.operator })
  return [...found, { operand: first, operator: undefined }].reverse()
}

/** The paths that a condition asks for: it holds where nothing is there (`absent`), or where something is. */
export function asksOf(
  test: Node,
  scope: Scope,
  ground: Ground,
): { readonly absent: readonly PathNode[]; readonly present: readonly PathNode[] } {
  const absent: PathNode[] = []
  const present: PathNode[] = []
  const open = [{ node: test, scope, isNot: false, isNamed: false }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { isNot, isNamed } = next
    const node = bare(next.node)
    switch (node.type) {
      case 'AwaitExpression':
      case 'UnaryExpression': {
        const turns = node.type === 'UnaryExpression' && node.operator === '!'
        open.push({ ...next, node: node.argument, isNot: isNot !== turns })
        break
      }
      case 'LogicalExpression':
        open.push({ ...next, node: node.right }, { ...next, node: node.left })
        break
      case 'BinaryExpression': {
        // `existsSync(path) === false`
        const turns =
          node.right.type === 'Literal' && node.right.value === node.operator.startsWith('!')
        open.push({ ...next, node: node.left, isNot: isNot !== turns })
        break
      }
      case 'Identifier': {
        const binding = isNamed ? undefined : bindingOf(node.name, next.scope)
        if (binding?.kind === 'value')
          open.push({ node: binding.node, scope: binding.scope, isNot, isNamed: true })
        break
      }
      case 'CallExpression': {
        const site = siteOf(node, next.scope, undefined, ground)
        if (site !== undefined && isQuestion(site)) (isNot ? absent : present).push(...pathOf(site))
        // `Boolean(existsSync(path))`
        else for (const argument of node.arguments) open.push({ ...next, node: argument })
        break
      }
      default:
        break
    }
  }
  return { absent, present }
}
