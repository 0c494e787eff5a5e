import { once } from '../../../dockerfile/remember.ts'
import { countBefore } from '../../count-before.ts'
import { beginsIn, type Span } from '../missed-paths.ts'
import { nodesOf, spanOf, type Node } from '../tree-sitter.ts'

const words = (text: string) => new Set(text.split(' '))
const asks = words('is_dir file_exists is_file is_writable realpath scandir')
const fills = words(
  'file_put_contents touch copy rename fopen symlink exec shell_exec system passthru proc_open move_uploaded_file',
)
const functions = words(
  'function_definition method_declaration anonymous_function arrow_function program',
)

/** The `if`s of a source that ask for a path, and what it does. */
interface Ground {
  readonly asking: ReadonlySet<number>
  /** Those that leave their block, in order, by the node that they stand in: `if (is_dir($data)) return;`. */
  readonly guards: ReadonlyMap<number, readonly Span[]>
  /** Whether something is written, started, or left to a function of the source's own. */
  readonly acts: (part: Span) => boolean
}

/**
 * Whether more is done than to make a folder where it is not there, by the node of its `mkdir`:
 *
 *   if (!is_dir($data)) { mkdir($data); file_put_contents("$data/users.json", '[]'); }
 */
export function fillerOf(tree: Node): (made: Node) => boolean {
  const ground = once(() => groundOf(tree))
  return (made) => {
    const { asking, guards, acts } = ground()
    for (let at: Node | null = made; at !== null && !functions.has(at.type); at = at.parent) {
      const above: Node | null = at.parent
      if (above === null) return false
      if (asking.has(above.id)) return at.type !== 'parenthesized_expression' && acts(spanOf(at))
      const { startIndex } = at
      const beside = guards.get(above.id) ?? []
      const guard = beside[countBefore(beside, ({ start }) => start < startIndex) - 1]
      if (guard !== undefined) return acts({ start: guard.end, end: above.endIndex })
    }
    return false
  }
}

function groundOf(tree: Node): Ground {
  const asking = new Set<number>()
  const guards = new Map<number, Span[]>()
  for (const node of nodesOf(tree, ['if_statement'])) {
    if (!isAsked(node.childForFieldName('condition'))) continue
    asking.add(node.id)
    if (node.parent === null || nodesOf(node, ['return_statement']).length === 0) continue
    const beside = guards.get(node.parent.id) ?? []
    beside.push(spanOf(node))
    guards.set(node.parent.id, beside)
  }
  const own = new Set(
    nodesOf(tree, ['function_definition']).map((node) => textIn(node, 'name').toLowerCase()),
  )
  const acting = nodesOf(tree, [
    'function_call_expression',
    'member_call_expression',
    'scoped_call_expression',
  ])
    .filter((call) => {
      switch (call.type) {
        case 'function_call_expression':
          return fills.has(nameOf(call)) || own.has(nameOf(call))
        case 'member_call_expression':
          return textIn(call, 'object') === '$this'
        default:
          return /^(self|static)$/i.test(textIn(call, 'scope'))
      }
    })
    .map(({ startIndex }) => startIndex)
  return { asking, guards, acts: beginsIn(acting) }
}

const isAsked = (condition: Node | null) =>
  condition !== null &&
  nodesOf(condition, ['function_call_expression']).some((call) => asks.has(nameOf(call)))

const textIn = (node: Node, field: string) => node.childForFieldName(field)?.text ?? ''

const nameOf = (call: Node) => textIn(call, 'function').replace(/^\\/, '').toLowerCase()
