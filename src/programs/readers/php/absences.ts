import { nodesOf, type Node } from '../tree-sitter.ts'

const words = (text: string) => new Set(text.split(' '))
const asks = words('is_dir file_exists is_file is_writable realpath scandir')
const fills = words(
  'file_put_contents touch copy rename fopen symlink exec shell_exec system passthru proc_open move_uploaded_file',
)
const functions = words(
  'function_definition method_declaration anonymous_function arrow_function program',
)

/**
 * Whether more is done than to make a folder where it is not there, by the node of its `mkdir`:
 *
 *   if (!is_dir($data)) { mkdir($data); file_put_contents("$data/users.json", '[]'); }
 */
export function fillsWhatItMakes(made: Node): boolean {
  for (let at: Node | null = made; at !== null && !functions.has(at.type); at = at.parent) {
    const above: Node | null = at.parent
    if (above?.type === 'if_statement' && isAsked(above.childForFieldName('condition')))
      return at.type !== 'parenthesized_expression' && acts([at])
    const guard = guardAbove(at)
    if (guard !== undefined) return acts(behind(guard))
  }
  return false
}

/** `if (is_dir($data)) return;` above a statement. */
function guardAbove(node: Node): Node | undefined {
  for (let above = node.previousNamedSibling; above !== null; above = above.previousNamedSibling)
    if (
      above.type === 'if_statement' &&
      isAsked(above.childForFieldName('condition')) &&
      nodesOf(above, ['return_statement']).length > 0
    )
      return above
  return undefined
}

function behind(node: Node): readonly Node[] {
  const rest: Node[] = []
  for (let at = node.nextNamedSibling; at !== null; at = at.nextNamedSibling) rest.push(at)
  return rest
}

const isAsked = (condition: Node | null) =>
  condition !== null &&
  nodesOf(condition, ['function_call_expression']).some((call) => asks.has(nameOf(call)))

/** Whether something is written, started, or left to a method of the source's own. */
const acts = (nodes: readonly Node[]) =>
  nodes.some(
    (node) =>
      nodesOf(node, ['function_call_expression']).some((call) => fills.has(nameOf(call))) ||
      nodesOf(node, ['member_call_expression']).some(
        (call) => call.childForFieldName('object')?.text === '$this',
      ),
  )

const nameOf = (call: Node) =>
  (call.childForFieldName('function')?.text ?? '').replace(/^\\/, '').toLowerCase()
