import { visitorKeys, type Node } from 'oxc-parser'

/**
 * Visits a tree from the top down, in the order of the text, without recursion: a tree may be as deep as its text is long. What `visit` answers
 * is handed to the children; those of a node for which it answers false are left out.
 */
export function walk<State>(
  root: Node,
  state: State,
  visit: (node: Node, state: State, parent: Node | undefined) => State | false,
): void {
  const open: { readonly node: Node; readonly state: State; readonly parent: Node | undefined }[] =
    [{ node: root, state, parent: undefined }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parent = next.node
    const below = visit(parent, next.state, next.parent)
    if (below === false) continue
    const children = childrenOf(parent)
    for (let i = children.length - 1; i >= 0; i--) {
      const node = children[i]
      if (node !== undefined) open.push({ node, state: below, parent })
    }
  }
}

function childrenOf(node: Node): Node[] {
  const children: Node[] = []
  for (const key of visitorKeys[node.type] ?? []) {
    const value: unknown = Reflect.get(node, key)
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) children.push(item)
    } else if (isNode(value)) children.push(value)
  }
  return children
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}
