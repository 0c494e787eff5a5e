import { parseSync, visitorKeys, type Node, type Program } from 'oxc-parser'

/** The languages whose files are read as program sources. */
export const sourceExtensions = [
  '.ts',
  '.tsx',
  '.mts',
  '.cts',
  '.js',
  '.mjs',
  '.cjs',
  '.jsx',
] as const

/** The syntax tree of a JavaScript or TypeScript file; undefined where it does not parse. */
export function parseSource(path: string, text: string): Program | undefined {
  const lang = /\.tsx$/.test(path) ? 'tsx' : /\.[mc]?ts$/.test(path) ? 'ts' : 'jsx'
  const { program, errors } = parseSync(path, text, { lang, sourceType: 'unambiguous' })
  return errors.length > 0 && program.body.length === 0 ? undefined : program
}

/** Visits a tree from the top down; children of a node for which `visit` answers false are left out. */
export function walk(
  node: Node,
  visit: (node: Node, parents: readonly Node[]) => boolean,
  parents: readonly Node[] = [],
): void {
  if (!visit(node, parents)) return
  const below = [...parents, node]
  for (const child of childrenOf(node)) walk(child, visit, below)
}

function childrenOf(node: Node): readonly Node[] {
  return (visitorKeys[node.type] ?? []).flatMap((key) => {
    const value: unknown = Reflect.get(node, key)
    return Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []
  })
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

/** A place in a source. */
export interface SourceLine {
  readonly line: number
  readonly text: string
}

/** The 1-based line of an offset, and the text of that line. */
export function lineAt(text: string, offset: number): SourceLine {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return {
    line: text.slice(0, offset).split('\n').length,
    text: text.slice(start, end < 0 ? undefined : end).trim(),
  }
}

/** The text of a string literal or of a template without expressions. */
export function stringOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0)
    return node.quasis[0]?.value.cooked ?? undefined
  return undefined
}

/** The name of a property key or of a member: `a.b`, `a['b']`. */
export function nameOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Identifier') return node.name
  return stringOf(node)
}

/** What stands inside brackets, `as` and `!`. */
export function bare(node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'TSTypeAssertion':
    case 'AwaitExpression':
    case 'ChainExpression':
      return bare(node.type === 'AwaitExpression' ? node.argument : node.expression)
    default:
      return node
  }
}
