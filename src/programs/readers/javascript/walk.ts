import { visitorKeys, type Node } from 'oxc-parser'

/** What the children of a node are visited with. */
interface Above<State> {
  readonly state: State
  readonly parent: Node | undefined
}

/**
 * Visits a tree from the top down, in the order of the text, without recursion: a tree may be as deep as its text is long. What `visit` answers
 * is handed to the children; those of a node for which it answers false are left out.
 */
export function walk<State>(
  root: Node,
  state: State,
  visit: (node: Node, state: State, parent: Node | undefined) => State | false,
): void {
  const open: Node[] = [root]
  const above: Above<State>[] = [{ state, parent: undefined }]
  for (;;) {
    const node = open.pop()
    const own = above.pop()
    if (node === undefined || own === undefined) return
    const below = visit(node, own.state, own.parent)
    const keys = keysOf.get(node.type)
    if (below === false || keys === undefined || keys.length === 0) continue
    openChildren(node, keys, open)
    if (open.length === above.length) continue
    const shared = { state: below, parent: node }
    while (above.length < open.length) above.push(shared)
  }
}

const keysOf: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(visitorKeys))

/** The last child first, as what is opened last is visited first. */
function openChildren(node: unknown, keys: readonly string[], open: Node[]): void {
  if (!isRecord(node)) return
  for (let i = keys.length - 1; i >= 0; i--) {
    const value = node[keys[i] ?? '']
    if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at--) {
        const item: unknown = value[at]
        if (isNode(item)) open.push(item)
      }
    } else if (isNode(value)) open.push(value)
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value
